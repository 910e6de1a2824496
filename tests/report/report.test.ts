import { describe, expect, it } from 'vitest'
import { allowanceOf } from '../../solver/report/allowance.ts'
import { busiestDays } from '../../solver/report/day-load.ts'
import { inOrder } from '../../solver/report/findings.ts'
import type { Outcome } from '../../solver/report/outcome.ts'
import { makeReport } from '../../solver/report/report.ts'
import type { Finding } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { arrive, clinic, MON_AM, MON_EVENING, MON_PM, smallWeek, TUE_AM, works } from './small-week.ts'

const SIZE = { columns: 10, wholeColumns: 4, rows: 7 }
const ENGINE = { name: 'scripted', version: '1', why: 'It was asked for by name.' }

function solved(rota: Rota, change: Partial<Extract<Outcome, { kind: 'rota' }>> = {}): Outcome {
  const audit = { agrees: true, rules: [] }
  return {
    kind: 'rota',
    status: 'optimal',
    rota,
    levels: [],
    audit,
    size: SIZE,
    engine: ENGINE,
    seconds: 1.23456,
    ...change,
  }
}

const NOTES = { documentHash: 'sha256:00', rulesVersion: '1', findings: [] }

const finding = (change: Partial<Finding>): Finding => ({
  rule: 'duty-doctor',
  level: 'safety',
  amount: 1,
  people: [],
  sentence: 'Something.',
  ...change,
})

describe('a report', () => {
  const week = smallWeek({ arrivals: [arrive('urgent', MON_AM, 10)], note: 'The people are synthetic.' })
  const rota = {
    assignments: [
      works('gp-2', MON_PM, { site: 'B', work: 'duty' }),
      works('gp-1', MON_AM),
      works('gp-2', MON_AM, { remote: true }),
      works('physio-1', MON_EVENING),
      works('gp-1', TUE_AM, { work: 'admin' }),
    ],
    clinics: [clinic('urgent', MON_PM, 3, { site: 'B', work: 'duty' }), clinic('urgent', MON_AM, 24 / 7)],
  }
  const report = makeReport(week, solved(rota), NOTES)

  it('lists assignments and clinics by date and part, in order of time', () => {
    expect(report.assignments.map((a) => `${a.person} ${a.date} ${a.part} ${a.site} ${a.work}`)).toEqual([
      'gp-1 2026-11-30 am A clinic',
      'gp-2 2026-11-30 am A clinic',
      'gp-2 2026-11-30 pm B duty',
      'physio-1 2026-11-30 evening A clinic',
      'gp-1 2026-12-01 am A admin',
    ])
    expect(report.assignments[1]?.remote).toBe(true)
    expect(report.clinics.map((c) => [c.part, c.role, c.contacts])).toEqual([
      ['am', 'gp', 3.42857143],
      ['pm', 'gp', 3],
    ])
  })

  it('counts cover by who is there for patients: not admin, not remote', () => {
    const at = (site: string, date: string, part: string) =>
      report.cover.find((c) => c.site === site && c.date === date && c.part === part)
    expect(at('A', '2026-11-30', 'am')).toMatchObject({ people: 1, minimum: 2 })
    expect(at('B', '2026-11-30', 'pm')).toMatchObject({ people: 1, minimum: 2 })
    expect(at('A', '2026-12-01', 'am')).toMatchObject({ people: 0, minimum: 2 })
  })

  it('costs each session at its role’s price and its own length, by who pays', () => {
    // Four GP sessions at 267, and half a physiotherapist's session at 169.50.
    expect(report.cost).toMatchObject({ total: 1152.75, byFunding: { core: 1068, arrs: 84.75 } })
  })

  it('holds a week’s part of what reimbursed roles are paid in a year against a week’s part of the allowance', () => {
    // Six contracted sessions at 169.50 for 44 weeks, and half a session beyond what is due; 16,000 weighted patients at £27.30 a year.
    expect(report.cost.allowance.arrs).toMatchObject({ used: 945.29, of: 8400 })
    expect(report.cost.allowance.arrs?.source).toContain('2026/27')
  })

  it('holds GPs whom practices are reimbursed for against a scheme of their own', () => {
    const paid = (from: string) => {
      const roles = week.roles.map((role) => (role.id === 'gp' ? { ...role, funding: 'practice-gp' } : role))
      return allowanceOf({ ...week, roles, horizon: { ...week.horizon, from } }, { 'practice-gp': 1068 })
    }
    // Nobody is contracted; what they work is claimed as worked. 16,000 weighted patients at an estimated £4.54 a year.
    expect(paid('2026-11-30')).toMatchObject({ practiceGp: { used: 1068, of: 1396.92 } })
    expect(paid('2026-11-30').practiceGp?.source).toContain('(estimate)')
    expect(paid('2025-11-24').practiceGp).toBeUndefined()
  })

  it('has nothing to build or hand out where there is no rota', () => {
    const none = makeReport(week, { kind: 'no-rota', size: SIZE, engine: ENGINE, seconds: 0 }, NOTES)
    expect(none).toMatchObject({ appointments: [], duties: [], gaps: [], debriefs: [] })
    expect(report.appointments.length).toBeGreaterThan(0)
  })

  it('says what each person is asked to do', () => {
    expect(report.people.find((p) => p.id === 'gp-2')).toMatchObject({ sessions: 2, contractSessions: 4, sites: 1 })
    expect(report.people.find((p) => p.id === 'physio-1')).toMatchObject({ sessions: 0.5, sites: 1 })
  })

  it('repeats the note about synthetic people, and says how it came about', () => {
    expect(report.note).toBe('The people are synthetic.')
    expect(report.stamp).toMatchObject({
      engine: 'scripted',
      seed: 7,
      documentHash: 'sha256:00',
      seconds: 1.235,
      checked: true,
    })
  })

  it('is the same whatever order the rota comes in', () => {
    const shuffled = { assignments: [...rota.assignments].reverse(), clinics: [...rota.clinics].reverse() }
    expect(JSON.stringify(makeReport(week, solved(shuffled), NOTES))).toBe(JSON.stringify(report))
  })

  it('is disputed where the two accounts differ', () => {
    const audit = { agrees: false, rules: [{ rule: 'duty-doctor', model: 0, rota: 1 }] }
    expect(makeReport(week, solved(rota, { audit }), NOTES).disputed).toBe(true)
  })

  it('of an impossible week carries the clash, and meets nothing', () => {
    const clash = { sentences: ['Nobody works while they are away.'], rules: ['availability'], repairs: [] }
    const impossible = makeReport(week, { kind: 'impossible', clash, size: SIZE, engine: ENGINE, seconds: 0 }, NOTES)
    expect(impossible.status).toBe('impossible')
    expect(impossible.clash).toEqual(clash)
    expect(impossible.service.urgent).toMatchObject({ due: 10, inTime: 0, share: 0 })
    expect(impossible.stamp.checked).toBe(false)
  })
})

