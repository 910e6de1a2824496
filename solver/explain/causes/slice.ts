/**
 * The part of a week and its rota that a change of one or two sessions can affect for a rule, given the rule's reach. The difference that
 * the change makes to the rule's findings is the same in the slice as in the whole rota; a property test verifies that.
 */
import type { Need } from '../../../src/needs.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Assignment, Clinic, Rota } from '../../../src/rota.ts'
import { applied, type Change, decided } from './change.ts'
import { Memory, type Scene } from './scene.ts'

/** A week and a rota reduced to what matters, before and after the change. */
export interface Slice {
  readonly problem: Problem
  readonly before: Rota
  /** The week with the change's decisions pinned. */
  readonly problemAfter: Problem
  readonly after: Rota
}

/**
 * What a rule's findings depend on: each assignment and clinic by itself; everything one person does; everything at one site in one
 * session, in a whole session, or on one day among people of one cadre, whoever’s patients they are; contacts of one need of one practice;
 * the same, compared with other needs (`flow`); or any of the people and days together.
 */
export type Reach = 'alone' | 'person' | 'site' | 'session' | 'cadre' | 'need' | 'flow' | 'near'

/** Undefined if a rule of this reach cannot see the change at all. */
export function sliceOf(scene: Scene, change: Change, reach: Reach): Slice | undefined {
  const isPlaced = change.on.length + change.off.length > 0
  switch (reach) {
    case 'alone': {
      const before = { assignments: change.off, clinics: change.less ?? [] }
      const after = { assignments: change.on, clinics: change.met === undefined ? [] : [change.met] }
      const problem = narrowed(scene.problem, change, [])
      return { problem, before, problemAfter: problem, after }
    }
    case 'person':
      return isPlaced ? cut(scene, change, { assignments: ownOf(scene, change), clinics: [] }) : undefined
    case 'session':
      return cut(scene, change, goingOn(scene, sessionsOf(change)))
    case 'site':
      return cut(scene, change, atSites(scene, change))
    case 'cadre':
      return cut(scene, change, ofCadres(scene, change))
    case 'near': {
      const { assignments, clinics } = goingOn(scene, daysOf(scene, change))
      return cut(scene, change, { assignments: [...new Set([...ownOf(scene, change), ...assignments])], clinics })
    }
    case 'flow':
      return flowOf(scene, change, scene.problem.needs)
    case 'need':
      return flowOf(scene, change, needsOf(scene, change))
  }
}

function cut({ problem }: Scene, change: Change, before: Rota): Slice {
  const own = narrowed(problem, change, before.assignments)
  return { problem: own, before, problemAfter: decided(change, own), after: applied(change, before) }
}

/** Everything that the people of the change do. */
function ownOf(scene: Scene, { off, on }: Change): readonly Assignment[] {
  const people = [...new Set([...off, ...on].map((a) => a.person))]
  const weeks = Array.from({ length: scene.problem.horizon.weeks }, (_, week) => week)
  return people.flatMap((person) => weeks.flatMap((week) => scene.inWeek(person, week)))
}

function goingOn(scene: Scene, sessions: readonly number[]): Rota {
  return {
    assignments: sessions.flatMap((session) => scene.inSession(session)),
    clinics: sessions.flatMap((session) => scene.clinicsIn(session)),
  }
}

/** Work at the sites of the change in its sessions. */
function atSites(scene: Scene, change: Change): Rota {
  const sites = new Set([...change.off, ...change.on, ...contactsOf(change)].map(({ site }) => site))
  const places = sessionsOf(change).flatMap((session) => [...sites].map((site) => ({ session, site })))
  return {
    assignments: places.flatMap(({ site, session }) => scene.there(site, session)),
    clinics: places.flatMap(({ site, session }) => scene.clinicsAt(site, session)),
  }
}

