/** What people worked in past published weeks, and their fair shares. Recalculated from the rotas each time, so that it can't drift. */
import { grouped } from '../../grouped.ts'
import { DUTY_ROLES } from '../../policy.ts'
import { SHARED_KINDS, type SharedKind } from '../../problem.ts'
import { addDays, type Day, daysBetween, type WEEKDAYS, weekdayOf } from '../../time.ts'
import type { NetworkRecord, RecordPerson } from '../record-document.ts'
import type { AssignmentDocument, PartDocument, RoleDocument, RotaDocument } from '../rota-document.ts'
import { HISTORY_WEEKS, homeOf, partsOf, rolesOf } from './defaults.ts'
import type { PublishedRota } from './past.ts'
import { isInPost, letterOf, openTo } from './pattern.ts'

type HistoryRow = NonNullable<RotaDocument['history']>[number]

/** Evenings start at this time or later, unless the rule fair-shares sets another. */
const EVENING_FROM = '17:00'

interface Counted {
  readonly sessions: number
  readonly kinds: Readonly<Record<SharedKind, number>>
  readonly fair: Readonly<Record<SharedKind, number>>
}

interface Given {
  readonly record: NetworkRecord
  readonly parts: readonly PartDocument[]
  readonly roles: readonly RoleDocument[]
  readonly eveningFrom: string
}

/** Rows for the given people who were in post in a published week, over the last `history.weeks` weeks before `from`. */
export function historyOf(
  record: NetworkRecord,
  from: Day,
  { past, people }: { readonly past: readonly PublishedRota[]; readonly people: readonly RecordPerson[] },
): HistoryRow[] {
  const given = {
    record,
    parts: partsOf(record),
    roles: rolesOf(record, from),
    eveningFrom: eveningFromOf(record),
  }
  const earliest = addDays(from, -7 * (record.history?.weeks ?? HISTORY_WEEKS))
  const mondays = publishedMondays(past).filter((monday) => earliest <= monday && monday < from)
  const weeks = mondays.map((monday) => countWeek(monday, past, given))
  const owed = past.findLast(({ to }) => addDays(to, 1) === from)?.protectedOwed
  return people.flatMap(({ id }) => {
    const own = weeks.flatMap((week) => week.get(id) ?? [])
    const protectedOwed = owed?.get(id)
    if (own.length === 0 && protectedOwed === undefined) return []
    const sum = (of: (week: Counted) => number) => tidy(own.reduce((total, week) => total + of(week), 0))
    const byKind = (of: (week: Counted, kind: SharedKind) => number) =>
      Object.fromEntries(SHARED_KINDS.map((kind) => [kind, sum((week) => of(week, kind))]))
    return [
      {
        person: id,
        ...byKind(({ kinds }, kind) => kinds[kind]),
        sessions: sum(({ sessions }) => sessions),
        ...(own.length === 0 ? {} : { weeks: own.length, fair: byKind(({ fair }, kind) => fair[kind]) }),
        ...(protectedOwed === undefined ? {} : { protectedOwed }),
      },
    ]
  })
}

/** Mondays of published weeks, without duplicates. */
function publishedMondays(past: readonly PublishedRota[]): Day[] {
  return past
    .flatMap(({ from, to }) =>
      Array.from({ length: (daysBetween(from, to) + 1) / 7 }, (_, week) => addDays(from, 7 * week)),
    )
    .sort()
}

