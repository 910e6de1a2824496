/** A rota laid out for looking things up: who is where, who is left, what is full. */
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Clinic, Rota } from '../../src/rota.ts'
import type { Session } from '../../src/time.ts'

export interface Scene {
  readonly problem: Problem
  readonly rota: Rota
  /** A person's assignments in a session: one, where no rule is broken. */
  of(person: string, session: number): readonly Assignment[]
  there(site: string, session: number): readonly Assignment[]
  clinicsAt(site: string, session: number): readonly Clinic[]
  /** Where a need of a practice's patients is met. */
  clinicsFor(need: string, patientsOf: string): readonly Clinic[]
  /** A person's assignments of a week, in order of time. */
  inWeek(person: string, week: number): readonly Assignment[]
  /** Contracted sessions that those use up. */
  worked(person: string, week: number): number
}

const NONE: readonly never[] = []

export function sceneOf(problem: Problem, rota: Rota): Scene {
  const sessions = problem.horizon.sessions
  const weekOf = (a: Assignment) => sessions[a.session]?.week ?? 0
  const inOrder = [...rota.assignments].sort((a, b) => a.session - b.session)
  const byPerson = listed(inOrder, (a) => `${a.person} ${a.session}`)
  const bySite = listed(inOrder, (a) => `${a.site} ${a.session}`)
  const byWeek = listed(inOrder, (a) => `${a.person} ${weekOf(a)}`)
  const clinics = listed(rota.clinics, (c) => `${c.site} ${c.session}`)
  const byNeed = listed(rota.clinics, (c) => `${c.need} ${c.patientsOf}`)
  const inWeek = (person: string, week: number) => byWeek.get(`${person} ${week}`) ?? NONE
  return {
    problem,
    rota,
    of: (person, session) => byPerson.get(`${person} ${session}`) ?? NONE,
    there: (site, session) => bySite.get(`${site} ${session}`) ?? NONE,
    clinicsAt: (site, session) => clinics.get(`${site} ${session}`) ?? NONE,
    clinicsFor: (need, patientsOf) => byNeed.get(`${need} ${patientsOf}`) ?? NONE,
    inWeek,
    worked: (person, week) => inWeek(person, week).reduce((sum, a) => sum + (sessions[a.session]?.counts ?? 1), 0),
  }
}

/** What has been found out about a scene: many findings of a large network ask the same. */
export class Memory<T> {
  readonly #known = new WeakMap<Scene, Map<string, T>>()

  of(scene: Scene, key: string, find: () => T): T {
    const known = this.#known.get(scene) ?? new Map<string, T>()
    this.#known.set(scene, known)
    const found = known.get(key) ?? find()
    known.set(key, found)
    return found
  }
}

function listed<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>()
  for (const item of items) {
    const list = lists.get(key(item))
    if (list === undefined) lists.set(key(item), [item])
    else list.push(item)
  }
  return lists
}

export function sessionAt(scene: Scene, index: number): Session | undefined {
  return scene.problem.horizon.sessions[index]
}

/** Rooms of a site that are taken: by whom sees patients there, and not by telephone or video. */
export function roomsTaken(scene: Scene, site: string, session: number): number {
  return scene.there(site, session).filter((a) => !a.remote && (a.work === 'clinic' || a.work === 'duty')).length
}

export function isFull(scene: Scene, site: string, session: number): boolean {
  return roomsTaken(scene, site, session) >= (scene.problem.siteById.get(site)?.rooms ?? 0)
}
