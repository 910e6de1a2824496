/**
 * The best rota of a tiny week, found by writing down every one and pricing it by the rules' own checks. No model, no
 * engine, no look at what a rule adds. Rotas hold what the house can plan: patient-facing work where the rest of the
 * programme could place it, whole contacts, promised learning and partners' time at the usual practice.
 */

import { judge, levelValues } from '../../solver/check/judge.ts'
import { promisedTogether } from '../../solver/facts/promised.ts'
import { isInForce, levelOf } from '../../solver/facts/rule-settings.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import { LEVELS, type Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import {
  type Assignment,
  type Clinic,
  COUNTED_WORKS,
  isCounted,
  meetsNeeds,
  type PatientWork,
  type Rota,
} from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'

export type Best =
  | { readonly kind: 'best'; readonly rota: Rota; readonly levels: ReadonlyMap<Level, number> }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-many' }

/** Differences smaller than this are sums of fractions, not preferences. */
const EVEN = 1e-7

/** Gives up where there are more ways to place people than `most`, or more plans of contacts. */
export function bestByEnumeration(problem: Problem, most: number): Best {
  const never = RULES.filter((rule) => levelOf(rule, problem) === 'never')
  const breaches = (rota: Rota) => never.reduce((sum, rule) => sum + amountOf(rule, rota, problem), 0)
  const missing = breaches({ assignments: [], clinics: [] })
  // What one person does alone can break a rule; what others do beside it never mends that, but for pins of their own.
  if (problem.people.some((person) => waysOf(person, problem) > most)) return { kind: 'too-many' }
  const alone = problem.people.map((person) =>
    schedules(person, problem).filter(
      (assignments) => breaches({ assignments, clinics: [] }) <= missing && isPromised(assignments, problem),
    ),
  )
  if (alone.reduce((product, ways) => product * ways.length, 1) > most) return { kind: 'too-many' }
  const safety = RULES.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'safety')
  const placings = together(alone)
    .filter((assignments) => breaches({ assignments, clinics: [] }) <= EVEN && isPromised(assignments, problem))
    .map((assignments) => ({ assignments, least: price(safety, { assignments, clinics: [] }, problem) }))
    // Contacts add to what is unsafe and never take from it: the safest placings come first, and end the search.
    .sort((a, b) => a.least - b.least)
  const search = new Search(problem, breaches)
  for (const { assignments, least } of placings) {
    if (!search.isHopeless(least)) search.plan(assignments, most)
    if (search.tried > most) return { kind: 'too-many' }
  }
  return search.best
}

/** No more learning and partners' time than is promised, or decided already; whoever is promised none has it where it was decided. */
function isPromised(assignments: readonly Assignment[], problem: Problem): boolean {
  const promises = promisedTogether(problem)
  const isAsked = ({ person, work }: Assignment) =>
    promises.some((p) => p.most > 0 && p.work === work && p.people.includes(person))
  if (!assignments.every((a) => !isCounted(a.work) || isAsked(a) || isDecided(a, problem))) return false
  return promises.every(({ people, week, work, most }) => {
    const isTheirs = (a: { readonly person: string; readonly session: number; readonly work: string }) =>
      people.includes(a.person) && a.work === work && problem.horizon.sessions[a.session]?.week === week
    const decided = [...problem.pins, ...(problem.published ?? [])].filter(isTheirs)
    const sessions = new Set(decided.map((one) => `${one.person} ${one.session}`))
    return assignments.filter(isTheirs).length <= Math.max(most, sessions.size)
  })
}

function isDecided(a: Assignment, { pins, published }: Problem): boolean {
  return [...pins, ...(published ?? [])].some(
    (one) => one.person === a.person && one.session === a.session && one.site === a.site && one.work === a.work,
  )
}

function amountOf(rule: Rule, rota: Rota, problem: Problem): number {
  return rule.check(rota, problem).reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
}

function price(rules: readonly Rule[], rota: Rota, problem: Problem): number {
  return levelValues(judge(rota, problem, rules)).get('safety') ?? 0
}

class Search {
  readonly #problem: Problem
  readonly #breaches: (rota: Rota) => number
  #rota: Rota | undefined
  #levels: ReadonlyMap<Level, number> = new Map()
  /** Plans looked at so far, kept or broken. */
  tried = 0

  constructor(problem: Problem, breaches: (rota: Rota) => number) {
    this.#problem = problem
    this.#breaches = breaches
  }

