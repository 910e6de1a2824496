/**
 * Who needs supervision has a supervisor near, with time for it.
 * For each session, and each site (or the whole network, depending on the role): supervised people ≤ supervisors × most per supervisor; and
 * supervisors' minutes − minutes of their contacts ≥ minutes of supervision needed, in sessions of 180 minutes.
 */
import type { Breach } from '../../src/breach.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds, type Rota, type Work } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'
import { count, peopleNames, siteName, when } from '../../src/wording/names.ts'
import { figure } from '../facts/rule-settings.ts'
import { type Circle, circlesOf } from '../facts/supervision-groups.ts'
import { timeShare } from '../facts/time-share.ts'
import type { Draft, Placement, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

/** Minutes that this rule counts as one session, whatever the role. */
const SESSION = 180

export const supervision: Rule = {
  id: 'supervision',
  title: 'Who needs supervision has a supervisor near, with time for it.',
  level: 'safety',
  why: 'Trainees and new roles are safe where somebody can be asked.',
  unit: 'sessions',
  assumes: ['clinic-time'],
  numbers: {
    perSupervisor: {
      default: 2,
      shape: 'whole',
      meaning: 'people whom one supervisor looks after in a session',
      source: 'a default of this project',
    },
  },

  add(draft, problem) {
    const most = figure(supervision, problem, 'perSupervisor')
    for (const circle of circlesOf(problem)) {
      for (const session of problem.horizon.sessions) {
        const here = problem.sites
          .filter((s) => circle.site === null || s.id === circle.site)
          .flatMap((s) => draft.at(s.id, session.index))
        const supervised = here.filter((p) => circle.supervised.has(p.role) && meetsNeeds(p.work))
        if (!supervised.some((p) => draft.allowed(p))) continue
        const supervisors = here.filter((p) => circle.by.has(p.role) && supervises(p.work))
        draft.atMost(
          [...supervised.map((p): Term => [p.column, 1]), ...supervisors.map((p): Term => [p.column, -most])],
          0,
        )
        draft.atLeast(spareMinutes(draft, session, { supervised, supervisors, site: circle.site }), 0)
      }
    }
  },

  check(rota, problem) {
    return circlesOf(problem).flatMap((circle) =>
      problem.horizon.sessions.flatMap(({ index }) => checkCircle(circle, index, { rota, problem })),
    )
  },

  say(breach, problem) {
    const at = breach.site === undefined ? '' : ` at ${siteName(breach.site, problem)}`
    const { minutes, supervisors = 0 } = breach.figures ?? {}
    const people = breach.people ?? []
    const names = peopleNames(people, problem)
    if (minutes !== undefined)
      return `${when(breach, problem)}${at}: ${count(minutes, 'minute')} of a supervisor’s time are missing for ${names}.`
    if (supervisors === 0) return `${when(breach, problem)}: ${names} ${are(people)} without a supervisor${at}.`
    return `${when(breach, problem)}${at}: ${names} are too many for ${count(supervisors, 'supervisor')} to look after.`
  },
}

function are(people: readonly string[]): string {
  return people.length === 1 ? 'is' : 'are'
}

function supervises(work: Work): boolean {
  return work === 'clinic' || work === 'duty' || work === 'supervision'
}

/** Supervisors' minutes − minutes of their contacts − minutes of supervision needed, in sessions. */
function spareMinutes(
  draft: Draft,
  session: Session,
  group: { supervised: readonly Placement[]; supervisors: readonly Placement[]; site: string | null },
): Term[] {
  const roleOf = (p: Placement) => draft.problem.roleById.get(p.role)
  const roles = new Set(group.supervisors.map((p) => p.role))
  const had = group.supervisors.map((p): Term => {
    const role = roleOf(p)
    const share = role === undefined ? 0 : timeShare(role, session, p.work === 'duty' ? 'duty' : 'clinic')
    return [p.column, ((role?.patientMinutes ?? 0) * share) / SESSION]
  })
  const spent = draft.problem.sites
    .filter((site) => group.site === null || site.id === group.site)
    .flatMap((site) => draft.flow().postsAt(site.id, session.index))
    .filter((post) => roles.has(post.cadre.role) && post.work !== 'visits')
    .flatMap((post) => post.met.map((m): Term => [m.column, -m.minutes / SESSION]))
  const asked = group.supervised.map((p): Term => {
    const role = roleOf(p)
    const share = role === undefined ? 0 : timeShare(role, session, 'clinic')
    return [p.column, (-(role?.supervision?.minutes ?? 0) * share) / SESSION]
  })
  return [...had, ...spent, ...asked]
}

/** Breaches of one circle in one session: too few supervisors, or too few of their minutes. */
function checkCircle(circle: Circle, index: number, { rota, problem }: { rota: Rota; problem: Problem }): Breach[] {
  const roleOf = (a: Assignment) => problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
  const inCircle = (place: { session: number; site: string }) =>
    place.session === index && (circle.site === null || place.site === circle.site)
  const there = rota.assignments.filter(inCircle)
  const supervised = there.filter((a) => circle.supervised.has(roleOf(a)?.id ?? '') && meetsNeeds(a.work))
  if (supervised.length === 0) return []
  const supervisors = there.filter((a) => circle.by.has(roleOf(a)?.id ?? '') && supervises(a.work))
  let minutes = 0
  for (const a of there) {
    const role = roleOf(a)
    const length = Math.min(1, (problem.horizon.sessions[index]?.minutes ?? 0) / (role?.sessionMinutes ?? 1))
    if (supervised.includes(a)) minutes -= (role?.supervision?.minutes ?? 0) * length
    if (supervisors.includes(a))
      minutes += (role?.patientMinutes ?? 0) * length * (a.work === 'duty' ? PATIENT_SHARE.duty : 1)
  }
  for (const c of rota.clinics) {
    const cadre = problem.cadreById.get(c.cadre)
    if (inCircle(c) && c.work !== 'visits' && circle.by.has(cadre?.role ?? ''))
      minutes -= c.contacts * (cadre?.meets.get(c.need)?.minutes ?? 0)
  }
  const people = supervised.map((a) => a.person)
  const place = { people, session: index, ...(circle.site === null ? {} : { site: circle.site }) }
  const alone = people.length - figure(supervision, problem, 'perSupervisor') * supervisors.length
  return [
    ...(alone > 0 ? [{ amount: alone, ...place, figures: { supervisors: supervisors.length } }] : []),
    ...(minutes < -1e-6 * SESSION ? [{ amount: -minutes / SESSION, ...place, figures: { minutes: -minutes } }] : []),
  ]
}
