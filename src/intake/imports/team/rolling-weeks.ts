/**
 * Recognises which weeks of a rolling pattern a sheet, title, row or cell refers to: "Week 1", "Wk B", "Weeks 1 & 3 (w/c 30/11/2026)".
 */
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../../time.ts'
import { dayOf, writtenDate } from '../date-words.ts'

export interface RollingWeeks {
  /** `1` or `A`; empty means every week. */
  readonly labels: readonly string[]
  /** Monday of the first of these weeks, if given. */
  readonly from: Day | null
}

/** Numbers above this are weeks of the year, not of a cycle. */
const MOST = 12
const LETTERS = 'ABCDEFGHIJKL'

/** Null for any other text. In a column of its own, a bare number or letter is enough. */
export function rollingWeeks(text: string, { isBare }: { readonly isBare: boolean }): RollingWeeks | null {
  const [, before = '', date = ''] =
    /^(.*?)(?:[\s,(–-]+(?:w\/c|wc|commencing|starting|beginning|from)\.?\s+(.*?)\)?)?$/i.exec(text.trim()) ?? []
  const [, named] = /^(?:(?:rota|cycle|rolling)\s+)?(?:week|wk)s?\.?\s*(.+)$/i.exec(before.trim()) ?? []
  const words = named ?? (isBare ? before.trim() : '')
  if (/^(every|all|both)(\s+weeks?)?$/i.test(isBare ? before.trim() : '')) return { labels: [], from: null }
  const pieces = words.split(/\s*(?:[,&+/]|\band\b)\s*/i).map((piece) => piece.toUpperCase())
  const isLabel = (piece: string) =>
    /^\d+$/.test(piece) ? Number(piece) >= 1 && Number(piece) <= MOST : /^[A-L]$/.test(piece)
  if (words === '' || !pieces.every(isLabel)) return null
  return { labels: pieces.map((piece) => piece.replace(/^0+/, '')), from: mondayIn(date) }
}

function mondayIn(text: string): Day | null {
  const written = writtenDate(text)
  const day = written === null ? null : dayOf(written, { monthFirst: false, year: null })
  return day === null ? null : addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
}

/** Zero-based. The labels of a file are either all numbers or all letters. */
export function placeOf(label: string): number {
  return /^\d+$/.test(label) ? Number(label) - 1 : LETTERS.indexOf(label)
}

/** Letters for a cycle of `count` weeks. */
export function cycleLetters(count: number): string[] {
  return [...LETTERS.slice(0, count)]
}
