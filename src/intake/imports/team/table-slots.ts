/** Half-days of a row, from a grid of days or from days in words. */
import type { Work } from '../../../rota.ts'
import type { Weekday } from '../../../time.ts'
import { addressOf, type Cell, cellAt, textOf } from '../../cells/sheet.ts'
import { dayMeaning, type Meaning } from '../cell-words.ts'
import { weekdayNamed } from '../date-words.ts'
import type { Account, Place } from '../import-answer.ts'
import { halfNamed } from './headings.ts'
import type { Reading } from './team-table.ts'

/** Half-days worked, with the sites named in them. */
export interface Slots {
  readonly works: readonly string[]
  readonly sites: readonly string[]
  readonly cells: readonly SlotCell[]
}

/** A person's work in one half-day. */
export interface SlotCell {
  readonly weekday: Weekday
  readonly part: 'am' | 'pm'
  readonly work: Work
  /** Null if the cell doesn't name one. */
  readonly site: string | null
}

/** Null if the table has no day columns. */
export function slotsOf({ sheet, head, context, account }: Reading, row: number): Slots | null {
  const works: string[] = []
  const sites: string[] = []
  const cells: SlotCell[] = []
  let any = false
  for (const [column, meaning] of head.columns) {
    if (meaning.kind !== 'slot') continue
    any = true
    const cell = cellAt(sheet, row, column)
    if (cell === null) continue
    const at = { sheet: sheet.name, ...addressOf(row, column) }
    const read = typeof cell === 'object' && cell.kind === 'moment' ? null : dayMeaning(textOf(cell), context)
    const isMark = MARK.test(textOf(cell).trim())
    const halves = meaning.part === null ? (['am', 'pm'] as const) : [meaning.part]
    for (const half of halves) {
      const one: Meaning | null = read?.[half] ?? (read === null ? unknown(cell) : null)
      if (one?.kind === 'works') {
        if (isMark && meaning.part === null && half === 'am')
          account.guess(at, textOf(cell), 'read as working the whole day, morning and afternoon')
        works.push(`${meaning.weekday}-${half}`)
        cells.push({ weekday: meaning.weekday, part: half, work: one.work, site: one.site })
        if (one.site !== null) sites.push(one.site)
      } else if (one?.kind === 'unknown' && half === halves[0])
        account.problem(
          { ...at, correct: { by: 'words', word: one.text.toLowerCase() } },
          textOf(cell),
          'It is not clear whether this means working or off.',
          one.maybe === null ? 'a mapping for this word: off, clinic, or a site' : one.maybe,
        )
    }
  }
  return any ? { works, sites: [...new Set(sites)], cells } : null
}

/** What stands for work without a word for it: in a column for a whole day somebody may mean half of one. */
const MARK = /^(x|y|yes|w|1|true|in|✓|✔|☑|√)$/i

function unknown(cell: Cell): Meaning {
  return { kind: 'unknown', text: textOf(cell), maybe: null }
}

/** "Mon, Tue am & Thu pm", "Mon-Wed", "Mon Tue Thu". */
export function daysIn(cell: Cell, at: Place, account: Account): readonly string[] | null {
  const text = textOf(cell)
  if (text === '') return null
  const works: string[] = []
  const isBare = /^[a-z.\s]+$/i.test(text) && text.split(/\s+/).every((word) => weekdayNamed(word) !== null)
  const pieces = text.split(isBare ? /\s+/ : /\s*(?:[,;&+]|\band\b)\s*/).filter((piece) => piece !== '')
  for (const piece of pieces) {
    const [, first = '', last = '', half = ''] =
      /^([a-z]+)(?:\s*(?:-|–|to)\s*([a-z]+))?\s*(am|pm|all day)?\s*(?:only)?$/i.exec(piece) ?? []
    const days = range(weekdayNamed(first), last === '' ? weekdayNamed(first) : weekdayNamed(last))
    if (days === null) {
      account.problem(at, text, `“${piece}” is not a day of the week.`, 'Mon, Tue am, Thu')
      return null
    }
    const part = halfNamed(half)
    works.push(...days.flatMap((day) => (part === null ? [`${day}-am`, `${day}-pm`] : [`${day}-${part}`])))
  }
  return [...new Set(works)]
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function range(first: Weekday | null, last: Weekday | null): readonly Weekday[] | null {
  if (first === null || last === null) return null
  const days = DAYS.slice(DAYS.indexOf(first), DAYS.indexOf(last) + 1)
  return days.length === 0 ? null : days
}
