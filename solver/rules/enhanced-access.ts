/**
 * Evenings and Saturdays offer the appointments that the network owes, with a GP in a building.
 * For each week: minutes with patients in enhanced-access sessions ≥ 60 for every 1,000 weighted patients. The share of a week that falls
 * on closed sessions, such as the evening of a bank holiday, is made up in the same week or the next. For each open session: people who may
 * hold the duty, at work in a building, ≥ 1; or, if the network sets it so, ≥ 1 only if anybody works.
 */
import type { Breach } from '../../src/breach.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import { count, when } from '../../src/wording/names.ts'
import { setting } from '../facts/rule-settings.ts'
import { timeShare } from '../facts/time-share.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import { gpInABuilding } from './enhanced-access-rows.ts'
import type { Rule } from './rule.ts'

/** Minutes that this rule counts as one session. */
const SESSION = 240

export const enhancedAccess: Rule = {
  id: 'enhanced-access',
  title: 'Evenings and Saturdays offer the appointments that the network owes, with a GP in a building.',
  level: 'safety',
  why: 'The network has contracted for it, and who works in the evening must have a GP to turn to.',
  unit: 'sessions of four hours',
  assumes: ['clinic-time'],
  numbers: {
    minutesPerThousand: {
      default: null,
      shape: 'amount',
      meaning:
        'minutes with patients a week for every 1,000 weighted patients of the network; otherwise those of the contract of the year (60 in each year so far)',
      source: 'the Network Contract Directed Enhanced Service since October 2022 (src/contract-years.ts)',
    },
    gpThroughout: {
      default: true,
      shape: 'flag',
      meaning: 'a GP is there in all evening and Saturday sessions; false: in those in which anybody works',
      source: 'NHS England, on the network standard hours: a GP present at one site for all of them',
    },
  },

  add(draft, problem) {
    const throughout = setting(enhancedAccess, problem, 'gpThroughout') === true
    const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
    /** Minutes carried over from closed sessions of the week before. */
    let left: Term[] = []
    for (let week = 0; week < problem.horizon.weeks; week++) {
      const all = problem.horizon.sessions.filter((s) => s.week === week && s.enhancedAccess)
      const sessions = all.filter((s) => problem.sites.some((site) => site.open[s.index]))
      const lost = all.length === 0 ? 0 : 1 - lengthOf(sessions) / lengthOf(all)
      const owed = all.length === 0 ? 0 : (perThousand(week, problem) * patients) / 1000 / SESSION
      // Lost minutes are made up in the same week or the next.
      const later: Term[] = lost > 0 && owed > 0 ? [[draft.column(0, lost * owed), 1]] : []
      const offered = sessions.flatMap((session) =>
        allAt(draft, session).flatMap((p) => minutesOf(p, session, problem)),
      )
      const terms = offered.map(([column, minutes]): Term => [column, minutes / SESSION])
      // A week that is closed altogether carries everything it owes to the next through its own row.
      if (all.length > 0 || left.length > 0)
        draft.atLeast([...terms, ...later, ...left.map(([column]): Term => [column, -1])], owed)
      for (const session of sessions) gpInABuilding(draft, allAt(draft, session), throughout)
      left = later
    }
  },

  check(rota, problem) {
    const throughout = setting(enhancedAccess, problem, 'gpThroughout') === true
    const breaches: Breach[] = []
    const weeks = Array.from({ length: problem.horizon.weeks }, () => ({ offered: 0, open: 0, closed: 0 }))
    for (const session of problem.horizon.sessions) {
      const week = weeks[session.week]
      if (!session.enhancedAccess || week === undefined) continue
      if (!problem.sites.some((site) => site.open.at(session.index))) {
        week.closed += session.minutes
        continue
      }
      const there = rota.assignments.filter((a) => a.session === session.index)
      week.open += session.minutes
      week.offered += there.reduce((sum, a) => sum + withPatients(a, problem), 0)
      const isGp = (a: Assignment) => problem.roleById.get(problem.personById.get(a.person)?.role ?? '')?.duty === true
      const gp = there.some((a) => isGp(a) && !a.remote && ['clinic', 'duty', 'supervision'].includes(a.work))
      const asked = throughout || there.some((a) => meetsNeeds(a.work))
      if (asked && !gp) breaches.push({ amount: 1, session: session.index })
    }
    let carried = 0
    for (const [week, { offered, open, closed }] of weeks.entries()) {
      const each = open + closed > 0 ? perThousand(week, problem) / 1000 : 0
      const whole = problem.sites.reduce((sum, site) => sum + each * site.adjustedPatients, 0)
      const lost = closed > 0 ? (whole * closed) / (open + closed) : 0
      const owed = whole - lost + carried
      if (owed - offered > 1e-6)
        breaches.push({ amount: (owed - offered) / SESSION, week, figures: { owed, offered, carried } })
      carried = lost - Math.min(lost, Math.max(0, offered - owed))
    }
    return breaches
  },

  say(breach, problem) {
    if (breach.session !== undefined) return `${when(breach, problem)}: no GP is in any building of the network.`
    const { owed = 0, offered = 0, carried = 0 } = breach.figures ?? {}
    const madeUp = carried > 0 ? `, ${count(carried / 60, 'hour')} of them for what was closed the week before` : ''
    return `Evenings and Saturdays of ${when(breach, problem)} offer ${count(offered / 60, 'hour')} of appointments, where ${count(owed / 60, 'hour')} are owed${madeUp}.`
  },
}

/** Minutes owed in a week for every 1,000 weighted patients: the network's own figure, otherwise that of the year's contract. */
function perThousand(week: number, problem: Problem): number {
  const given = setting(enhancedAccess, problem, 'minutesPerThousand')
  const { year } = contractYearOf(problem.horizon.days[7 * week] ?? problem.horizon.from)
  return typeof given === 'number' ? given : year.enhancedAccessMinutes.value
}

function lengthOf(sessions: readonly Session[]): number {
  return sessions.reduce((sum, session) => sum + session.minutes, 0)
}

/** The person's minutes for patients in the session. */
function withPatients(a: Assignment, problem: Problem): number {
  const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
  const length = problem.horizon.sessions[a.session]?.minutes ?? 0
  if (role === undefined || !meetsNeeds(a.work)) return 0
  return PATIENT_SHARE[a.work] * Math.min(role.patientMinutes, (role.patientMinutes * length) / role.sessionMinutes)
}

function allAt(draft: Draft, session: Session): Placement[] {
  return draft.problem.sites.flatMap((site) => draft.at(site.id, session.index)).filter((p) => draft.allowed(p))
}

function minutesOf(p: Placement, session: Session, problem: Problem): Term[] {
  const role = problem.roleById.get(p.role)
  return role === undefined || !meetsNeeds(p.work)
    ? []
    : [[p.column, role.patientMinutes * timeShare(role, session, p.work)]]
}
