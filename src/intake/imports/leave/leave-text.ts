/** Parses leave written as free text in one cell: `4/8, 7/8`, `24/9-2/10; half days 2/10 and 5/10`. */
import { type Day, daysBetween } from '../../../time.ts'
import { dayOf, likelyYear, writtenDate } from '../date-words.ts'
import type { ImportContext } from '../import-answer.ts'

export interface WrittenLeave {
  readonly from: Day
  readonly to: Day
  readonly half: boolean
}

export interface LeaveText {
  readonly leave: readonly WrittenLeave[]
  /** Fragments that are ambiguous or not dates, each with the reason. */
  readonly wrong: readonly { readonly text: string; readonly detail: string }[]
}

export function leaveText(text: string, { year, today }: Pick<ImportContext, 'year' | 'today'>): LeaveText {
  const leave: WrittenLeave[] = []
  const wrong: { text: string; detail: string }[] = []
  let half = false
  for (const piece of text.split(/\s*(?:[,;\n]|\band\b)\s*/).filter((one) => one.trim() !== '')) {
    if (/^half[- ]?days?\b/i.test(piece)) half = true
    const bare = piece.replace(/^(half[- ]?days?|leave|a\/?l|on)\b:?\s*/i, '').trim()
    if (bare === '') continue
    if (/\?/.test(bare)) {
      wrong.push({ text: piece, detail: 'Question marks say that this isn’t certain.' })
      continue
    }
    const ends = bare.split(/\s*(?:–|—|\bto\b|\s-\s|(?<=\d)-(?=\d{1,2}\/))\s*/)
    const written = ends.map((end) => writtenDate(end.trim()))
    const [first, last = first] = written
    if (ends.length > 2 || first === null || first === undefined || last === null || last === undefined) {
      wrong.push({ text: piece, detail: 'These are not dates.' })
      continue
    }
    const inYear = first.year ?? last.year ?? year ?? likelyYear([first], today)
    const from = dayOf(first, { monthFirst: false, year: inYear })
    const to = dayOf(last, { monthFirst: false, year: last.month < first.month ? inYear + 1 : inYear })
    if (from === null || to === null) wrong.push({ text: piece, detail: 'There is no such day.' })
    else if (to < from) wrong.push({ text: piece, detail: 'This ends before it begins.' })
    else if (daysBetween(from, to) > 731) wrong.push({ text: piece, detail: 'This takes more than two years.' })
    else leave.push({ from, to, half })
  }
  return { leave, wrong }
}
