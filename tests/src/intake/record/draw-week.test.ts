import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../../../solver/rules/index.ts'
import { readDocument } from '../../../../src/intake/assemble.ts'
import { readAtlas } from '../../../../src/intake/atlas.ts'
import { drawWeek } from '../../../../src/intake/record/draw-week.ts'
import type { NetworkRecord, RecordPerson } from '../../../../src/intake/record-document.ts'
import { smallRecord } from './small-record.ts'

const WEEK = '2026-11-30'
const atlas = readAtlas()

function drawn(record: NetworkRecord, from = WEEK) {
  return drawWeek(record, { from, past: [], atlas })
}

/** The record with one person as `changes` have it. */
function withAnn(changes: Partial<RecordPerson>, more: Partial<NetworkRecord> = {}): NetworkRecord {
  const record = smallRecord(more)
  return {
    ...record,
    people: record.people.map((person) => (person.id === 'ann' ? { ...person, ...changes } : person)),
  }
}

function annIn(record: NetworkRecord, from = WEEK) {
  return drawn(record, from).people.find(({ id }) => id === 'ann')
}

describe('a drawn week', () => {
  it('is a document that is right in itself, and the same each time, whatever day of the week is given', () => {
    const document = drawn(smallRecord())
    expect(readDocument(document, ruleBook()).horizon.from).toBe(WEEK)
    expect(JSON.stringify(drawn(smallRecord(), '2026-12-04'))).toBe(JSON.stringify(document))
  })

  it.each([
    ['the clock going forward', '2027-03-22'],
    ['the clock going back', '2026-10-19'],
    ['Christmas', '2026-12-21'],
    ['Easter', '2027-03-29'],
  ])('may have %s in it', (_, from) => {
    expect(readDocument(drawn(smallRecord(), from), ruleBook()).horizon.from).toBe(from)
  })

  it('leaves the record as it was', () => {
    const record = smallRecord()
    drawn(record)
    expect(record).toEqual(smallRecord())
  })
})

