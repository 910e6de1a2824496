/** Leave as found in a file and as rows of a record. Consecutive days are merged into one row. */
import { addDays, type Day } from '../../../time.ts'
import type { Leave } from '../../record-document.ts'
import type { Place } from '../import-answer.ts'

export interface FoundLeave {
  readonly at: Place
  /** As written in the file. */
  readonly name: string
  readonly from: Day
  readonly to: Day
  /** Null for whole days. */
  readonly part: 'am' | 'pm' | null
}

/** Ordered by person and date. Overlapping or adjacent rows for the same parts are merged. */
export function leaveRows(found: readonly FoundLeave[], idOf: (name: string, at: Place) => string | null): Leave[] {
  const days = new Map<string, Map<Day, Set<'am' | 'pm'>>>()
  for (const { name, at, from, to, part } of found) {
    const person = idOf(name, at)
    if (person === null) continue
    const own = days.get(person) ?? new Map<Day, Set<'am' | 'pm'>>()
    days.set(person, own)
    for (let date = from; date <= to; date = addDays(date, 1)) {
      const parts = own.get(date) ?? new Set()
      own.set(date, parts)
      for (const one of part === null ? (['am', 'pm'] as const) : [part]) parts.add(one)
    }
  }
  const rows = [...days].flatMap(([person, own]) => spans(own).map((span) => ({ person, ...span })))
  return rows.map((row, n) => ({ id: `l${n + 1}`, ...row }))
}

type Span = Pick<Leave, 'from' | 'to' | 'parts'>

function spans(days: ReadonlyMap<Day, ReadonlySet<'am' | 'pm'>>): Span[] {
  const found: { from: Day; to: Day; key: string }[] = []
  for (const [date, parts] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = parts.size === 2 ? '' : [...parts].join()
    const last = found.at(-1)
    if (last !== undefined && last.key === key && addDays(last.to, 1) === date) last.to = date
    else found.push({ from: date, to: date, key })
  }
  return found.map(({ from, to, key }) => ({ from, to, ...(key === '' ? {} : { parts: [key] }) }))
}
