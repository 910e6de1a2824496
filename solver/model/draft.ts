/**
 * The programme while rules write into it: columns for who may work where and when, and look-ups into them. Rules that forbid placements
 * come first in THE LIST; the flow of contacts (contact-flow.ts) is then built on the placements that are left.
 */
import type { Problem } from '../../src/problem.ts'
import { COUNTED_WORKS, type CountedWork, isCounted, meetsNeeds, PATIENT_WORKS, type Work } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import { isConceivable } from '../facts/placeable.ts'
import { promisedMost, promisedTogether } from '../facts/promised.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { Flow } from './contact-flow.ts'
import type { Charge, Count, DraftRow, OpenColumns, Placement, Spot, Term } from './row.ts'
import { Days } from './worked-days.ts'

export type { Charge, Count, DraftRow, Placement, Spot, Term } from './row.ts'

/** Inputs of a draft besides its problem. */
export interface DraftOptions {
  /** The only placements allowed; by default all that are conceivable or promised. */
  readonly spots?: Iterable<Spot>
  /** Whether any rule depends on which half days a person's training or outside time takes. */
  readonly minds?: (person: Person) => boolean
  /** Assignments, of any work, that the rota must be able to hold. */
  readonly given?: readonly Spot[]
}

export class Draft implements OpenColumns {
  readonly problem: Problem
  /** True for a given rota, whatever rules it breaks: hard rules then bend too. */
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
  readonly #counts = new Map<string, Count>()
  readonly #dated = new Map<string, Placement[]>()
  readonly #remote = new Map<string, DraftColumn>()
  #rule = ''
  #flow: Flow | undefined
  #days: Days | undefined

  constructor(problem: Problem, { spots, minds = () => false, given = [] }: DraftOptions = {}) {
    this.problem = problem
    for (const spot of spots ?? conceivable(problem)) this.#open(spot)
    if (spots !== undefined) return
    const asked = [...given, ...(problem.published ?? [])].filter((a) => !meetsNeeds(a.work))
    for (const spot of asked) this.#open(spot)
    for (const person of problem.people) {
      for (const work of COUNTED_WORKS) this.#promise(person, work, minds(person))
    }
    this.#boundPromises(asked)
  }

  /** Rows and charges added from now on belong to this rule. */
  beginRule(rule: string): void {
    this.#rule = rule
  }

  /** A new column between two finite bounds. */
  column(lower: number, upper: number, whole = false): DraftColumn {
    this.lower.push(lower)
    this.upper.push(upper)
    this.whole.push(whole)
    return (this.lower.length - 1) as DraftColumn
  }

