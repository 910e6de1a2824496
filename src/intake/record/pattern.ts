/** Who is in post in a week, and their pattern for it. */
import { addDays, type Day, daysBetween, WEEKDAYS, type Weekday } from '../../time.ts'
import type { FixedWork, Leave, NetworkRecord, Pattern, RecordPerson } from '../record-document.ts'
import type { PartDocument, PersonDocument } from '../rota-document.ts'
import { type Slot, slotOf } from '../slots.ts'

/** Letter of the week starting on this Monday; null if the record has no cycle. Works for weeks before the cycle's start, too. */
export function letterOf({ cycle }: Pick<NetworkRecord, 'cycle'>, monday: Day): string | null {
  if (cycle === undefined) return null
  const n = daysBetween(cycle.from, monday) / 7
  const length = cycle.weeks.length
  return cycle.weeks[((n % length) + length) % length] ?? null
}

/** True if the person is in post on at least one day from `first` to `last`. */
export function isInPost({ from, until }: RecordPerson, first: Day, last: Day): boolean {
  return (from === undefined || from <= last) && (until === undefined || until === null || until >= first)
}

/** The pattern for weeks with this letter; an empty pattern if all of the person's weeks are the same. */
export function patternOf({ patterns = [], works }: RecordPerson, letter: string | null): Pattern {
  const found = patterns.find(({ weeks }) => weeks === undefined || (letter !== null && weeks.includes(letter)))
  const days = found?.works ?? works
  return { ...(days === undefined ? {} : { works: days }), ...(found?.work === undefined ? {} : { work: found.work }) }
}

/** Half days of the usual week, including those with fixed work. Undefined means any. */
export function worksOf({ works, work = {} }: Pattern): string[] | undefined {
  return works === undefined ? undefined : [...new Set([...works, ...Object.keys(work)])]
}

/**
 * Contracted sessions in a week with this letter. A contract is an average over the cycle: with four sessions a week, and five half days
 * in one week and three in the other, five sessions are due and then three.
 */
export function sessionsIn(
  person: RecordPerson,
  letter: string | null,
  { cycle }: Pick<NetworkRecord, 'cycle'>,
): number {
  const { sessions } = person.contract
  if (cycle === undefined) return sessions
  const sizes = cycle.weeks.map((one) => worksOf(patternOf(person, one))?.length)
  const here = worksOf(patternOf(person, letter))?.length
  if (here === undefined || sizes.some((size) => size === undefined)) return sessions
  const all = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  return all === 0 ? sessions : Math.round(((sessions * here * sizes.length) / all) * 1e6) / 1e6
}

/** Fixed work in a session of the week. */
export interface Fixed extends Slot {
  readonly date: Day
  readonly work: Exclude<FixedWork, string>
}

/** In the pattern's own order. */
export function fixedIn({ work = {} }: Pattern, monday: Day, parts: readonly PartDocument[]): Fixed[] {
  return Object.entries(work).flatMap(([word, fixed]) => {
    const slot = slotOf(word, parts)
    if (slot === null) return []
    const date = addDays(monday, WEEKDAYS.indexOf(slot.weekday))
    return [{ ...slot, date, work: typeof fixed === 'string' ? { work: fixed } : fixed }]
  })
}

/** Days of the week on which the person is on leave or not in post, clipped to the week. */
export function awayIn(
  person: RecordPerson,
  leave: readonly Leave[],
  monday: Day,
): NonNullable<PersonDocument['away']> {
  const sunday = addDays(monday, 6)
  const { from, until } = person
  return [
    ...(from !== undefined && from > monday ? [{ from: monday, to: addDays(from, -1) }] : []),
    ...(until !== undefined && until !== null && until < sunday ? [{ from: addDays(until, 1), to: sunday }] : []),
    ...leave
      .filter((one) => one.person === person.id && one.from <= sunday && one.to >= monday)
      .map(({ from: first, to: last, parts }) => ({
        from: [first, monday].sort()[1] ?? monday,
        to: [last, sunday].sort()[0] ?? sunday,
        ...(parts === undefined ? {} : { parts: [...parts] }),
      })),
  ]
}

export function isAwayOn(
  away: NonNullable<PersonDocument['away']>,
  { date, part }: { readonly date: Day; readonly part: string },
): boolean {
  return away.some((one) => one.from <= date && date <= one.to && (one.parts?.includes(part) ?? true))
}

/** Sessions of a week in which the person could be asked to work. */
export function openTo(person: RecordPerson, leave: readonly Leave[], week: WeekOf): (Slot & { readonly date: Day })[] {
  const works = worksOf(patternOf(person, week.letter))
  const slots = works?.map((word) => slotOf(word, week.parts))
  const away = awayIn(person, leave, week.monday)
  return WEEKDAYS.flatMap((weekday: Weekday, n) =>
    week.parts
      .filter(({ days }) => days.includes(weekday))
      .map(({ id }) => ({ weekday, part: id, date: addDays(week.monday, n) }))
      .filter(({ part }) => slots?.some((slot) => slot?.weekday === weekday && slot.part === part) ?? true)
      .filter((session) => !isAwayOn(away, session)),
  )
}

export interface WeekOf {
  readonly monday: Day
  readonly letter: string | null
  readonly parts: readonly PartDocument[]
}
