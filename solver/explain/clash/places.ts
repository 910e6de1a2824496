/** The people, place and time that a row of the programme is about, as far as its columns agree. */
import type { Breach } from '../../../src/breach.ts'
import type { Problem } from '../../../src/problem.ts'
import type { DraftRow } from '../../model/draft.ts'
import type { Counted, OpenDraft } from './open-draft.ts'

/** What a column is about, for columns of people and of contacts alike. */
export interface About extends Counted {
  readonly role?: string
}

export function columnsOf(draft: OpenDraft): Map<number, About> {
  const all = new Map<number, About>(draft.countedColumns())
  for (const { column, person, role, site, session } of draft.placements)
    all.set(column, { person, role, site, session })
  return all
}

/** A place in the form of a breach, whose amount is meaningless. */
export type Place = Breach

export function placeOf(row: DraftRow, about: ReadonlyMap<number, About>, problem: Problem): Place {
  const known = row.terms.flatMap(([column]) => about.get(column) ?? [])
  const person = same(known.map((k) => k.person))
  const site = same(known.map((k) => k.site))
  const need = same(known.map((k) => k.need))
  const role = same(known.map((k) => k.role))
  const session = same(known.map((k) => k.session))
  const times = known.map((k) =>
    k.session === undefined ? { day: k.day, week: k.week } : problem.horizon.sessions[k.session],
  )
  const day = same(times.map((t) => t?.day))
  const week = same(times.map((t) => t?.week ?? (t?.day === undefined ? undefined : Math.floor(t.day / 7))))
  return {
    amount: 0,
    ...(person === undefined ? {} : { people: [person] }),
    ...(site === undefined ? {} : { site }),
    ...(need === undefined ? {} : { need }),
    ...(role === undefined ? {} : { role }),
    ...(session === undefined ? (day === undefined ? (week === undefined ? {} : { week }) : { day }) : { session }),
  }
}

/** The value that all have in common; undefined if they differ or one has none. */
function same<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first] = values
  return values.every((value) => value === first) ? first : undefined
}

/**
 * The breach that a raised rule finds at this row's place if nobody works: the demand in the rule's own figures. `spoken`: breaches that
 * belong to other rows, for a row without columns, which has no place.
 */
export function demandOf(
  row: DraftRow,
  found: readonly Breach[],
  with_: { about: ReadonlyMap<number, About>; problem: Problem; spoken: ReadonlySet<Breach> },
): Breach | undefined {
  const { about, problem, spoken } = with_
  const known = row.terms.flatMap(([column]) => about.get(column) ?? [])
  if (known.length === 0) return found.find((breach) => !spoken.has(breach))
  const sessions = known.flatMap((k) => (k.session === undefined ? [] : (problem.horizon.sessions[k.session] ?? [])))
  const says = <T>(said: T | undefined, values: readonly (T | undefined)[]) =>
    said === undefined || values.includes(said)
  const days = [...known.map((k) => k.day), ...sessions.map((s) => s.day)]
  const fitting = found.filter(
    (b) =>
      says(
        b.site,
        known.map((k) => k.site),
      ) &&
      says(
        b.need,
        known.map((k) => k.need),
      ) &&
      says(
        b.session,
        known.map((k) => k.session),
      ) &&
      says(b.day, days) &&
      says(b.week, [...known.map((k) => k.week), ...sessions.map((s) => s.week)]) &&
      says(
        b.people?.[0],
        known.map((k) => k.person),
      ),
  )
  const role = same(known.map((k) => k.role))
  return (
    fitting.find((breach) => breach.role !== undefined && breach.role === role) ??
    fitting.find((breach) => breach.role === undefined)
  )
}