describe('contacts in a day', () => {
  it('are split evenly over those who hold the clinic, and added up over the day', () => {
    const rota = {
      assignments: [works('gp-1', MON_AM), works('gp-2', MON_AM), works('gp-1', MON_PM, { work: 'duty' })],
      clinics: [clinic('urgent', MON_AM, 20), clinic('urgent', MON_PM, 6, { work: 'duty' })],
    }
    const busiest = busiestDays(smallWeek(), rota)
    expect(busiest.get('gp-1')).toBe(16)
    expect(busiest.get('gp-2')).toBe(10)
  })

  it('of two days are not added up', () => {
    const rota = {
      assignments: [works('gp-1', MON_AM), works('gp-1', TUE_AM)],
      clinics: [clinic('urgent', MON_AM, 12), clinic('urgent', TUE_AM, 15)],
    }
    expect(busiestDays(smallWeek(), rota).get('gp-1')).toBe(15)
  })
})

describe('findings', () => {
  it('are read by level, then by amount × weight, then in order of time and place', () => {
    const given = [
      finding({ level: 'wish', amount: 9, sentence: 'wish' }),
      finding({ amount: 1, weight: 5, sentence: 'heavy' }),
      finding({ amount: 2, date: '2026-12-01', part: 'pm', sentence: 'tue pm' }),
      finding({ amount: 2, date: '2026-12-01', part: 'am', site: 'B', sentence: 'tue am B' }),
      finding({ amount: 2, date: '2026-12-01', part: 'am', site: 'A', sentence: 'tue am A' }),
      finding({ level: 'never', amount: 1, sentence: 'never' }),
    ]
    const order = ['never', 'heavy', 'tue am A', 'tue am B', 'tue pm', 'wish']
    expect(inOrder(smallWeek(), given).map((f) => f.sentence)).toEqual(order)
    expect(inOrder(smallWeek(), [...given].reverse()).map((f) => f.sentence)).toEqual(order)
  })
})