/** By person in post: what each worked in the week, and the fair share among those who could have worked it. */
function countWeek(monday: Day, past: readonly PublishedRota[], given: Given): ReadonlyMap<string, Counted> {
  const { record, parts } = given
  const sunday = addDays(monday, 6)
  const rows = past.flatMap(({ assignments }) => assignments.filter(({ date }) => monday <= date && date <= sunday))
  const people = record.people.filter((person) => isInPost(person, monday, sunday))
  const week = { monday, letter: letterOf(record, monday), parts }
  const counted = people.map((person) => {
    const own = rows.filter((row) => row.person === person.id)
    const open = openTo(person, record.leave ?? [], week)
    return {
      person,
      sessions: own.length,
      kinds: byKind((kind) => own.filter((row) => isKind(kind, row, given)).length),
      able: byKind((kind) => mayHold(kind, person, given) && open.some((session) => couldBe(kind, session, given))),
    }
  })
  const fair = new Map(SHARED_KINDS.map((kind) => [kind, fairShares(kind, counted, given)]))
  return new Map(
    counted.map(({ person: { id }, sessions, kinds }) => [
      id,
      { sessions, kinds, fair: byKind((kind) => fair.get(kind)?.get(id) ?? 0) },
    ]),
  )
}

interface PersonWeek {
  readonly person: RecordPerson
  readonly sessions: number
  readonly kinds: Readonly<Record<SharedKind, number>>
  readonly able: Readonly<Record<SharedKind, boolean>>
}

/** Shares are proportional to sessions worked, among people in one role (for duties, also of one practice). */
function fairShares(kind: SharedKind, week: readonly PersonWeek[], { record }: Given): ReadonlyMap<string, number> {
  const peers = week.filter(({ able, kinds }) => able[kind] || kinds[kind] > 0)
  const groups = grouped(peers, ({ person }) =>
    kind === 'duties' ? `${person.role} ${homeOf(person, record.sites)}` : person.role,
  )
  return new Map(
    groups.flatMap((group) => {
      const all = group.reduce((sum, { kinds }) => sum + kinds[kind], 0)
      const worked = group.reduce((sum, { sessions }) => sum + sessions, 0)
      return group.map(({ person, sessions }): [string, number] => [
        person.id,
        worked > 0 ? (all * sessions) / worked : all / group.length,
      ])
    }),
  )
}

function mayHold(kind: SharedKind, { role }: RecordPerson, { roles }: Given): boolean {
  if (kind !== 'duties') return true
  return roles.find(({ id }) => id === role)?.duty ?? DUTY_ROLES.includes(role)
}

interface Moment {
  readonly date: Day
  readonly part: string
}

/** Counts like the rule fair-shares: learning, paperwork and partner time on a Monday aren't a burden. */
function isKind(kind: SharedKind, row: AssignmentDocument, given: Given): boolean {
  if (kind === 'duties') return row.work === 'duty' && couldBe(kind, row, given)
  return !['training', 'outside', 'admin'].includes(row.work) && couldBe(kind, row, given)
}

function couldBe(kind: SharedKind, { date, part: id }: Moment, { parts, eveningFrom }: Given): boolean {
  const part = parts.find((one) => one.id === id)
  if (part === undefined) return false
  if (kind === 'duties') return part.enhancedAccess !== true
  if (kind === 'evenings') return part.starts >= eveningFrom
  return weekdayOf(date) === WEEKDAY[kind]
}

const WEEKDAY = { mondays: 'mon', fridays: 'fri', saturdays: 'sat' } as const satisfies Readonly<
  Record<Exclude<SharedKind, 'duties' | 'evenings'>, (typeof WEEKDAYS)[number]>
>

function eveningFromOf({ rules }: NetworkRecord): string {
  const rule = rules?.['fair-shares']
  const given = rule ? rule.eveningFrom : undefined
  return typeof given === 'string' ? given : EVENING_FROM
}

/** A value for each kind of session that is shared fairly. */
export function byKind<T>(of: (kind: SharedKind) => T): Record<SharedKind, T> {
  return {
    mondays: of('mondays'),
    fridays: of('fridays'),
    duties: of('duties'),
    evenings: of('evenings'),
    saturdays: of('saturdays'),
  }
}

/** Rounds to six decimals, because of sums of thirds and sevenths. */
function tidy(figure: number): number {
  return Math.round(figure * 1e6) / 1e6
}
