/** Context and helpers shared by the cross-checks. */
import { isDay, weekdayName, weekdayOf } from '../../time.ts'
import type { Calendar } from './calendar.ts'
import type { Complaints } from './complaints.ts'
import type { Known, Row } from './reading.ts'
import type { Ids } from './sections.ts'

export interface Check {
  readonly ids: Ids
  readonly calendar: Calendar
  readonly complaints: Complaints
}

export type At = readonly (string | number)[]
export type Kind = keyof Ids

const NAMES: Readonly<Record<Kind, string>> = {
  parts: 'part of the day',
  sites: 'site',
  needs: 'need',
  roles: 'role',
  people: 'person',
}

/** Reports an unknown id. Missing or malformed fields have been reported already. */
export function checkId(id: string | undefined, kind: Kind, at: At, check: Check): void {
  const known = check.ids[kind]
  if (id !== undefined && known && !known.has(id))
    check.complaints.add(at, `There is no ${NAMES[kind]} with this id.`, { seen: id, among: known })
}

/** As `checkId` for a list of ids; also reports duplicates. */
export function checkIds(ids: readonly string[] | undefined, kind: Kind, at: At, check: Check): void {
  for (const [index, id] of (ids ?? []).entries()) checkId(id, kind, [...at, index], check)
  checkTwice(ids ?? [], at, check)
}

/** Reports repeated words in a list. */
export function checkTwice(words: readonly string[], at: At, check: Check): void {
  const met = new Set<string>()
  for (const [index, word] of words.entries()) {
    if (met.has(word)) check.complaints.add([...at, index], 'This is in the list twice.', { seen: word })
    met.add(word)
  }
}

/** Reports rows that repeat the word of an earlier row. `field` is the field that contains the word. */
export function checkRepeated<T>(
  rows: readonly Row<T>[],
  field: { readonly list: string; readonly name: string; readonly of: (value: Known<T>) => string | undefined },
  check: Check,
): void {
  const first = new Map<string, number>()
  for (const { index, value } of rows) {
    const word = field.of(value)
    if (word === undefined) continue
    const earlier = first.get(word)
    if (earlier === undefined) first.set(word, index)
    else
      check.complaints.add(
        [field.list, index, field.name],
        `Row ${earlier + 1} of "${field.list}" has the same "${field.name}".`,
        { seen: word },
      )
  }
}

/** Reports a date and part that aren't a session of the horizon. `at` is the row containing both. */
export function checkMoment(
  { date, part }: { readonly date?: string | undefined; readonly part?: string | undefined },
  at: At,
  check: Check,
): void {
  const { calendar, complaints } = check
  if (calendar.sessions.has(`${date} ${part}`)) return
  const dated = date !== undefined && checkDate(date, [...at, 'date'], check)
  if (part === undefined) return
  if (check.ids.parts && !check.ids.parts.has(part)) checkId(part, 'parts', [...at, 'part'], check)
  else if (dated && calendar.horizon) {
    const held = calendar.parts.filter((one) => one.days.includes(weekdayOf(date))).map((one) => one.id)
    const detail = `There is no such session: "${part}" is not held on a ${weekdayName(weekdayOf(date))}.`
    complaints.add([...at, 'part'], detail, { seen: part, maybe: held.length > 0 ? held.join(', ') : undefined })
  }
}

/** True for a day of the horizon; reports any other. False if the horizon is unknown. */
function checkDate(date: string, at: At, { calendar: { horizon }, complaints }: Check): boolean {
  if (!isDay(date)) {
    complaints.add(at, '"date" must be a day that exists, written as YYYY-MM-DD.', { seen: date })
    return false
  }
  if (horizon && !horizon.days.includes(date)) {
    complaints.add(at, `"date" is outside the rota, which runs from ${horizon.from} to ${horizon.days.at(-1)}.`, {
      seen: date,
    })
  }
  return horizon?.days.includes(date) ?? false
}
