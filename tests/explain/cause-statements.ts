/** Whether what a cause states, beside whom it asked, is true of the document and the rota: counted once more. */
import type { Statement, Window } from '../../solver/explain/causes/cause.ts'
import { isMetBy, type Need } from '../../src/needs.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Ground } from './cause-facts.ts'

export function holds(said: Statement, ground: Ground): boolean {
  const { document, problem, rota } = ground
  const people = document.people
  const roleOf = (id: string) => people.find((p) => p.id === id)?.role
  switch (said.kind) {
    case 'closed':
      return said.sessions.every((s) => said.sites.every((site) => isClosed(site, s, ground)))
    case 'no-session':
    case 'by-hand':
      return true
    case 'who':
      return (said.unasked ?? []).every((id) => hasSessionLeft(id, ground))
    case 'unheld':
      return people.every((p) => !said.roles.includes(p.role))
    case 'none-of-role':
      return people.every((p) => p.role !== said.role || !worksAt(p, said.site))
    case 'all-there':
      return problem.people
        .filter((p) => (said.role ?? p.role) === p.role && p.sites.includes(said.site) && meetsAny(p, problem))
        .every((p) =>
          rota.assignments.some((a) => a.person === p.id && a.site === said.site && a.session === said.session),
        )
    case 'unmet-by-anybody':
      return problem.people.every(
        (p) => !meets(p, said.need, problem) || !(said.site === null || p.sites.includes(said.site)),
      )
    case 'no-skill':
      return people.every((p) => !said.roles.includes(p.role) || !(p.skills ?? []).includes(said.skill))
    case 'at-work':
      return isAtWork(said, ground)
    case 'nobody-at-work':
      return isNobodyAtWork(said, ground)
    case 'does':
      return rota.assignments.includes(said.assignment) && said.pinned === isPinned(said.assignment, problem)
    case 'does-too':
    case 'sites-of':
      return said.assignments.every((a) => rota.assignments.includes(a))
    case 'free-all-day':
      return rota.assignments.every((a) => a.person !== said.person || dayOf(a, problem) !== said.day || isCountable(a))
    case 'there':
      return said.people.every((id) =>
        rota.assignments.some((a) => a.person === id && a.site === said.site && a.session === said.session),
      )
    case 'looked-after':
      return said.people.every((id) => document.roles.find((r) => r.id === roleOf(id))?.supervision !== undefined)
    case 'week': {
      const mine = rota.assignments.filter(
        (a) => a.person === said.person && problem.horizon.sessions[a.session]?.week === said.week,
      )
      const { free = [] } = problem.availability.get(said.person) ?? {}
      const sites = problem.personById.get(said.person)?.sites ?? []
      const isOpen = (s: number) => sites.some((site) => problem.siteById.get(site)?.open[s] === true)
      const spare = said.left.every((s) => free[s] === true && isOpen(s) && !mine.some((a) => a.session === s))
      return spare && mine.length === said.assignments.length && mine.every((a) => said.assignments.includes(a))
    }
    case 'sessions-of': {
      const pinned = said.assignments.filter((a) => isPinned(a, problem)).length
      return (
        said.assignments.every((a) => a.person === said.person && rota.assignments.includes(a)) &&
        pinned === said.pinned
      )
    }
    case 'evenings': {
      const offers = said.could.filter((id) =>
        rota.assignments.some(
          (a) => a.person === id && meetsNeeds(a.work) && problem.horizon.sessions[a.session]?.enhancedAccess === true,
        ),
      )
      return offers.length === said.do
    }
    case 'worst-needs':
      return said.open.every(({ contacts }) => contacts > 0)
    case 'booked-mostly':
      return rota.clinics.some((c) => c.need === said.need.id && c.contacts === said.contacts)
    case 'spending':
      return said.roles.every(({ role, pounds }) => pounds > 0 && document.roles.some((r) => r.id === role))
  }
}