/** Work of the cadres concerned on the days of the change. */
function ofCadres(scene: Scene, change: Change): Rota {
  const cadreOf = ({ person }: Assignment) => scene.problem.personById.get(person)?.cadre ?? ''
  const cadres = new Set([
    ...[...change.off, ...change.on].map(cadreOf),
    ...contactsOf(change).map(({ cadre }) => cadre),
  ])
  const { assignments, clinics } = goingOn(scene, daysOf(scene, change))
  return {
    assignments: assignments.filter((a) => cadres.has(cadreOf(a))),
    clinics: clinics.filter(({ cadre }) => cadres.has(cadre)),
  }
}

function sessionsOf(change: Change): number[] {
  return [...new Set([...change.off, ...change.on, ...contactsOf(change)].map(({ session }) => session))]
}

/** All sessions of the days of the change. */
function daysOf({ problem: { horizon } }: Scene, change: Change): number[] {
  const days = new Set(sessionsOf(change).map((session) => horizon.sessions[session]?.day))
  return horizon.sessions.filter(({ day }) => days.has(day)).map(({ index }) => index)
}

function contactsOf({ met, less = [] }: Change): readonly Clinic[] {
  return [...(met === undefined ? [] : [met]), ...less]
}

/** The week reduced to these people and the change's sites; look-ups by id stay complete. */
function narrowed(problem: Problem, change: Change, assignments: readonly Assignment[]): Problem {
  const placed = [...change.off, ...change.on]
  const people = new Set([...placed, ...assignments].map((a) => a.person))
  const sites = new Set([...placed, ...contactsOf(change)].map(({ site }) => site))
  const isOf = (row: { readonly person: string }) => people.has(row.person)
  return {
    ...problem,
    people: [...people].flatMap((id) => problem.personById.get(id) ?? []),
    sites: [...sites].flatMap((id) => problem.siteById.get(id) ?? []),
    arrivals: [],
    waiting: [],
    pins: problem.pins.filter(isOf),
    published: problem.published?.filter(isOf) ?? null,
  }
}

/** Needs whose contacts the change affects, including returns to a GP if there are any. */
function needsOf({ problem }: Scene, change: Change): readonly Need[] {
  const contacts = contactsOf(change)
  const returns = contacts.some(({ cadre, need }) => (problem.cadreById.get(cadre)?.meets.get(need)?.returns ?? 0) > 0)
  return problem.needs.filter((need) => contacts.some((c) => c.need === need.id) || (returns && need.followUp))
}

/** Their contacts at the practices that the change affects. */
function flowOf(scene: Scene, change: Change, known: readonly Need[]): Slice | undefined {
  const contacts = contactsOf(change)
  if (contacts.length === 0) return undefined
  const needs = needsOf(scene, change)
  const sites = scene.problem.sites.filter(({ id }) => contacts.some((c) => c.patientsOf === id))
  const key = [known.length, ...needs.map(({ id }) => id), '|', ...sites.map(({ id }) => id)].join(' ')
  const { problem, before } = FLOWS.of(scene, key, () => flowBefore(scene, { needs, sites, known }))
  return { problem, before, problemAfter: problem, after: applied({ ...change, off: [], on: [] }, before) }
}

/** Cached: the same for every change to the contacts of these needs and practices. */
const FLOWS = new Memory<Pick<Slice, 'problem' | 'before'>>()

function flowBefore(
  scene: Scene,
  { needs, sites, known }: { needs: readonly Need[]; sites: Problem['sites']; known: readonly Need[] },
): Pick<Slice, 'problem' | 'before'> {
  // Returns come from every need.
  const all = needs.some((need) => need.followUp) ? scene.problem.needs : needs
  return {
    problem: {
      ...scene.problem,
      needs: known,
      sites,
      people: [],
      arrivals: needs.flatMap((need) => sites.flatMap((site) => scene.arrivalsOf(need.id, site.id))),
      waiting: needs.flatMap((need) => sites.flatMap((site) => scene.backlogOf(need.id, site.id))),
    },
    before: {
      assignments: [],
      clinics: sites.flatMap((site) => all.flatMap((need) => scene.clinicsFor(need.id, site.id))),
    },
  }
}
