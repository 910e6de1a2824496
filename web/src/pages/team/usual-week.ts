/** A person's usual week in a record: the same every week, or different for each letter of the cycle. */
import type { NetworkRecord, Part, RecordPerson } from '../../api.ts'

type Pattern = NonNullable<RecordPerson['patterns']>[number]

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Letters of the cycle; empty if all weeks are the same. */
export function lettersOf({ cycle }: Pick<NetworkRecord, 'cycle'>): readonly string[] {
  return cycle === undefined || cycle.weeks.length < 2 ? [] : [...new Set(cycle.weeks)]
}

/** The first pattern that applies: one with the letter, or one without letters. */
function patternOf({ patterns = [] }: RecordPerson, letter: string | null): Pattern | undefined {
  return patterns.find(({ weeks }) => weeks === undefined || letter === null || weeks.includes(letter))
}

/** `mon-am` …; undefined if any open session may be worked. */
export function worksIn(person: RecordPerson, letter: string | null): readonly string[] | undefined {
  const pattern = patternOf(person, letter)
  return pattern === undefined ? person.works : pattern.works
}

/** Fixed work by session (`mon-am` …), such as work with partner organisations. */
export function fixedIn(person: RecordPerson, letter: string | null): NonNullable<Pattern['work']> {
  return patternOf(person, letter)?.work ?? {}
}

/** True if the weeks of the cycle differ. */
export function isAlternating(person: RecordPerson, letters: readonly string[]): boolean {
  const weeks = letters.map((letter) => JSON.stringify([worksIn(person, letter), fixedIn(person, letter)]))
  return new Set(weeks).size > 1 || (letters.length > 0 && (person.patterns ?? []).length > 1)
}

/** `mon-am`. A part that only exists on Saturday has the day in its id: `sat-am` is complete. */
export function slotOf(day: Weekday, part: string): string {
  return part.startsWith(`${day}-`) ? part : `${day}-${part}`
}

/** Every session, in the order of the week. */
export function slotsOf(
  parts: readonly Part[],
): readonly { readonly day: Weekday; readonly part: Part; readonly slot: string }[] {
  return WEEKDAYS.flatMap((day) =>
    parts
      .filter(({ days }) => (days as readonly string[]).includes(day))
      .map((part) => ({ day, part, slot: slotOf(day, part.id) })),
  )
}

/** The person with this usual week; `letter` is null for every week. */
export function withWorks(person: RecordPerson, letter: string | null, works: readonly string[]): RecordPerson {
  const { patterns = [], ...rest } = person
  if (patterns.length === 0) return { ...person, works: [...works] }
  return {
    ...rest,
    patterns: patterns.map((pattern) =>
      pattern === patternOf(person, letter) ? { ...pattern, works: [...works] } : pattern,
    ),
  }
}

/** The person with a separate pattern for each letter, all initially the same. */
export function alternating(person: RecordPerson, letters: readonly string[]): RecordPerson {
  const patterns = letters.map((letter) => {
    const [works, work] = [worksIn(person, letter), fixedIn(person, letter)]
    return {
      weeks: [letter],
      ...(works === undefined ? {} : { works: [...works] }),
      ...(Object.keys(work).length === 0 ? {} : { work }),
    }
  })
  return { ...person, patterns }
}

/** The person with the first letter's week in every week. */
export function everyWeekAlike(person: RecordPerson, letters: readonly string[]): RecordPerson {
  const first = letters[0] ?? null
  const [works, work] = [worksIn(person, first), fixedIn(person, first)]
  const { patterns: _, works: __, ...rest } = person
  const own = works === undefined ? {} : { works: [...works] }
  return Object.keys(work).length === 0 ? { ...rest, ...own } : { ...rest, ...own, patterns: [{ ...own, work }] }
}

/** Average half-days per week; null if any may be worked. */
export function halfDays(person: RecordPerson, letters: readonly string[]): number | null {
  const weeks = (letters.length === 0 ? [null] : letters).map((letter) => worksIn(person, letter)?.length)
  const known = weeks.filter((count) => count !== undefined)
  return known.length < weeks.length ? null : known.reduce((sum, count) => sum + count, 0) / weeks.length
}
