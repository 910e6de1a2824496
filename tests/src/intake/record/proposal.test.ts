import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { readAtlas } from '../../../../src/intake/atlas.ts'
import { networkDocument } from '../../../../src/intake/network/network-document.ts'
import { checkRecord } from '../../../../src/intake/record/check-record.ts'
import { drawWeek } from '../../../../src/intake/record/draw-week.ts'
import { recordOf } from '../../../../src/intake/record/from-document.ts'
import { proposedRecord } from '../../../../src/intake/record/proposal.ts'
import type { RotaDocument } from '../../../../src/intake/rota-document.ts'
import { smallDocument } from '../../../small-document.ts'

const WEEK = '2026-11-30'
const atlas = readAtlas()
const [network = ''] = [...atlas.networks.values()]
  .filter(({ practices }) => practices.length === 3)
  .map(({ ods }) => ods)

/** By site, need, date and part. */
function byMoment({ demand }: Pick<RotaDocument, 'demand'>): ReadonlyMap<string, number> {
  return new Map(demand.map((row) => [`${row.site} ${row.need} ${row.date} ${row.part}`, row.contacts]))
}

function largestDifference(a: Pick<RotaDocument, 'demand'>, b: Pick<RotaDocument, 'demand'>): number {
  const [one, other] = [byMoment(a), byMoment(b)]
  const keys = [...new Set([...one.keys(), ...other.keys()])]
  return Math.max(...keys.map((key) => Math.abs((one.get(key) ?? 0) - (other.get(key) ?? 0))))
}

describe('a record proposed from open data', () => {
  const record = proposedRecord(atlas, network, { week: WEEK, seed: 1 })

  it('is right in itself, says that its people are synthetic, and is the same each time', () => {
    expect(checkRecord(record, ruleBook())).toEqual(record)
    expect(record.synthetic).toBe(true)
    expect(JSON.stringify(proposedRecord(atlas, network, { week: WEEK, seed: 1 }))).toBe(JSON.stringify(record))
  })

  it.each([WEEK, '2026-12-21'])(
    'gives the people, demand and waiting list of the network’s own document, week of %s',
    (from) => {
      const { note: _, history: __, ...week } = drawWeek(record, { from, past: [], atlas })
      const document = networkDocument(atlas, network, { week: from, seed: 1 })
      expect(week.closed ?? []).toEqual(document.closed)
      expect(week.people.map(({ id, works }) => [id, works])).toEqual(
        document.people.map(({ id, works }) => [id, works]),
      )
      // To the hundredth of a contact a week from which a day's is made.
      expect(largestDifference(week, document)).toBeLessThan(0.0101)
      expect(week.people.map(({ id, away }) => [id, away])).toEqual(document.people.map(({ id, away }) => [id, away]))
      const contacts = (rows: RotaDocument['backlog'] = []) => rows.reduce((sum, row) => sum + row.contacts, 0)
      expect(contacts(week.backlog) / contacts(document.backlog)).toBeCloseTo(1, 1)
    },
  )
})

describe('a record made from a document', () => {
  it('gives the week back that the document has', () => {
    const document = smallDocument()
    const record = recordOf(document, atlas)
    expect(checkRecord(record, ruleBook())).toEqual(record)
    const week = drawWeek(record, { from: document.week.from, past: [], atlas })
    expect(week.people).toEqual(document.people)
    expect(week.needs).toEqual(document.needs)
    expect(week.plan).toBe(document.plan)
    const total = (rows: RotaDocument['demand']) => rows.reduce((sum, { contacts }) => sum + contacts, 0)
    for (const { id } of document.needs) {
      for (const site of document.sites) {
        const of = ({ demand }: Pick<RotaDocument, 'demand'>) =>
          total(demand.filter((row) => row.need === id && row.site === site.id))
        expect(of(week)).toBeCloseTo(of(document), 0)
      }
    }
  })

  it('leaves bank holidays to the calendar, and the days of a week that has one to England’s', () => {
    const document = networkDocument(atlas, network, { week: '2026-12-21', seed: 1 })
    const record = recordOf(document, atlas)
    expect(record.closed).toBeUndefined()
    expect(record.demand?.byDay).toBeUndefined()
    const friday = drawWeek(record, { from: WEEK, past: [], atlas }).demand.filter(({ date }) => date === '2026-12-04')
    expect(friday.length).toBeGreaterThan(0)
  })
})
