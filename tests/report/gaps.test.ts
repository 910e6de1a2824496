import { describe, expect, it } from 'vitest'
import { MISSING } from '../../solver/report/actions/gaps/missing-people.ts'
import { gapsOf } from '../../solver/report/actions/gaps.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'
import type { Assignment } from '../../src/rota.ts'
import type { GapReport } from '../../src/week-book.ts'
import { arrive, clinic, MON_AM, MON_EVENING, MON_PM, SAT_AM, smallWeek, works } from './small-week.ts'

const finding = (rule: string, change: Partial<Finding>): Finding => {
  const level = RULES.find(({ id }) => id === rule)?.level ?? 'never'
  return { rule, level, amount: 1, people: [], sentence: 'Something.', ...change }
}
const MONDAY = { date: '2026-11-30' }
const line = ({ site, date, part, role, why, price }: GapReport) => `${site} ${date} ${part} ${role} £${price}: ${why}`
const gaps = (findings: readonly Finding[], assignments: readonly Assignment[] = [], problem: Problem = smallWeek()) =>
  gapsOf({ problem, rota: { assignments, clinics: [clinic('msk', MON_AM, 1)] }, findings }).map(line)

describe('sessions for locums', () => {
  it('are those without a duty doctor or a GP in the evening, where the evening clinics are', () => {
    const evening = works('gp-2', MON_EVENING, { site: 'B' })
    const found = [
      finding('duty-doctor', { ...MONDAY, part: 'pm', site: 'A' }),
      finding('enhanced-access', { ...MONDAY, part: 'evening' }),
    ]
    expect(gaps(found, [evening])).toEqual([
      'A 2026-11-30 pm gp £385: no duty doctor',
      'B 2026-11-30 evening gp £140: no GP in any building of the network',
    ])
  })

  it('ask for one person where two rules miss the same', () => {
    const both = { ...MONDAY, part: 'am', site: 'A' }
    expect(gaps([finding('duty-doctor', both), finding('minimum-cover', { ...both, amount: 2 })])).toEqual([
      'A 2026-11-30 am gp £385: no duty doctor',
      'A 2026-11-30 am gp £385: too few people to see patients',
    ])
  })

  it('ask for one doctor to see patients of the evening and to supervise', () => {
    const week = smallWeek()
    const supervision = { minutes: 30, by: ['gp'], where: 'network' as const }
    const roles = week.roles.map((role) => (role.id === 'physio' ? { ...role, supervision } : role))
    const supervised = { ...week, roles, roleById: new Map(roles.map((role) => [role.id, role])) }
    const alone = finding('supervision', { ...MONDAY, part: 'evening', people: ['physio-1'] })
    expect(gaps([alone], [], supervised)).toEqual([
      'A 2026-11-30 evening gp £140: nobody with time to supervise physio-1',
    ])
    expect(gaps([alone, finding('enhanced-access', { ...MONDAY, part: 'evening' })], [], supervised)).toEqual([
      'A 2026-11-30 evening gp £140: no GP in any building of the network',
    ])
  })

  it('make up the hours that evenings and Saturdays are short of, where the fewest work', () => {
    const there = [works('gp-1', SAT_AM), works('gp-2', SAT_AM)]
    // An hour and a half of Saturday's and of the evening's time for patients: 65 minutes a GP in the evening.
    expect(gaps([finding('enhanced-access', { amount: 100 / 240 })], there)).toEqual([
      'A 2026-11-30 evening gp £140: evening and Saturday hours are short',
      'A 2026-11-30 evening gp £140: evening and Saturday hours are short',
    ])
  })

  it('are as many as the urgent patients of a day fill, where rooms are free, less what a missing duty doctor brings', () => {
    const urgent = finding('seen-same-day', { ...MONDAY, site: 'A', need: 'urgent', amount: 14.4 })
    const full = ['gp-1', 'gp-2', 'physio-1', 'locum'].map((who) => works(who, MON_AM))
    expect(gaps([urgent], full)).toEqual([
      'A 2026-11-30 pm gp £385: 14 urgent patients more than can be seen',
      'A 2026-11-30 pm gp £385: 14 urgent patients more than can be seen',
    ])
    const duty = finding('duty-doctor', { ...MONDAY, part: 'pm', site: 'A' })
    expect(gaps([urgent, duty], full)).toHaveLength(2)
    expect(gaps([finding('seen-same-day', { ...MONDAY, site: 'A', need: 'urgent', amount: 0.4 })])).toEqual([])
  })

  it('are whole sessions of patients past their target when the week ends, by whoever sees such patients', () => {
    const late = finding('seen-in-time', { date: '2026-12-04', site: 'A', need: 'msk', amount: 20 })
    const earlier = finding('seen-in-time', { date: '2026-12-03', site: 'A', need: 'msk', amount: 30 })
    // 400 minutes of a physiotherapist who has 180 a session: two, and 40 minutes that are left.
    expect(gaps([late, earlier])).toEqual([
      'A 2026-11-30 am physio £170: 9 of 20 patients who wait past their target',
      'A 2026-11-30 pm physio £170: 9 of 20 patients who wait past their target',
    ])
  })

  it('cost what the document pays its locums', () => {
    const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 1)] })
    const roles = week.roles.flatMap((role) =>
      role.id === 'gp' ? [role, { ...role, id: 'locum-gp', funding: 'locum', costPerSession: 420 }] : [role],
    )
    const paying = { ...week, roles, roleById: new Map(roles.map((role) => [role.id, role])) }
    const found = [finding('duty-doctor', { ...MONDAY, part: 'pm', site: 'A' })]
    expect(gaps(found, [works('gp-1', MON_PM)], paying)).toEqual(['A 2026-11-30 pm locum-gp £420: no duty doctor'])
  })

  it('name only rules that there are', () => {
    expect(Object.keys(MISSING).filter((rule) => !RULES.some(({ id }) => id === rule))).toEqual([])
  })
})