  /** Terms ≤ most. A row of weight 0 is ignored. */
  atMost(terms: readonly Term[], most: number, weight = 1): void {
    if (weight > 0) this.rows.push({ rule: this.#rule, terms, lower: Number.NEGATIVE_INFINITY, upper: most, weight })
  }

  /** Terms ≥ least. A row of weight 0 is ignored. */
  atLeast(terms: readonly Term[], least: number, weight = 1): void {
    if (weight > 0) this.rows.push({ rule: this.#rule, terms, lower: least, upper: Number.POSITIVE_INFINITY, weight })
  }

  /** lower ≤ terms ≤ upper (an equation if upper is omitted): a rule's bookkeeping, never relaxed. */
  define(terms: readonly Term[], lower: number, upper = lower): void {
    this.rows.push({ rule: this.#rule, terms, lower, upper, weight: 0 })
  }

  /** Adds `amount` to the rule's breach for every unit of the column. */
  charge(column: DraftColumn, amount: number, weight = 1): void {
    // A rule that a network has made hard has no breaches to count, so its columns are fixed at 0 instead.
    if (this.problem.rules.get(this.#rule)?.level === 'never') this.atMost([[column, amount]], 0, weight)
    else if (amount !== 0) this.charges.push({ rule: this.#rule, column, amount, weight })
  }

  /** Excludes the placement; its column leaves the programme. */
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

  /** All columns of training and outside time that is only counted. */
  get counts(): readonly Count[] {
    return [...this.#counts.values()]
  }

  /** Column that counts a person's sessions of this work in a week; undefined if they are placed. */
  counted(person: string, week: number, work: CountedWork): DraftColumn | undefined {
    return this.#counts.get(`${person}|${week}|${work}`)?.column
  }

  /** All counted work of a person in a week, as terms. */
  countedIn(person: string, week: number): Term[] {
    return COUNTED_WORKS.flatMap((work): Term[] => {
      const column = this.counted(person, week, work)
      return column === undefined ? [] : [[column, 1]]
    })
  }

  /** A person's sessions of this work in a week, as terms, whether placed or counted. */
  promisedIn(person: string, week: number, work: CountedWork): Term[] {
    const column = this.counted(person, week, work)
    const dated = (this.#dated.get(`${person}|${work}`) ?? []).filter(
      (p) => this.problem.horizon.sessions[p.session]?.week === week,
    )
    return [...dated.map((p): Term => [p.column, 1]), ...(column === undefined ? [] : [[column, 1] as const])]
  }

  /** Column that counts the people of a cadre who work a clinic at the site remotely, without a room. */
  remote(cadre: string, site: string, session: number): DraftColumn | undefined {
    return this.#remote.get(`${cadre}|${site}|${session}`)
  }

  /** Opens such a column, once; at most `most` people can be remote. */
  openRemote(cadre: string, site: string, session: number, most: number): DraftColumn {
    const column = this.remote(cadre, site, session) ?? this.column(0, most, true)
    this.#remote.set(`${cadre}|${site}|${session}`, column)
    return column
  }

  /** Every column that counts remote people. */
  get remoteColumns(): DraftColumn[] {
    return [...this.#remote.values()]
  }

  /** The flow of contacts over the placements still allowed; the first call opens its columns. */
  flow(): Flow {
    this.#flow ??= new Flow(this)
    return this.#flow
  }

  /** The days on which people work. */
  get days(): Days {
    this.#days ??= new Days(this)
    return this.#days
  }

  /** Adds columns for promised work: one per possible half day if placed, otherwise one that counts. */
  #promise(person: Person, work: CountedWork, isDated: boolean): void {
    for (let week = 0; week < this.problem.horizon.weeks; week++) {
      const most = promisedMost(this.problem, { person, week, work })
      if (most === 0) continue
      if (isDated) {
        const halfDays = halfDaysOf(person, this.problem).filter((session) => session.week === week)
        for (const { index } of halfDays) this.#open({ person: person.id, session: index, site: person.home, work })
      } else {
        const column = this.column(0, most, true)
        this.#counts.set(`${person.id}|${week}|${work}`, { column, person: person.id, week, work })
      }
    }
  }

  /** Limits promised work to what is promised or already decided, so that nobody's contract is padded with it. No rule relaxes this. */
  #boundPromises(given: readonly Spot[]): void {
    for (const { people, week, work, most } of promisedTogether(this.problem)) {
      const isTheirs = (a: { readonly person: string; readonly session: number; readonly work: Work | 'off' }) =>
        a.work === work && people.includes(a.person) && this.problem.horizon.sessions[a.session]?.week === week
      const decided = [...this.problem.pins, ...given].filter(isTheirs).map((a) => `${a.person} ${a.session}`)
      const bound = Math.max(most, new Set(decided).size)
      const terms = people.flatMap((person) => this.promisedIn(person, week, work))
      if (terms.reduce((sum, [column]) => sum + (this.upper[column] ?? 0), 0) > bound)
        this.rows.push({ rule: '', terms, lower: 0, upper: bound, weight: 0 })
    }
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
    if (isCounted(work)) push(this.#dated, `${personId}|${work}`, placement)
  }
}

/** Every spot where people could work, and whatever is pinned besides. */
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