describe('people', () => {
  it('have the pattern of that week, in a cycle that also runs backwards, and owe what they work on average', () => {
    const patterns = [
      { weeks: ['A'], works: ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am'] },
      { weeks: ['B'], works: ['mon-am', 'mon-pm', 'tue-am'] },
    ]
    const record = withAnn({ contract: { sessions: 4, protected: 4 }, patterns })
    const seen = ['2026-11-16', '2026-11-23', WEEK, '2026-12-07'].map((from) => annIn(record, from))
    expect(seen.map((ann) => ann?.works?.length)).toEqual([5, 3, 5, 3])
    expect(seen.map((ann) => ann?.contract)).toEqual([
      { sessions: 5, protected: 4 },
      { sessions: 3, protected: 3 },
      { sessions: 5, protected: 4 },
      { sessions: 3, protected: 3 },
    ])
  })

  it('do what they always do in a session, unless they are away or the place is closed', () => {
    const patterns = [
      {
        works: ['mon-am'],
        work: { 'tue-pm': 'outside', 'wed-am': { work: 'clinic', site: 'birch' }, 'thu-am': 'duty' },
      },
    ] satisfies RecordPerson['patterns']
    const record = withAnn(
      { patterns },
      {
        leave: [{ id: 'l1', person: 'ann', from: '2026-12-01', to: '2026-12-01', parts: ['pm'] }],
        closed: [{ date: '2026-12-03', why: 'Training', sites: ['alder'] }],
      },
    )
    expect(annIn(record)?.works).toEqual(['mon-am', 'tue-pm', 'wed-am', 'thu-am'])
    expect(drawn(record).pins).toEqual([
      { person: 'ann', date: '2026-12-02', part: 'am', site: 'birch', work: 'clinic' },
    ])
  })

  it('are there from the day they join to the day they leave', () => {
    const joiner = { from: '2026-12-02' }
    expect(annIn(withAnn(joiner), '2026-11-23')).toBeUndefined()
    expect(annIn(withAnn(joiner))?.away).toEqual([{ from: WEEK, to: '2026-12-01' }])
    const leaver = { until: '2026-12-02' }
    expect(annIn(withAnn(leaver))?.away).toEqual([{ from: '2026-12-03', to: '2026-12-06' }])
    expect(annIn(withAnn(leaver), '2026-12-07')).toBeUndefined()
  })

  it('are away on leave, as far as it is of that week, and have the wishes of that week', () => {
    const record = smallRecord({
      leave: [
        { id: 'l1', person: 'ann', from: '2026-11-20', to: '2026-12-01' },
        { id: 'l2', person: 'ann', from: '2026-12-06', to: '2027-01-01', parts: ['pm'] },
        { id: 'l3', person: 'ann', from: '2026-12-08', to: '2026-12-09' },
      ],
      wishes: [
        { id: 'w1', person: 'ann', part: 'fri-pm', want: 'off' },
        { id: 'w2', person: 'ann', part: 'am', date: '2026-12-03', want: 'on', weight: 2 },
        { id: 'w3', person: 'ann', part: 'am', date: '2026-12-10', want: 'on' },
      ],
    })
    const ann = annIn(record)
    expect(ann?.away).toEqual([
      { from: WEEK, to: '2026-12-01' },
      { from: '2026-12-06', to: '2026-12-06', parts: ['pm'] },
    ])
    expect(ann?.wishes).toEqual([
      { part: 'fri-pm', want: 'off' },
      { part: 'am', date: '2026-12-03', want: 'on', weight: 2 },
    ])
  })
})

describe('demand', () => {
  const ofNeed = (record: NetworkRecord, need: string, site = 'alder', from = WEEK) =>
    drawn(record, from).demand.filter((row) => row.need === need && row.site === site)
  const sum = (rows: readonly { readonly contacts: number }[]) =>
    rows.reduce((total, { contacts }) => total + contacts, 0)
  const own = smallRecord().demand ?? {}

  it('of own figures is only what is listed; otherwise England’s rate fills what is not', () => {
    expect(ofNeed(smallRecord(), 'routine', 'birch')).toEqual([])
    const { weekly = [] } = own
    const filled = smallRecord({ demand: { weekly, plan: 'mean' } })
    // 690 a week for 50,000 patients, and 4,000 here, in a week that is busier or quieter by the season.
    const expected = (690 / 50_000) * 4000
    expect(sum(ofNeed(filled, 'routine', 'birch')) / expected).toBeGreaterThan(0.9)
    expect(sum(ofNeed(filled, 'routine', 'birch')) / expected).toBeLessThan(1.15)
  })

  it('is spread by the most specific shares of days and parts', () => {
    const demand = {
      ...own,
      byDay: [
        { shares: { mon: 1 } },
        { need: 'urgent', shares: { mon: 3, fri: 1 } },
        { need: 'routine', site: 'birch', shares: { tue: 1 } },
      ],
      byPart: [{ need: 'urgent', shares: { am: 1, pm: 3 } }],
    }
    const rows = ofNeed(smallRecord({ demand }), 'urgent')
    expect(new Set(rows.map(({ date }) => date))).toEqual(new Set([WEEK, '2026-12-04']))
    const on = (date: string, part: string) => sum(rows.filter((row) => row.date === date && row.part === part))
    expect(on(WEEK, 'pm') / on(WEEK, 'am')).toBeCloseTo(3, 2)
    expect((on(WEEK, 'am') + on(WEEK, 'pm')) / (on('2026-12-04', 'am') + on('2026-12-04', 'pm'))).toBeCloseTo(3, 0)
    expect(new Set(ofNeed(smallRecord({ demand }), 'routine').map(({ date }) => date))).toEqual(new Set([WEEK]))
  })

  it('rises and falls with events, which multiply', () => {
    const events = [
      { from: '2026-12-01', to: '2026-12-31', factor: 2 },
      { from: '2026-12-01', to: '2026-12-01', need: 'urgent', site: 'alder', factor: 1.5 },
    ]
    const [plain, busy] = [smallRecord(), smallRecord({ demand: { ...own, events } })].map((record) =>
      ofNeed(record, 'urgent'),
    )
    const on = (rows: typeof plain, date: string) => sum((rows ?? []).filter((row) => row.date === date))
    expect(on(busy, WEEK)).toBeCloseTo(on(plain, WEEK), 6)
    expect(on(busy, '2026-12-01') / on(plain, '2026-12-01')).toBeCloseTo(3, 1)
    expect(on(busy, '2026-12-02') / on(plain, '2026-12-02')).toBeCloseTo(2, 1)
  })

  it('of a closed day comes on others, and of a closed afternoon in the morning', () => {
    const closed = [
      { date: '2026-12-01', why: 'Training', sites: ['alder'] },
      { date: '2026-12-03', why: 'Learning afternoon', parts: ['pm'] },
    ]
    const [plain, shut] = [smallRecord(), smallRecord({ closed })].map((record) => ofNeed(record, 'routine'))
    const on = (rows: typeof plain, date: string) => sum((rows ?? []).filter((row) => row.date === date))
    expect(on(shut, '2026-12-01')).toBe(0)
    expect(on(shut, WEEK)).toBeGreaterThan(on(plain, WEEK))
    expect(on(shut, '2026-12-02')).toBeGreaterThan(on(plain, '2026-12-02'))
    expect(on(shut, '2026-12-03')).toBeCloseTo(on(plain, '2026-12-03'), 1)
    expect((shut ?? []).filter(({ date, part }) => date === '2026-12-03' && part === 'pm')).toEqual([])
  })

  it('knows bank holidays, but outside England only what the record lists', () => {
    const holidays = (record: NetworkRecord) => (drawn(record, '2026-12-21').closed ?? []).map(({ date }) => date)
    expect(holidays(smallRecord())).toEqual(['2026-12-25', '2026-12-26'])
    const wales = smallRecord({ network: { ods: 'W1', name: 'Elsewhere', timezone: 'Europe/Dublin' } })
    expect(holidays(wales)).toEqual([])
  })

  it('arises in every part that an own week has, also where England has none of that name', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
    const parts = [
      { id: 'early', starts: '07:00', ends: '10:00', days: [...days] },
      { id: 'late', starts: '10:00', ends: '12:30', days: [...days] },
      { id: 'noon', starts: '13:00', ends: '18:00', days: [...days] },
    ]
    const people = smallRecord().people.map(({ works: _, ...person }) => person)
    const rows = ofNeed(smallRecord({ parts, people }), 'urgent')
    expect(new Set(rows.map(({ part }) => part))).toEqual(new Set(['early', 'late', 'noon']))
    expect(sum(rows)).toBeCloseTo(sum(ofNeed(smallRecord(), 'urgent')), 0)
  })
})
