import { describe, expect, it } from 'vitest'
import { type Comparable, compare } from '../../src/compare.ts'
import type { AssignmentReport, Finding } from '../../src/report.ts'

const figure = { due: 20, inTime: 18, share: 0.9 }
const urgent = { ...figure, atMean: figure }

function report(change: Partial<Comparable> = {}): Comparable {
  const overdue = { contacts: 2, days: 1, waiting: 0 }
  const access = { urgent, routine: figure, withinOneWeek: figure, withinTwoWeeks: figure, overdue }
  const site = { site: 'alder', ...access, waiting: 5 }
  return {
    levels: [
      { level: 'safety', value: 1, unit: 'sessions' },
      { level: 'urgent', value: 2, unit: 'contacts' },
    ],
    service: { plan: 'mean', ...access, sameDay: urgent, unmet: [], bySite: [site], byNeed: [], byDay: [] },
    findings: [],
    assignments: [],
    cost: { total: 1000, byFunding: {}, allowance: {} },
    ...change,
  }
}

function finding(change: Partial<Finding>): Finding {
  return { rule: 'duty-doctor', level: 'safety', amount: 1, people: [], sentence: 'No doctor.', ...change }
}

function works(person: string, part: string, work: AssignmentReport['work'], site = 'alder'): AssignmentReport {
  return { person, date: '2026-11-30', part, site, work }
}

describe('two reports side by side', () => {
  it('are the same where they are the same', () => {
    const { levels, better, worse, lateBy, waiting, moved } = compare(report(), report())
    expect(levels.map(({ verdict }) => verdict)).toEqual(['same', 'same'])
    expect([better, worse, lateBy, waiting, moved]).toEqual([[], [], [], [], []])
  })

  it('differ by level, also where only one has the level', () => {
    const after = report({
      levels: [
        { level: 'safety', value: 0.5, unit: 'sessions' },
        { level: 'wish', value: 3, unit: 'wishes' },
      ],
    })
    expect(compare(report(), after).levels).toEqual([
      { level: 'safety', unit: 'sessions', before: 1, after: 0.5, verdict: 'better' },
      { level: 'urgent', unit: 'contacts', before: 2, after: 0, verdict: 'better' },
      { level: 'wish', unit: 'wishes', before: 0, after: 3, verdict: 'worse' },
    ])
  })

  it('findings that are new or larger are worse, those that are gone or smaller are better', () => {
    const [monday, tuesday] = [finding({ date: '2026-11-30' }), finding({ date: '2026-12-01' })]
    const before = report({ findings: [monday, finding({ rule: 'rooms', amount: 1 })] })
    const after = report({ findings: [tuesday, finding({ rule: 'rooms', amount: 3, weight: 2 })] })
    const { better, worse } = compare(before, after)
    expect(better).toEqual([{ finding: monday, before: 1, after: 0 }])
    expect(worse.map(({ finding, before, after }) => [finding.rule, before, after])).toEqual([
      ['duty-doctor', 0, 1],
      ['rooms', 1, 6],
    ])
  })

  it('count contacts that are late, by need and practice, and those that wait', () => {
    const missed = { site: 'alder', need: 'urgent', date: '2026-11-30', contacts: 2 }
    const { service } = report()
    const unmet = [missed, { ...missed, date: '2026-12-01', contacts: 3 }]
    const bySite = service.bySite.map((row) => ({ ...row, waiting: 9 }))
    const after = report({ service: { ...service, sameDay: { ...urgent, inTime: 15, share: 0.75 }, unmet, bySite } })
    const { late, lateBy, waiting } = compare(report({ service: { ...service, unmet: [missed] } }), after)
    expect(late.urgent).toEqual({ before: 2, after: 5 })
    expect(lateBy).toEqual([{ need: 'urgent', site: 'alder', before: 2, after: 5 }])
    expect(waiting).toEqual([{ site: 'alder', before: 5, after: 9 }])
  })

  it('tell who moved, whence and whither, and nobody who did not', () => {
    const before = report({
      assignments: [works('g1', 'am', 'duty'), works('g2', 'am', 'clinic'), works('g3', 'pm', 'clinic')],
    })
    const after = report({
      assignments: [works('g1', 'am', 'clinic'), works('g2', 'am', 'clinic'), works('g2', 'pm', 'clinic', 'birch')],
    })
    expect(compare(before, after).moved).toEqual([
      {
        person: 'g1',
        date: '2026-11-30',
        part: 'am',
        before: { site: 'alder', work: 'duty' },
        after: { site: 'alder', work: 'clinic' },
      },
      { person: 'g2', date: '2026-11-30', part: 'pm', before: null, after: { site: 'birch', work: 'clinic' } },
      { person: 'g3', date: '2026-11-30', part: 'pm', before: { site: 'alder', work: 'clinic' }, after: null },
    ])
  })
})
