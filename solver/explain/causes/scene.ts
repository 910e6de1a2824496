/** A rota indexed for look-ups: who is where, who is left, what is full. */
import type { Arrivals, Waiting } from '../../../src/demand.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Assignment, Clinic, Rota } from '../../../src/rota.ts'
import type { Session } from '../../../src/time.ts'
import { RULES } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'

export interface Scene {
  readonly problem: Problem
  readonly rota: Rota
  /** THE LIST. */
  readonly rules: readonly Rule[]
  /** A person's assignments in a session: at most one unless a rule is broken. */
  of(person: string, session: number): readonly Assignment[]
  there(site: string, session: number): readonly Assignment[]
  /** Everybody at work in a session, at any site. */
  inSession(session: number): readonly Assignment[]
  clinicsIn(session: number): readonly Clinic[]
  clinicsAt(site: string, session: number): readonly Clinic[]
  /** The clinics in which a need of a practice's patients is met. */
  clinicsFor(need: string, patientsOf: string): readonly Clinic[]
  arrivalsOf(need: string, site: string): readonly Arrivals[]
  backlogOf(need: string, site: string): readonly Waiting[]
  /** A person's assignments of a week, in chronological order. */
  inWeek(person: string, week: number): readonly Assignment[]
  /** Contracted sessions that these use up. */
  worked(person: string, week: number): number
  isKeptFree(person: string, session: number): boolean
  isPinned(assignment: Assignment): boolean
}

const NONE: readonly never[] = []

export function sceneOf(problem: Problem, rota: Rota, rules: readonly Rule[] = RULES): Scene {
  const sessions = problem.horizon.sessions
  const weekOf = (a: Assignment) => sessions[a.session]?.week ?? 0
  const inOrder = [...rota.assignments].sort((a, b) => a.session - b.session)
  const byPerson = listed(inOrder, (a) => `${a.person} ${a.session}`)
  const bySite = listed(inOrder, (a) => `${a.site} ${a.session}`)
  const byWeek = listed(inOrder, (a) => `${a.person} ${weekOf(a)}`)
  const bySession = listed(inOrder, (a) => String(a.session))
  const clinics = listed(rota.clinics, (c) => `${c.site} ${c.session}`)
  const clinicsBySession = listed(rota.clinics, (c) => String(c.session))
  const byNeed = listed(rota.clinics, (c) => `${c.need} ${c.patientsOf}`)
  const arrivals = listed(problem.arrivals, (a) => `${a.need} ${a.site}`)
  const backlog = listed(problem.waiting, (w) => `${w.need} ${w.site}`)
  const pins = new Set(
    problem.pins.map((p) => `${p.person} ${p.session} ${p.work === 'off' ? 'off' : `${p.site} ${p.work}`}`),
  )
  const inWeek = (person: string, week: number) => byWeek.get(`${person} ${week}`) ?? NONE
  return {
    problem,
    rota,
    rules,
    of: (person, session) => byPerson.get(`${person} ${session}`) ?? NONE,
    there: (site, session) => bySite.get(`${site} ${session}`) ?? NONE,
    inSession: (session) => bySession.get(String(session)) ?? NONE,
    clinicsIn: (session) => clinicsBySession.get(String(session)) ?? NONE,
    clinicsAt: (site, session) => clinics.get(`${site} ${session}`) ?? NONE,
    clinicsFor: (need, patientsOf) => byNeed.get(`${need} ${patientsOf}`) ?? NONE,
    arrivalsOf: (need, site) => arrivals.get(`${need} ${site}`) ?? NONE,
    backlogOf: (need, site) => backlog.get(`${need} ${site}`) ?? NONE,
    inWeek,
    worked: (person, week) => inWeek(person, week).reduce((sum, a) => sum + (sessions[a.session]?.counts ?? 1), 0),
    isKeptFree: (person, session) => pins.has(`${person} ${session} off`),
    isPinned: (a) => pins.has(`${a.person} ${a.session} ${a.site} ${a.work}`),
  }
}

/** A cache per scene: many findings of a large network ask the same questions. */
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

/** Who occupies a site's rooms: people who see patients there in person. */
export function roomsTaken(scene: Scene, site: string, session: number): readonly Assignment[] {
  return scene.there(site, session).filter((a) => !a.remote && (a.work === 'clinic' || a.work === 'duty'))
}
