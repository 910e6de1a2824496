/** How unpopular sessions were shared in past published weeks, by person, against their fair shares. */
import type { SharedKind } from '../../problem.ts'
import { addDays, type Day } from '../../time.ts'
import type { NetworkRecord } from '../record-document.ts'
import { byKind, historyOf } from './history.ts'
import { addWishes, NO_WISHES, type PublishedWeek, type WishCount, wishesOf } from './published-week.ts'

export interface FairnessRow extends Readonly<Record<SharedKind, number>> {
  readonly person: string
  readonly name: string
  readonly role: string
  /** Published weeks in which they were in post. */
  readonly weeks: number
  readonly sessions: number
  readonly fair: Readonly<Record<SharedKind, number>>
  readonly wishes: WishCount
}

export interface Fairness {
  readonly from: Day
  /** Last day. */
  readonly to: Day
  /** Mondays of published weeks. */
  readonly published: readonly Day[]
  readonly people: readonly FairnessRow[]
  /** For everybody. */
  readonly wishes: WishCount
}

export interface FairnessRequest {
  /** The Monday after the last week counted. */
  readonly before: Day
  readonly weeks: number
}

export function fairnessOf(
  record: NetworkRecord,
  published: readonly PublishedWeek[],
  { before, weeks }: FairnessRequest,
): Fairness {
  const from = addDays(before, -7 * weeks)
  const within = published.filter((week) => from <= week.from && week.from < before)
  const past = within.map(({ from: first, assignments }) => {
    return { from: first, to: addDays(first, 6), assignments, waiting: null, protectedOwed: new Map<string, number>() }
  })
  const history = historyOf({ ...record, history: { weeks } }, before, { past, people: record.people })
  const wishes = within.map(wishesOf)
  const people = history.flatMap((row) => {
    const person = record.people.find(({ id }) => id === row.person)
    if (person === undefined) return []
    const own = wishes.map((week) => week.get(row.person) ?? NO_WISHES).reduce(addWishes, NO_WISHES)
    return [
      {
        person: row.person,
        name: person.name,
        role: person.role,
        weeks: row.weeks ?? 0,
        sessions: row.sessions ?? 0,
        ...byKind((kind) => row[kind] ?? 0),
        fair: byKind((kind) => row.fair?.[kind] ?? 0),
        wishes: own,
      },
    ]
  })
  const all = wishes.flatMap((week) => [...week.values()]).reduce(addWishes, NO_WISHES)
  return { from, to: addDays(before, -1), published: within.map((week) => week.from), people, wishes: all }
}
