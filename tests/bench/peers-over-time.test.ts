/** Peers watched over time: what they are given, what is said where they are missing, and their place on the page. */
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../bench/over-time/asked.ts'
import { MARKS, type OverTime } from '../../bench/over-time/marks.ts'
import { chartOf, overTimePage } from '../../bench/over-time/page.ts'
import { missingFor } from '../../bench/over-time/peer.ts'
import { better } from '../../bench/over-time/priced.ts'
import { beyondTimefold, timefoldWeek } from '../../bench/over-time/timefold-week.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { smallDocument } from '../small-document.ts'

const problem = readDocument(smallDocument(), ruleBook())

describe('the week that Timefold is given', () => {
  const week = timefoldWeek(problem)

  it('has indices where the document has ids', () => {
    const gp = problem.roles.findIndex(({ id }) => id === 'gp')
    const [near, far] = week.circles.filter(({ by }) => by.includes(gp))
    expect(near).toMatchObject({ by: [gp], site: 0 })
    expect(far?.site).not.toBe(0)
    for (const [k, person] of week.people.entries()) {
      expect(problem.sites[person.home]?.id).toBe(problem.people[k]?.home)
      expect(problem.cadres[person.cadre]?.id).toBe(problem.people[k]?.cadre)
      expect(person.free).toHaveLength(week.sessions.length)
    }
  })

  it('has what the rules ask: cover, ways, weights, and the day by which each contact is due', () => {
    // 6,000 and 4,000 patients: two people and one, in each session.
    expect(week.sites.map(({ minimum }) => minimum[0])).toEqual([2, 1])
    expect(week.sites[0]?.travel).toEqual([0, 10])
    const contacts = week.arrivals.reduce((sum, a) => sum + a.contacts, 0)
    expect(contacts).toBeCloseTo(problem.arrivals.reduce((sum, a) => sum + a.contacts, 0))
    for (const { need, due } of week.arrivals) if (week.needs[need]?.isSameDay) expect(due).toBeNull()
    // 25 contacts of 15 minutes a day; one of 12 minutes counts nine tenths of one of 15.
    const gp = week.cadres.find(({ role }) => problem.roles[role]?.id === 'gp')
    expect(gp?.load[0]).toBeCloseTo(0.9)
    expect(week.figures).toMatchObject({ perSupervisor: 2, restMinutes: 660, patientShare: [1, 0.8, 1] })
  })

  it('is refused by name where the model has no words for it', () => {
    expect(beyondTimefold(problem)).toEqual(['wishes'])
    const long = readDocument(smallDocument({ week: { from: '2026-11-30', weeks: 2 } }), ruleBook())
    expect(beyondTimefold(long)).toContain('more than one week')
    const partners = { 'partner-time': { sessions: [{ role: 'gp', sessions: 1 }] } }
    expect(beyondTimefold(readDocument(smallDocument({ rules: partners }), ruleBook())).join()).toContain('partner')
  })
})

describe('a peer that is not there', () => {
  it('is missed in a sentence that says how to get it', () => {
    expect(missingFor('timefold', 'python3', '')).toContain('not on the search path: java, mvn')
    expect(missingFor('cp-sat', 'no-such-python', '')).toContain('--python')
  })

  it('is asked for by name', () => {
    expect(readAsked(['--peer', 'timefold'])).toMatchObject({ peer: 'timefold', as: null })
    expect(readAsked([])).toMatchObject({ peer: null, as: null })
    expect(readAsked(['--peer', 'nobody'])).toBe('wrong')
  })
})

describe('a peer without bounds', () => {
  const at = (value: number, bound: number) =>
    MARKS.map((mark) => ({
      mark,
      levels: [{ level: 'service' as const, value, bound, gap: (value - bound) / value }],
    }))
  const ours: OverTime = {
    ...{ name: '5 practices', way: 'ours', people: 112, columns: 11374, at: at(151, 150), seconds: 16 },
    ...{ end: 'within-gap', parts: [] },
  }
  const peer: OverTime = { ...ours, way: 'Timefold', columns: 0, unproven: true, at: at(160, 0), end: 'stopped' }

  it('has its values alone on the page, and their distance from the best bound of all', () => {
    const page = overTimePage([peer, ours], (name) => `${name}.svg`)
    expect(page).toContain('| 5 | 160 | 6.3% |')
    expect(page).toContain('| after, s | service | distance |')
    expect(page).toContain('| 5 | 151 (150) | 0.7% |')
    expect(page).toContain('112 people, 11,374 columns')
  })

  it('keeps the better of two rotas: the first level that differs decides', () => {
    const of = (safety: number, service: number) =>
      [safety, service].map((value, k) => ({
        ...{ level: k === 0 ? ('safety' as const) : ('service' as const), value, bound: 0, gap: 1 },
      }))
    const [safe, quick] = [of(1, 200), of(2, 100)]
    expect(better(quick, safe)).toBe(safe)
    expect(better(safe, quick)).toBe(safe)
    expect(better(safe, of(1, 199))).toEqual(of(1, 199))
    expect(better(null, quick)).toBe(quick)
  })

  it('is drawn by that distance, above ours', () => {
    const [, first, second] = chartOf([ours, peer]).split('<polyline')
    const height = (text = '') => Number(/points="[\d.]+,([\d.]+)/.exec(text)?.[1])
    expect(height(second)).toBeLessThan(height(first))
  })
})
