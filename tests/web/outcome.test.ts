import { describe, expect, it } from 'vitest'
import type { Figures } from '../../web/src/parts/week/figures.ts'
import { compareOutcomes, newGap, outcomeOf, outcomeWords, verdictOf } from '../../web/src/parts/week/outcome.ts'

const share = { due: 100, inTime: 100, share: 1 }
const SERVICE = {
  plan: 'mean' as const,
  urgent: { ...share, atMean: share },
  routine: share,
  withinOneWeek: share,
  withinTwoWeeks: share,
  overdue: { contacts: 0, days: 0, waiting: 0 },
  sameDay: { ...share, atMean: share },
  unmet: [],
  bySite: [],
  byNeed: [{ ...share, need: 'routine', waiting: 40 }],
  byDay: [],
}
const FIGURES: Figures = {
  levels: [],
  findings: [],
  service: SERVICE,
  actions: [],
  cover: [],
  people: [],
  cost: { total: 1000, byFunding: {}, allowance: {} },
}
const NO_DUTY = {
  rule: 'duty-doctor',
  level: 'safety' as const,
  amount: 1,
  date: '2026-12-02',
  part: 'am',
  site: 'a',
  people: [],
  sentence: 'Alder Road has no duty doctor on Wednesday morning.',
}
const withUrgent = (inTime: number) => ({
  ...FIGURES,
  service: { ...SERVICE, sameDay: { ...SERVICE.sameDay, inTime } },
})

describe('what a change did', () => {
  it('is counted in patients, the worse first', () => {
    const after = { ...withUrgent(94), service: { ...withUrgent(94).service, routine: { ...share, inTime: 104 } } }
    expect(outcomeWords(outcomeOf(FIGURES, after))).toBe(
      '6 fewer urgent patients dealt with on the day; 4 more routine patients seen in time.',
    )
  })

  it('of less than half a patient is nothing', () => {
    expect(outcomeWords(outcomeOf(FIGURES, withUrgent(99.6)))).toBe('Nothing else changes.')
  })

  it('tells of a rule that is newly broken, and of one that is kept again', () => {
    const broken = { ...FIGURES, findings: [NO_DUTY] }
    expect(outcomeOf(FIGURES, broken)).toMatchObject([{ is: 'worse', words: NO_DUTY.sentence }])
    expect(outcomeOf(broken, FIGURES)).toMatchObject([
      { is: 'better', words: 'Alder Road then has a duty doctor on Wednesday morning.' },
    ])
  })

  it('does not tell of a finding that was there before', () => {
    const broken = { ...FIGURES, findings: [NO_DUTY] }
    expect(outcomeOf(broken, { ...broken, findings: [{ ...NO_DUTY, amount: 2 }] })).toEqual([])
  })

  it('tells more and less money apart', () => {
    const dearer = { ...FIGURES, cost: { total: 1155, byFunding: {}, allowance: {} } }
    expect(outcomeOf(FIGURES, dearer)).toMatchObject([{ is: 'worse', words: 'costs £155 more' }])
    expect(outcomeOf(dearer, FIGURES)).toMatchObject([{ is: 'better', words: 'costs £155 less' }])
  })

  it('says how much more there is than a line holds', () => {
    const findings = ['b', 'c', 'd', 'e'].map((site) => ({ ...NO_DUTY, site }))
    expect(outcomeWords(outcomeOf(FIGURES, { ...FIGURES, findings }))).toMatch(/; and 1 smaller change\.$/)
  })

  it('puts safety before patients and patients before money, whether better or worse', () => {
    const before = { ...withUrgent(94), findings: [NO_DUTY] }
    const after = { ...FIGURES, cost: { total: 900, byFunding: {}, allowance: {} } }
    expect(outcomeWords(outcomeOf(before, after))).toBe(
      'Alder Road then has a duty doctor on Wednesday morning; 6 more urgent patients dealt with on the day; costs £100 less.',
    )
  })

  it('is judged by the gravest of it, and compared by that', () => {
    const broken = { ...FIGURES, findings: [NO_DUTY] }
    const mended = outcomeOf({ ...broken, ...withUrgent(100), findings: [NO_DUTY] }, withUrgent(94))
    const busier = outcomeOf(broken, { ...broken, cost: { total: 900, byFunding: {}, allowance: {} } })
    expect([verdictOf(mended), verdictOf(outcomeOf(FIGURES, broken)), verdictOf([])]).toEqual([
      'better',
      'worse',
      'same',
    ])
    expect(compareOutcomes(mended, busier)).toBeLessThan(0)
  })

  it('names the gap that it made, once', () => {
    const broken = { ...FIGURES, findings: [NO_DUTY] }
    expect(newGap(FIGURES, broken)).toBe(NO_DUTY)
    expect(newGap(broken, broken)).toBeNull()
  })
})
