/**
 * The programme while the rules are writing it: who may work where and when as columns, and look-ups into them.
 * Rules that forbid placements come first in THE LIST; the flow of contacts (service.ts) is then laid out on what is left.
 */
import type { Problem } from '../src/problem.ts'
import { COUNTED_WORKS, type CountedWork, PATIENT_WORKS, type Work } from '../src/rota.ts'
import type { Person } from '../src/staff.ts'
import { Days } from './days.ts'
import { partnersAsked } from './partners.ts'
import { isConceivable } from './placeable.ts'
import { Flow } from './service.ts'

/** One yes/no column: this person does this work at this site in this session. */
export interface Placement {
  readonly column: number
  readonly person: string
  readonly cadre: string
  readonly role: string
  readonly session: number
  readonly site: string
  readonly work: Work
}

/** A column and its coefficient. */
export type Term = readonly [column: number, coefficient: number]

/** A row as a rule states it, before relax.ts lets it bend. */
export interface DraftRow {
  readonly rule: string
  readonly terms: readonly Term[]
  readonly lower: number
  readonly upper: number
  /** What one unit of shortfall counts within the rule; 0 for bookkeeping. */
  readonly weight: number
}

/** A column whose every unit counts towards a rule's amount, without a row. */
export interface Charge {
  readonly rule: string
  readonly column: number
  readonly amount: number
  readonly weight: number
}

/** Where a placement may be opened. */
export type Spot = Pick<Placement, 'person' | 'session' | 'site' | 'work'>

export class Draft {
  readonly problem: Problem
  /** True where a rota is given, whatever rules it breaks: then no rule is without exception. */
  readonly isGiven: boolean = false
  readonly placements: Placement[] = []
  readonly rows: DraftRow[] = []
  readonly charges: Charge[] = []
  readonly lower: number[] = []
  readonly upper: number[] = []
  readonly whole: boolean[] = []
  readonly #bySession = new Map<string, Placement[]>()
  readonly #byPlace = new Map<string, Placement[]>()
  readonly #byPerson = new Map<string, Placement[]>()
  readonly #counts = new Map<string, number>()
  readonly #remote = new Map<string, number>()
  #rule = ''
  #flow: Flow | undefined
  #days: Days | undefined

  /** `spots`: all that is conceivable, unless told otherwise. */
  constructor(problem: Problem, spots: Iterable<Spot> = conceivable(problem)) {
    this.problem = problem
    for (const spot of spots) this.#open(spot)
  }

  /** Rows and charges from here on belong to this rule. */
  beginRule(rule: string): void {
    this.#rule = rule
  }

  /** A new column between two finite bounds. */
  column(lower: number, upper: number, whole = false): number {
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(whole)
    return this.lower.length - 1
  }