  get best(): Best {
    if (this.#rota === undefined) return { kind: 'none' }
    return { kind: 'best', rota: this.#rota, levels: this.#levels }
  }

  isHopeless(safety: number): boolean {
    return this.#rota !== undefined && safety > (this.#levels.get('safety') ?? 0) + EVEN
  }

  /** Every whole plan of contacts over these people. A plan that breaks a rule that never bends is broken by any larger one. */
  plan(assignments: readonly Assignment[], most: number): void {
    const lines = conceivable(assignments, this.#problem)
    const walk = (at: number, clinics: readonly Clinic[]) => {
      const line = lines[at]
      if (line === undefined) {
        this.#price({ assignments, clinics })
        return
      }
      walk(at + 1, clinics)
      for (let contacts = 1; this.tried <= most; contacts++) {
        const more = [...clinics, { ...line, contacts }]
        this.tried += 1
        if (this.#breaches({ assignments, clinics: more }) > EVEN) return
        walk(at + 1, more)
      }
    }
    walk(0, [])
  }

  #price(rota: Rota): void {
    const levels = levelValues(judge(rota, this.#problem))
    if (this.#rota !== undefined && compareLevels(levels, this.#levels) >= 0) return
    this.#rota = rota
    this.#levels = levels
  }
}

/** Negative where `a` is the better by the first level at which they differ by more than `even`. */
export function compareLevels(a: ReadonlyMap<Level, number>, b: ReadonlyMap<Level, number>, even = EVEN): number {
  for (const level of LEVELS) {
    const difference = (a.get(level) ?? 0) - (b.get(level) ?? 0)
    if (Math.abs(difference) > even * Math.max(1, Math.abs(b.get(level) ?? 0))) return difference
  }
  return 0
}

function waysOf(person: Person, problem: Problem): number {
  return problem.horizon.sessions.reduce((ways, { index }) => ways * (1 + options(person, index, problem).length), 1)
}

/** Every way in which one person may spend the horizon, an assignment or none in each session. */
function schedules(person: Person, problem: Problem): Assignment[][] {
  return problem.horizon.sessions.reduce<Assignment[][]>(
    (ways, { index }) => ways.flatMap((way) => [way, ...options(person, index, problem).map((one) => [...way, one])]),
    [[]],
  )
}

function options(person: Person, session: number, problem: Problem): Assignment[] {
  if (problem.availability.get(person.id)?.free[session] !== true) return []
  const { enhancedAccess = false } = problem.horizon.sessions[session] ?? {}
  const at = (site: string, work: Assignment['work'], remote = false) => ({
    person: person.id,
    session,
    site,
    work,
    remote,
  })
  const home = [at(person.home, 'visits'), ...COUNTED_WORKS.map((work) => at(person.home, work))]
  const published = (problem.published ?? []).filter(({ work }) => !meetsNeeds(work))
  const decided = [...problem.pins, ...published].flatMap(({ person: who, session: when, site, work }) =>
    who === person.id && when === session && site !== null && work !== 'off' ? [at(site, work)] : [],
  )
  const all = [
    ...person.sites.flatMap((site) => [
      at(site, 'clinic'),
      ...(byTelephone(person, problem) ? [at(site, 'clinic', true)] : []),
    ]),
    ...(enhancedAccess ? [] : [...person.sites.map((site) => at(site, 'duty')), ...home]),
    ...decided,
  ]
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

function byTelephone(person: Person, problem: Problem): boolean {
  const met = problem.cadreById.get(person.cadre)?.meets
  return problem.needs.some((need) => need.remote > 0 && !need.visit && met?.has(need.id))
}

function together(ways: readonly (readonly Assignment[][])[]): Assignment[][] {
  return ways.reduce<Assignment[][]>((all, own) => all.flatMap((one) => own.map((more) => [...one, ...more])), [[]])
}

/** Lines of a plan that somebody present might fill: who meets which need of whose patients, where and in what work. */
function conceivable(assignments: readonly Assignment[], problem: Problem): Omit<Clinic, 'contacts'>[] {
  const lines = assignments.flatMap(({ person, session, site, work }) => {
    const cadre = problem.cadreById.get(problem.personById.get(person)?.cadre ?? '')
    if (cadre === undefined || !meetsNeeds(work)) return []
    const needs = problem.needs.filter((need) => cadre.meets.has(need.id) && isMetIn(work, need))
    return needs.flatMap((need) =>
      (need.shared ? problem.sites.map((one) => one.id) : [site]).map((patientsOf) => ({
        ...{ session, site, cadre: cadre.id, work, need: need.id, patientsOf },
      })),
    )
  })
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]
}

function isMetIn(work: PatientWork, need: { readonly visit: boolean; readonly withinDays: number }): boolean {
  if (work === 'clinic') return true
  return work === 'visits' ? need.visit : need.withinDays === 0
}
