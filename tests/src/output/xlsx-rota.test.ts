/** A rota as a workbook, read back from its parts. */
import { readXlsx, type Sheet } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { sheetNames } from '../../../src/output/xlsx/sheet-names.ts'
import { xlsxRota } from '../../../src/output/xlsx/xlsx-rota.ts'
import type { Problem } from '../../../src/problem.ts'
import type { RotaReport } from '../../../src/report.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

async function sheetsOf(report: RotaReport, problem: Problem): Promise<Map<string, Sheet>> {
  const written = await xlsxRota.write(report, problem)
  const { sheets } = await readXlsx(Buffer.from(written), { readStyles: true })
  return new Map(sheets.map((sheet) => [sheet.name, sheet]))
}

const valuesOf = (sheet: Sheet | undefined) =>
  (sheet?.rows ?? []).map((row) => row.filter((value) => value !== null && value !== ''))

describe('a workbook', () => {
  let sheets = new Map<string, Sheet>()
  const report = {
    ...sampleReport(),
    gaps: [
      {
        site: 'A',
        date: '2026-12-03',
        part: 'pm',
        role: 'gp',
        rule: 'duty-doctor',
        why: 'nobody is free',
        price: 380,
        priceFrom: 'locum-rates' as const,
      },
    ],
  }
  beforeAll(async () => {
    sheets = await sheetsOf(report, sampleWeek())
  })

  it('has a sheet for each site between the summary and the lists', () => {
    const sites = sampleWeek().sites.map(({ name }) => name)
    const lists = ['People', 'Duties', 'Locum gaps', 'Findings', 'Figures', 'Sessions']
    expect([...sheets.keys()]).toEqual(['Summary', ...sites, ...lists])
  })

  it('has whom and what in the week of a site, and keeps names and days in sight', () => {
    const site = sheets.get('Alder Road')
    const rows = valuesOf(site)
    expect(rows.find(([name]) => String(name).trim() === 'gp-1')?.slice(1, 3)).toEqual(['D', 'D'])
    expect(site?.freezePane).toEqual({ rows: 3, columns: 1 })
    expect(site?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToPage: true })
  })

  it('says what is found where it is', () => {
    const cells = [...(sheets.get('Alder Road')?.cells ?? [])]
    const noted = cells.flatMap(([place, { comment }]) => (comment === undefined ? [] : [[place, comment.text]]))
    expect(noted).toEqual([
      ['2,9', expect.stringMatching(/^Alder Road has no duty doctor on Thursday afternoon\. gp-1 and/)],
    ])
  })

  it('has what a locum could fill, with the price as a number', () => {
    expect(valuesOf(sheets.get('Locum gaps'))[1]?.slice(3)).toEqual([
      'Alder Road',
      expect.any(String),
      380,
      'published rates',
      'nobody is free',
    ])
  })

  it('is the same, byte for byte, where the rota is', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => xlsxRota.write(report, sampleWeek())))
    expect(one).toEqual(other)
  })
})

describe('names that somebody chose badly', () => {
  const HOSTILE = ['=1+1', '+44', '-1', '@SUM(A1)', '<b>&"', 'Łukasz 王\uFFFE']

  it('are text in every cell, and no cell is a formula', async () => {
    const week = sampleWeek()
    const people = week.people.map((person, n) => ({ ...person, name: HOSTILE[n % HOSTILE.length] ?? '' }))
    const problem = { ...week, people, personById: new Map(people.map((person) => [person.id, person])) }
    const sheets = await sheetsOf(sampleReport(), problem)
    const cells = [...sheets.values()].flatMap((sheet) => [...(sheet.cells?.values() ?? [])])
    expect(cells.filter(({ type, formula }) => type === 'formula' || formula !== undefined)).toEqual([])
    const names = valuesOf(sheets.get('People')).map(([name]) => name)
    expect(names).toEqual(expect.arrayContaining(people.map(({ name }) => name.replace('\uFFFE', ''))))
  })

  it('become names that sheets may have, no two alike', () => {
    const names = sheetNames([
      "'Alder: [Road]/*?\\'",
      'alder Road',
      'History',
      ' ',
      'x'.repeat(40),
      `${'x'.repeat(40)}y`,
      '🙂'.repeat(16),
    ])
    expect(names.slice(0, 4)).toEqual(['Alder Road', 'alder Road (2)', 'History (2)', 'Sheet'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/\p{Cs}|[[\]:*?/\\]|^'|'$/u)
    }
  })
})

it('a week with nobody in it is a workbook all the same', async () => {
  const none = { assignments: [], clinics: [], findings: [], gaps: [], duties: [], appointments: [], people: [] }
  const sheets = await sheetsOf(sampleReport(none), sampleWeek())
  expect(valuesOf(sheets.get('Findings'))[1]).toEqual(['Every rule is kept.'])
})