  /** Terms ≤ most. A wish of no weight asks for nothing. */
  atMost(terms: readonly Term[], most: number, weight = 1): void {
    if (weight > 0) this.rows.push({ rule: this.#rule, terms, lower: Number.NEGATIVE_INFINITY, upper: most, weight })
  }

  /** Terms ≥ least. A wish of no weight asks for nothing. */
  atLeast(terms: readonly Term[], least: number, weight = 1): void {
    if (weight > 0) this.rows.push({ rule: this.#rule, terms, lower: least, upper: Number.POSITIVE_INFINITY, weight })
  }

  /** lower ≤ terms ≤ upper (an equation where upper is left out): bookkeeping of a rule, which never bends. */
  define(terms: readonly Term[], lower: number, upper = lower): void {
    this.rows.push({ rule: this.#rule, terms, lower, upper, weight: 0 })
  }

  /** Every unit of the column adds `amount` to what the rule is not kept by. */
  charge(column: number, amount: number, weight = 1): void {
    // A rule that a network has made one without exception does not count its breaches: it has none.
    if (this.problem.rules.get(this.#rule)?.level === 'never') this.atMost([[column, amount]], 0, weight)
    else if (amount !== 0) this.charges.push({ rule: this.#rule, column, amount, weight })
  }

  /** The placement is never taken; its column leaves the programme. */
  forbid(placement: Placement): void {
    this.upper[placement.column] = 0
  }

  allowed(placement: Placement): boolean {
    return (this.upper[placement.column] ?? 0) > 0
  }

  /** All placements of a person in a session. */
  inSession(person: string, session: number): readonly Placement[] {
    return this.#bySession.get(`${person}|${session}`) ?? []
  }

  /** All placements at a site in a session. */
  at(site: string, session: number): readonly Placement[] {
    return this.#byPlace.get(`${site}|${session}`) ?? []
  }

  of(person: string): readonly Placement[] {
    return this.#byPerson.get(person) ?? []
  }

  find(person: string, session: number, site: string, work: Work): Placement | undefined {
    return this.inSession(person, session).find((p) => p.site === site && p.work === work)
  }

  /** Work of a person that is only counted: training, admin, and partners' time where it is asked for. */
  countedWorks(person: Person): readonly CountedWork[] {
    const asked = partnersAsked(this.problem).some(({ people }) => people.includes(person.id))
    return COUNTED_WORKS.filter((work) => work !== 'outside' || asked)
  }

  /** All such sessions of a person's week, as terms. */
  countedIn(person: Person, week: number): Term[] {
    return this.countedWorks(person).map((work): Term => [this.counted(person, week, work), 1])
  }

  /** Column that counts a person's sessions of one such work in a week, without saying when. */
  counted(person: Person, week: number, work: CountedWork): number {
    const key = `${person.id}|${week}|${work}`
    const found = this.#counts.get(key)
    if (found !== undefined) return found
    const availability = this.problem.availability.get(person.id)
    // Half a session promised is kept by a whole one, or not at all.
    const promised = Math.ceil(availability?.protected[week] ?? 0)
    const most = Math.floor(availability?.most[week] ?? 0)
    const column = this.column(0, work === 'training' ? Math.min(promised, most) : most, true)
    this.#counts.set(key, column)
    return column
  }

  /** Column that counts the people of a cadre who work a clinic at the site by telephone and video, without a room. */
  remote(cadre: string, site: string, session: number): number | undefined {
    return this.#remote.get(`${cadre}|${site}|${session}`)
  }

  /** Opens such a column (once); `most` people can be remote. */
  openRemote(cadre: string, site: string, session: number, most: number): number {
    const column = this.remote(cadre, site, session) ?? this.column(0, most, true)
    this.#remote.set(`${cadre}|${site}|${session}`, column)
    return column
  }

  /** Every column that counts people by telephone and video. */
  get remoteColumns(): number[] {
    return [...this.#remote.values()]
  }

  /** The flow of contacts over the placements that are still allowed. */
  get flow(): Flow {
    this.#flow ??= new Flow(this)
    return this.#flow
  }

  /** Days on which people work. */
  get days(): Days {
    this.#days ??= new Days(this)
    return this.#days
  }

  #open({ person: personId, session, site, work }: Spot): void {
    const person = this.problem.personById.get(personId)
    if (person === undefined || this.find(personId, session, site, work) !== undefined) return
    const column = this.column(0, 1, true)
    const placement = { column, person: personId, cadre: person.cadre, role: person.role, session, site, work }
    this.placements.push(placement)
    push(this.#bySession, `${personId}|${session}`, placement)
    push(this.#byPlace, `${site}|${session}`, placement)
    push(this.#byPerson, personId, placement)
  }
}

/** Wherever people work, and what is pinned besides. */
function* conceivable({ people, horizon, pins }: Problem): Generator<Spot> {
  for (const person of people)
    for (const session of horizon.sessions)
      for (const site of person.sites)
        for (const work of PATIENT_WORKS)
          if (isConceivable(person, session, { site, work }))
            yield { person: person.id, session: session.index, site, work }
  for (const { person, session, site, work } of pins)
    if (work !== 'off' && site !== null) yield { person, session, site, work }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