/** Free in some session of a week whose agreed sessions are not all given. */
function hasSessionLeft(id: string, { problem, rota }: Ground): boolean {
  const own = problem.availability.get(id)
  return problem.horizon.sessions.some((s) => {
    const mine = rota.assignments.filter((a) => a.person === id && problem.horizon.sessions[a.session]?.week === s.week)
    const given = mine.reduce((sum, a) => sum + (problem.horizon.sessions[a.session]?.counts ?? 1), 0)
    const isIdle = mine.every((a) => a.session !== s.index)
    return own?.free[s.index] === true && isIdle && given + s.counts <= (own.most[s.week] ?? 0) + 1e-9
  })
}

function isClosed(site: string, index: number, { document, problem }: Ground): boolean {
  const { date, part = '' } = problem.horizon.sessions[index] ?? {}
  return (document.closed ?? []).some(
    (c) => c.date === date && (c.sites?.includes(site) ?? true) && (c.parts?.includes(part) ?? true),
  )
}

function worksAt(person: { readonly home: string; readonly sites?: readonly string[] }, site: string): boolean {
  return person.home === site || (person.sites ?? []).includes(site)
}

function meets({ cadre }: Person, need: Need, problem: Problem): boolean {
  return problem.cadreById.get(cadre)?.meets.has(need.id) === true
}

function meetsAny({ cadre }: Person, problem: Problem): boolean {
  return (problem.cadreById.get(cadre)?.meets.size ?? 0) > 0
}

function isPinned(a: Assignment, { pins }: Problem): boolean {
  return pins.some((p) => p.person === a.person && p.session === a.session && p.site === a.site && p.work === a.work)
}

function dayOf(a: Assignment, { horizon }: Problem): number | undefined {
  return horizon.sessions[a.session]?.day
}

/** Learning, paperwork and partners' time that no rule holds to a day. */
function isCountable({ work }: Assignment): boolean {
  return work === 'training' || work === 'admin' || work === 'outside'
}

/** Its sessions, people and minutes are those that work on the need in its window. */
function isAtWork(said: Extract<Statement, { kind: 'at-work' }>, { problem, rota }: Ground): boolean {
  const mine = forNeed(said, { problem, rota }).filter((a) => said.people.includes(a.person))
  const all = mine.reduce((sum, a) => sum + minutesOf(a, problem), 0)
  const loose = said.loose.reduce((sum, { minutes }) => sum + minutes, 0)
  const isAll = said.window.kind === 'waiting' || said.window.kind === 'up-to' || mine.length === said.sessions
  return (
    isAll &&
    mine.length >= said.sessions &&
    all >= said.minutes.all - 1e-6 &&
    loose <= said.minutes.all - said.minutes.booked + 1e-6
  )
}

function isNobodyAtWork(said: Extract<Statement, { kind: 'nobody-at-work' }>, ground: Ground): boolean {
  return forNeed(said, ground).every((a) => !said.sessions.includes(a.session))
}

/** Assignments that could meet the need at the site (null: anywhere), if the window is given by days. */
function forNeed(
  { need, site, window }: { readonly need: Need; readonly site: string | null; readonly window: Window },
  { problem, rota }: Pick<Ground, 'problem' | 'rota'>,
): Assignment[] {
  return rota.assignments.filter((a) => {
    const person = problem.personById.get(a.person)
    const date = problem.horizon.sessions[a.session]?.date ?? ''
    const isIn =
      window.kind === 'session'
        ? a.session === window.session
        : window.kind === 'day'
          ? date === window.date
          : window.kind !== 'up-to' || date <= window.date
    const isHere = site === null || a.site === site
    return (
      isIn &&
      isHere &&
      meetsNeeds(a.work) &&
      isMetBy(need, a.work) &&
      person !== undefined &&
      meets(person, need, problem)
    )
  })
}

function minutesOf(a: Assignment, problem: Problem): number {
  const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
  const length = (problem.horizon.sessions[a.session]?.minutes ?? 0) / (role?.sessionMinutes ?? 1)
  return meetsNeeds(a.work) ? (role?.patientMinutes ?? 0) * Math.min(1, length) * PATIENT_SHARE[a.work] : 0
}
