/** Words for sessions of the usual week: `mon-am`. */
import type { Weekday } from '../time.ts'
import { WEEKDAYS } from '../time.ts'

/** A part of the day, with the weekdays on which it exists. */
export interface HeldPart {
  readonly id: string
  readonly days: readonly Weekday[]
}

export interface Slot {
  readonly weekday: Weekday
  readonly part: string
}

/**
 * Parses `mon-am` as a weekday and one of its parts. A part that exists on only one weekday may be used alone: `sat-am`, if that is the
 * part's own id. Null if invalid.
 */
export function slotOf(word: string, parts: readonly HeldPart[]): Slot | null {
  const alone = parts.find((part) => part.id === word)
  const [only, ...others] = new Set(alone?.days ?? [])
  if (alone && only && others.length === 0) return { weekday: only, part: alone.id }
  const weekday = WEEKDAYS.find((day) => word.startsWith(`${day}-`))
  const part = parts.find((candidate) => candidate.id === word.slice(4))
  return weekday && part?.days.includes(weekday) ? { weekday, part: part.id } : null
}

/** Every such word for these parts. */
export function slotWords(parts: readonly HeldPart[]): string[] {
  return WEEKDAYS.flatMap((day) => parts.filter((part) => part.days.includes(day)).map((part) => `${day}-${part.id}`))
}
