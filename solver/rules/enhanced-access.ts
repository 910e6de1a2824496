/**
 * Evenings and Saturdays offer the appointments that the network owes, with a GP in a building.
 * For each week: minutes with patients in enhanced-access sessions ≥ 60 for every 1,000 weighted patients. For each such
 * session: people who may hold the duty, at work in a building, ≥ 1; or, as the network sets it, ≥ 1 where anybody works.
 */
import type { Breach } from '../../src/breach.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import type { Draft, Placement, Term } from '../draft.ts'
import { figure, setting } from '../numbers.ts'
import { placed } from '../placed.ts'
import type { Rule } from '../rule.ts'
import { timeShare } from '../service.ts'
import { count, when } from '../words.ts'

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
      default: 60,
      shape: 'amount',
      meaning: 'minutes with patients a week for every 1,000 weighted patients of the network',
      source: 'the Network Contract Directed Enhanced Service since October 2022',
    },
    gpThroughout: {
      default: true,
      shape: 'flag',
      meaning: 'a GP is there in all evening and Saturday sessions; false: in those in which anybody works',
      source: 'NHS England, on the network standard hours: a GP present at one site for all of them',
    },
  },

  add(draft, problem) {
    const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
    const owed = (figure(enhancedAccess, problem, 'minutesPerThousand') * patients) / 1000
    for (let week = 0; week < problem.horizon.weeks; week++) {
      const sessions = problem.horizon.sessions.filter(
        (s) => s.week === week && s.enhancedAccess && problem.sites.some((site) => site.open[s.index]),
      )
      if (sessions.length === 0) continue
      const offered = sessions.flatMap((session) =>
        allAt(draft, session).flatMap((p) => minutesOf(p, session, problem)),
      )
      draft.atLeast(
        offered.map(([column, minutes]): Term => [column, minutes / SESSION]),
        owed / SESSION,
      )
      for (const session of sessions) askForGp(draft, session)
    }
  },

  check(rota, problem) {
    const perThousand = figure(enhancedAccess, problem, 'minutesPerThousand')
    const throughout = setting(enhancedAccess, problem, 'gpThroughout') === true
    const owed = problem.sites.reduce((sum, site) => sum + (perThousand * site.adjustedPatients) / 1000, 0)
    const assignments = placed(rota, problem)
    const offered = new Map<number, number>()
    const breaches: Breach[] = []
    for (const session of problem.horizon.sessions) {
      if (!session.enhancedAccess || !problem.sites.some((site) => site.open.at(session.index))) continue
      const there = assignments.filter((a) => a.session === session.index)
      const minutes = there.reduce((sum, a) => sum + withPatients(a, problem), 0)
      offered.set(session.week, (offered.get(session.week) ?? 0) + minutes)
      const isGp = (a: Assignment) => problem.roleById.get(problem.personById.get(a.person)?.role ?? '')?.duty === true
      const gp = there.some((a) => isGp(a) && !a.remote && ['clinic', 'duty', 'supervision'].includes(a.work))
      const asked = throughout || there.some((a) => meetsNeeds(a.work))
      if (asked && !gp) breaches.push({ amount: 1, session: session.index })
    }
    for (const [week, minutes] of offered) {
      if (owed - minutes > 1e-6)
        breaches.push({ amount: (owed - minutes) / SESSION, week, figures: { owed, offered: minutes } })
    }
    return breaches
  },

  say(breach, problem) {
    if (breach.session !== undefined) return `${when(breach, problem)}: no GP is in any building of the network.`
    const { owed = 0, offered = 0 } = breach.figures ?? {}
    return `Evenings and Saturdays of ${when(breach, problem)} offer ${count(offered / 60, 'hour')} of appointments, where ${count(owed / 60, 'hour')} are owed.`
  },
}

/** Minutes that the person has for patients in the session. */
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

function askForGp(draft: Draft, session: Session): void {
  const { problem } = draft
  const here = allAt(draft, session)
  const present = here.filter(
    (p) => problem.roleById.get(p.role)?.duty && (p.work === 'clinic' || p.work === 'duty' || p.work === 'supervision'),
  )
  const byTelephone = problem.cadres.flatMap((cadre) =>
    problem.roleById.get(cadre.role)?.duty !== true
      ? []
      : problem.sites.flatMap((site): Term[] => {
          const column = draft.remote(cadre.id, site.id, session.index)
          return column === undefined ? [] : [[column, -1]]
        }),
  )
  const gps = [...present.map((p): Term => [p.column, 1]), ...byTelephone]
  if (setting(enhancedAccess, problem, 'gpThroughout') === true) {
    draft.atLeast(gps, 1)
    return
  }
  const working = here.filter((p) => meetsNeeds(p.work))
  if (working.length === 0) return
  // 1 as soon as anybody sees patients.
  const anybody = draft.column(0, 1)
  for (const p of working) {
    draft.define(
      [
        [anybody, 1],
        [p.column, -1],
      ],
      0,
      1,
    )
  }
  draft.atLeast([...gps, [anybody, -1]], 0)
}
