/** Cross-checks of fields that only a record has: time in post, patterns and their cycle, leave, wishes. */
import { addDays, WEEKDAYS, weekdayName, weekdayOf } from '../../time.ts'
import { type At, type Check, checkId, checkIds, checkRepeated, checkTwice } from '../document/check.ts'
import { checkSlot } from '../document/check-team.ts'
import type { Row } from '../document/reading.ts'
import type { Leave, NetworkRecord, Pattern, RecordPerson, RecordWish } from '../record-document.ts'
import { slotOf } from '../slots.ts'

export interface Lasting {
  readonly people: readonly Row<RecordPerson>[]
  readonly cycle: NonNullable<NetworkRecord['cycle']> | null
  readonly leave: readonly Row<Leave>[]
  readonly wishes: readonly Row<RecordWish>[]
}

export function checkLasting({ people, cycle, leave, wishes }: Lasting, check: Check): void {
  if (cycle && weekdayOf(cycle.from) !== 'mon') {
    const maybe = addDays(cycle.from, -WEEKDAYS.indexOf(weekdayOf(cycle.from)))
    const detail = `A cycle must begin on a Monday; this is a ${weekdayName(weekdayOf(cycle.from))}.`
    check.complaints.add(['cycle', 'from'], detail, { seen: cycle.from, maybe })
  }
  for (const row of people) checkPerson(row, cycle?.weeks ?? [], check)
  checkRepeated<{ id: string }>(leave, { list: 'leave', name: 'id', of: ({ id }) => id }, check)
  for (const { index, value } of leave) {
    const at = ['leave', index]
    checkId(value.person, 'people', [...at, 'person'], check)
    checkIds(value.parts, 'parts', [...at, 'parts'], check)
    checkOrder(value.from, value.to, [...at, 'to'], check)
  }
  checkRepeated<{ id: string }>(wishes, { list: 'wishes', name: 'id', of: ({ id }) => id }, check)
  for (const { index, value } of wishes) {
    checkId(value.person, 'people', ['wishes', index, 'person'], check)
    checkWish(value, ['wishes', index, 'part'], check)
  }
}

function checkOrder(from: string | undefined, to: string | null | undefined, at: At, check: Check): void {
  if (from === undefined || to === undefined || to === null || to >= from) return
  const name = String(at.at(-1))
  check.complaints.add(at, `"${name}" must not be before "from", ${from}.`, { seen: to })
}

function checkPerson({ index, value: person }: Row<RecordPerson>, letters: readonly string[], check: Check): void {
  const at = ['people', index]
  checkOrder(person.from, person.until, [...at, 'until'], check)
  const taken = new Set<string>()
  for (const [n, pattern] of (person.patterns ?? []).entries()) {
    checkPattern(pattern, [...at, 'patterns', n], check)
    checkLetters(pattern, { letters, taken, at: [...at, 'patterns', n] }, check)
  }
}

function checkPattern({ works, work }: Pattern, at: At, check: Check): void {
  for (const [n, word] of (works ?? []).entries()) checkSlot(word, [...at, 'works', n], check)
  checkTwice(works ?? [], [...at, 'works'], check)
  for (const [word, fixed] of Object.entries(work ?? {})) {
    checkSlot(word, [...at, 'work', word], check)
    if (typeof fixed === 'object') checkId(fixed.site, 'sites', [...at, 'work', word, 'site'], check)
  }
}

/** Each letter must belong to the cycle, and be used by only one of a person's patterns. */
function checkLetters(
  { weeks }: Pattern,
  { letters, taken, at }: { letters: readonly string[]; taken: Set<string>; at: At },
  check: Check,
): void {
  for (const [n, letter] of (weeks ?? ['']).entries()) {
    const here = weeks === undefined ? at : [...at, 'weeks', n]
    if (taken.has('') || taken.has(letter)) {
      check.complaints.add(here, 'An earlier pattern of this person is in force in these weeks already.', {
        seen: letter,
      })
    } else if (letter !== '' && !letters.includes(letter)) {
      const detail =
        letters.length > 0
          ? 'The cycle has no week with this letter.'
          : 'There is no "cycle" that says which week is which, such as { "weeks": ["A", "B"], "from": "2026-11-30" }.'
      check.complaints.add(here, detail, { seen: letter, among: letters })
    }
    taken.add(letter)
  }
}

/** `fri-pm`, or just a part if a date gives the day. */
function checkWish({ part, date }: Row<RecordWish>['value'], at: At, check: Check): void {
  if (part === undefined) return
  if (!date) {
    checkSlot(part, at, check)
    return
  }
  const weekday = weekdayOf(date)
  const held = check.calendar.parts.filter(({ days }) => days.includes(weekday)).map(({ id }) => id)
  if (!check.calendar.horizon || held.includes(part) || slotOf(part, check.calendar.parts)?.weekday === weekday) return
  const detail = `This must be a part of the day that is held on a ${weekdayName(weekday)}, which ${date} is.`
  check.complaints.add(at, detail, { seen: part, among: held })
}
