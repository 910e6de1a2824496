/**
 * Who needs supervision has a supervisor near, with time for it.
 * For each session, and each site (or the whole network, as the role says): supervised people ≤ supervisors × most per
 * supervisor; and supervisors' minutes − minutes of their contacts ≥ minutes of supervision needed, in sessions of 180 minutes.
 */
import { grouped } from '../../src/grouped.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds, type Work } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import type { Draft, Placement, Term } from '../draft.ts'
import { figure } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { count, siteName, when } from '../words.ts'

export const supervision: Rule = {
  id: 'supervision',
  title: 'Who needs supervision has a supervisor near, with time for it.',
  level: 'safety',
  why: 'Trainees and new roles are safe where somebody can be asked (domain.md 2.3).',
  unit: 'sessions',
  assumes: ['clinic-time'],
  numbers: {
    perSupervisor: {
      default: 2,
      shape: 'whole',
      meaning: 'people whom one supervisor looks after in a session',
      source: 'a default of this project (domain.md 2.3)',
    },
  },

  add(draft, problem) {
    const most = figure(supervision, problem, 'perSupervisor')
    for (const circle of circles(problem)) {
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
        draft.atLeast(spareMinutes({ draft, problem, session, supervised, supervisors, sites: circle.site }), 0)
      }
    }
  },

  check(rota, problem) {
    const most = figure(supervision, problem, 'perSupervisor')
    const roleOf = (a: Assignment) => problem.personById.get(a.person)?.role ?? ''
    return circles(problem).flatMap((circle) =>
      problem.horizon.sessions.flatMap((session) => {
        const here = rota.assignments.filter(
          (a) => a.session === session.index && (circle.site === null || a.site === circle.site),
        )
        const supervised = here.filter((a) => circle.supervised.has(roleOf(a)) && meetsNeeds(a.work))
        const supervisors = here.filter((a) => circle.by.has(roleOf(a)) && supervises(a.work))
        const place = { session: session.index, ...(circle.site === null ? {} : { site: circle.site }) }
        const alone = supervised.length - most * supervisors.length
        const needed = supervised.reduce((sum, a) => sum + askedOf(problem, roleOf(a), session), 0)
        const had = supervisors.reduce((sum, a) => sum + givenBy(problem, roleOf(a), session, a.work), 0)
        const spent = rota.clinics
          .filter((c) => c.session === session.index && (circle.site === null || c.site === circle.site))
          .filter((c) => c.work !== 'visits' && circle.by.has(problem.cadreById.get(c.cadre)?.role ?? ''))
          .reduce((sum, c) => sum + c.contacts * (problem.cadreById.get(c.cadre)?.meets.get(c.need)?.minutes ?? 0), 0)
        const short = supervised.length === 0 ? 0 : (needed + spent - had) / SESSION
        const breaches = alone > 0 ? [{ amount: alone, people: supervised.map((a) => a.person), ...place }] : []
        return short > 1e-6
          ? [
              ...breaches,
              {
                amount: short,
                people: supervised.map((a) => a.person),
                ...place,
                figures: { minutes: short * SESSION },
              },
            ]
          : breaches
      }),
    )
  },

  say(breach, problem) {
    const place = `${when(breach, problem)} at ${siteName(breach.site, problem)}`
    const minutes = breach.figures?.minutes
    if (minutes !== undefined)
      return `${place}: supervisors have ${count(minutes, 'minute')} too few for the people they look after.`
    return `${place}: ${count(breach.amount, 'session')} of people who need supervision have no supervisor near.`
  },
}

/** Minutes in which this rule counts a session, whatever the role. */
const SESSION = 180

/** Roles supervised by the same people, at one site or anywhere (`site` null). A network circle holds site circles too. */
interface Circle {
  readonly by: ReadonlySet<string>
  readonly supervised: ReadonlySet<string>
  readonly site: string | null
}

function circles(problem: Problem): Circle[] {
  const groups = grouped(
    problem.roles.filter((r) => r.supervision !== null),
    (r) => [...(r.supervision?.by ?? [])].sort().join(' '),
  )
  return groups.flatMap((roles) => {
    const by = new Set(roles[0]?.supervision?.by ?? [])
    const near = roles.filter((r) => r.supervision?.where === 'site').map((r) => r.id)
    const sites =
      near.length === 0 ? [] : problem.sites.map((s): Circle => ({ by, supervised: new Set(near), site: s.id }))
    return near.length === roles.length
      ? sites
      : [...sites, { by, supervised: new Set(roles.map((r) => r.id)), site: null }]
  })
}

function supervises(work: Work): boolean {
  return work === 'clinic' || work === 'duty' || work === 'supervision'
}

function askedOf(problem: Problem, role: string, session: Session): number {
  const r = problem.roleById.get(role)
  return (r?.supervision?.minutes ?? 0) * lengthOf(r, session)
}

function givenBy(problem: Problem, role: string, session: Session, work: Work): number {
  const r = problem.roleById.get(role)
  return (r?.patientMinutes ?? 0) * lengthOf(r, session) * (work === 'duty' ? PATIENT_SHARE.duty : 1)
}

function lengthOf(role: Role | undefined, session: Session): number {
  return Math.min(1, session.minutes / (role?.sessionMinutes ?? session.minutes))
}

function spareMinutes(at: {
  readonly draft: Draft
  readonly problem: Problem
  readonly session: Session
  readonly supervised: readonly Placement[]
  readonly supervisors: readonly Placement[]
  readonly sites: string | null
}): Term[] {
  const { draft, problem, session } = at
  const roles = new Set(at.supervisors.map((p) => p.role))
  const spent = draft.flow.posts
    .filter((post) => post.session.index === session.index && (at.sites === null || post.site === at.sites))
    .filter((post) => roles.has(post.cadre.role) && post.work !== 'visits')
    .flatMap((post) => post.met.map((m): Term => [m.column, -m.minutes / SESSION]))
  const had = at.supervisors.map((p): Term => [p.column, givenBy(problem, p.role, session, p.work) / SESSION])
  const asked = at.supervised.map((p): Term => [p.column, -askedOf(problem, p.role, session) / SESSION])
  return [...had, ...spent, ...asked]
}
