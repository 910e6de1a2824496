import { describe, expect, it } from 'vitest'
import { dutiesOf } from '../../solver/report/duties.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { DutyReport } from '../../src/week-book.ts'
import { MON_AM, MON_PM, smallWeek, works } from './small-week.ts'

const rota = (...assignments: Assignment[]) => ({ assignments, clinics: [] })
const onDuty = (who: string, session: number, site = 'A') => works(who, session, { work: 'duty', site })
const monday = (problem: Problem, ...assignments: Assignment[]) =>
  dutiesOf(problem, rota(...assignments))
    .filter(({ date }) => date === '2026-11-30')
    .map(line)
const line = ({ site, from, to, person, at }: DutyReport) =>
  `${site} ${from}–${to} ${person ?? 'nobody'}${at === undefined ? '' : ` at ${at}`}`

/** The week, with a site closed in some sessions. */
function closing(site: string, sessions: readonly number[]): Problem {
  const week = smallWeek()
  const sites = week.sites.map((one) =>
    one.id === site ? { ...one, open: one.open.map((open, index) => open && !sessions.includes(index)) } : one,
  )
  return { ...week, sites, siteById: new Map(sites.map((one) => [one.id, one])) }
}

describe('the duty list', () => {
  it('covers the core hours, with a handover half-way between the sessions', () => {
    expect(monday(smallWeek(), onDuty('gp-1', MON_AM), onDuty('gp-2', MON_PM), onDuty('gp-2', MON_AM, 'B'))).toEqual([
      'A 08:00–13:20 gp-1',
      'A 13:20–18:30 gp-2',
      'B 08:00–13:20 gp-2',
      'B 13:20–18:30 nobody',
    ])
  })

  it('lists both doctors where there are two', () => {
    const both = [onDuty('gp-1', MON_AM), onDuty('gp-1', MON_PM), onDuty('gp-2', MON_PM)]
    expect(monday(smallWeek(), ...both).slice(0, 3)).toEqual([
      'A 08:00–13:20 gp-1',
      'A 13:20–18:30 gp-1',
      'A 13:20–18:30 gp-2',
    ])
  })

  it('names at every site of a group the doctor that they share, and where', () => {
    const groups = { off: false, level: null, weight: 1, numbers: { groups: [['A', 'B']] } }
    const shared = { ...smallWeek(), rules: new Map([['duty-doctor', groups]]) }
    expect(monday(shared, onDuty('gp-1', MON_AM, 'B'))).toEqual([
      'A 08:00–13:20 gp-1 at B',
      'A 13:20–18:30 nobody',
      'B 08:00–13:20 gp-1',
      'B 13:20–18:30 nobody',
    ])
  })

  it('ends with the morning where a site closes at noon', () => {
    expect(monday(closing('A', [MON_PM]), onDuty('gp-1', MON_AM)).slice(0, 1)).toEqual(['A 08:00–12:40 gp-1'])
    expect(monday(closing('A', [MON_AM]), onDuty('gp-1', MON_PM)).slice(0, 1)).toEqual(['A 14:00–18:30 gp-1'])
    expect(monday(closing('A', [MON_AM, MON_PM])).some((duty) => duty.startsWith('A'))).toBe(false)
  })

  it('has no gaps where the network asks for no duty doctor', () => {
    const off = { off: true, level: null, weight: 1, numbers: {} }
    const week = { ...smallWeek(), rules: new Map([['duty-doctor', off]]) }
    expect(monday(week, onDuty('gp-1', MON_AM))).toEqual(['A 08:00–13:20 gp-1'])
  })
})
