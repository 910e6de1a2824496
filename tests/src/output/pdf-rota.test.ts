/** PDFs of a rota: their sheets, and that they are the same for the same rota. */
import { expect, it } from 'vitest'
import { pdfRota } from '../../../src/output/pdf/pdf-rota.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

const bytesOf = async (...given: Parameters<typeof pdfRota.write>) => Buffer.from(await pdfRota.write(...given))
const sheetsIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0

it('has a sheet for each site, and more of them where a site has many people', async () => {
  const week = sampleWeek()
  const pdf = await bytesOf(sampleReport(), week)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(sheetsIn(pdf)).toBe(week.sites.length)
  const [one] = week.people
  const crowd = Array.from(
    { length: 293 },
    (_, n) => ({ ...one, id: `x${n}`, name: `=${'Łukasz 王 '.repeat(20)}${n}` }) as NonNullable<typeof one>,
  )
  const people = [...week.people, ...crowd]
  const many = { ...week, people, personById: new Map(people.map((person) => [person.id, person])) }
  expect(sheetsIn(await bytesOf(sampleReport(), many))).toBeGreaterThan(week.sites.length + 5)
})

it('is the same, byte for byte, where the rota is, and says which one it is', async () => {
  const page = { width: 80, colour: false, edition: { version: 2, at: '2026-11-27T16:05:00.000Z', isPublished: true } }
  const [one, again] = await Promise.all([0, 1].map(() => bytesOf(sampleReport(), sampleWeek(), page)))
  expect(one).toEqual(again)
  expect(one).not.toEqual(await bytesOf(sampleReport(), sampleWeek()))
})

it('of a week with nobody in it is a sheet all the same', async () => {
  const empty = sampleReport({ assignments: [], clinics: [], appointments: [], duties: [] })
  expect(sheetsIn(await bytesOf(empty, sampleWeek()))).toBe(sampleWeek().sites.length)
})
