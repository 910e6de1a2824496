/** Imports leave from lists, grids and calendars. Reasons are deliberately dropped: nobody planning a rota needs them. */

import { addDays } from '../../../time.ts'
import type { CellFile } from '../../cells/cell-file.ts'
import type { Sheet } from '../../cells/sheet.ts'
import { dayMeaning } from '../cell-words.ts'
import { datedGrids } from '../dated/dated-grid.ts'
import { Account, type ImportAnswer, type ImportContext } from '../import-answer.ts'
import { nameBook, nameIn } from '../names.ts'
import { leaveOutOf, visibleSheets } from '../sheet-notes.ts'
import { calendarDays } from './leave-calendar.ts'
import { leaveList } from './leave-list.ts'
import { type FoundLeave, leaveRows } from './leave-row.ts'

export function importLeave(file: CellFile, context: ImportContext): ImportAnswer {
  const account = new Account()
  if (file.kind === 'json') {
    account.problem({}, file.what, 'Leave is not read from JSON.', 'a list with Name, From and To, or a calendar')
    return answer([], file.what, context, account)
  }
  const found =
    file.kind === 'sheets'
      ? fromSheets(visibleSheets(file, account), context, account)
      : fromCalendar(file.text, context, account)
  return answer(found, file.what, context, account)
}

function answer(found: readonly FoundLeave[], file: string, context: ImportContext, account: Account): ImportAnswer {
  const book = nameBook(
    context,
    account,
    found.map(({ name }) => name),
  )
  const leave = leaveRows(found, (name, at) => book.idOf(name, at))
  const people = new Set(leave.map(({ person }) => person)).size
  const sentence =
    leave.length === 0
      ? 'No leave was found.'
      : `${leave.length} ${leave.length === 1 ? 'time' : 'times'} away, of ${people} ${people === 1 ? 'person' : 'people'}. Reasons were not kept.`
  return account.answer({ as: 'leave', file, sentence, counts: { leave: leave.length, people } }, { leave })
}

function fromSheets(sheets: readonly Sheet[], context: ImportContext, account: Account): FoundLeave[] {
  const found = sheets.flatMap((sheet) => {
    const listed = leaveList(sheet, context, account)
    return listed ?? fromGrid(sheet, context, account)
  })
  leaveOutOf(sheets, account)
  if (found.length === 0 && !account.hasProblems)
    account.problem(
      {},
      '',
      'No leave was found in this file.',
      'a list with Name, From and To; or a grid of people and dates with AL in it',
    )
  return found
}

/** Reads only the cells that mean leave. */
function fromGrid(sheet: Sheet, context: ImportContext, account: Account): FoundLeave[] {
  let reasons = 0
  const found = datedGrids(sheet, context, account)
    .filter(({ headings }) => headings === 'people')
    .flatMap(({ cells }) => cells)
    .flatMap(({ at, date, part, heading, text }): FoundLeave[] => {
      const read = dayMeaning(text, context)
      const named = nameIn(heading)
      const name = named.kind === 'name' ? named.name : heading
      const halves = (part === null ? (['am', 'pm'] as const) : [part]).filter((half) => read[half]?.kind === 'leave')
      const unknown = read.am?.kind === 'unknown' ? read.am : read.pm?.kind === 'unknown' ? read.pm : null
      if (unknown !== null && /leave|\b(al|sl)\b|hol/.test(unknown.text))
        account.problem(
          { ...at, correct: { by: 'words', word: unknown.text.toLowerCase() } },
          text,
          'It is not clear whether this is leave.',
          'AL for leave, or another word',
        )
      if (halves.length > 0) reasons += 1
      return halves.length === 2
        ? [{ at, name, from: date, to: date, part: null }]
        : halves.map((half) => ({ at, name, from: date, to: date, part: half }))
    })
  if (reasons > 0)
    account.leaveOut({ sheet: sheet.name }, `${reasons} cells`, 'the kind of leave is dropped on purpose')
  return found
}

/** Number of days before and after today that a calendar is read for. */
const BACK = 90
const AHEAD = 550

const HOLIDAY = /\b(bank holiday|christmas|boxing day|new year|good friday|easter|jubilee|royal wedding|coronation)\b/i
/** Words that may accompany a name. */
const REASON =
  /\b(annual leave|study leave|sick( leave)?|sickness|leave|a\/?l|s\/?l|hol(iday)?s?|off|away|unavailable|not available|out of office|ooo|tesl|lsl|toil|maternity|paternity|am|pm|half[- ]day)\b/gi

function fromCalendar(text: string, context: ImportContext, account: Account): FoundLeave[] {
  const days = { first: addDays(context.today, -BACK), last: addDays(context.today, AHEAD) }
  const read = calendarDays(text, days, 'Europe/London')
  for (const { title, detail } of read.wrong) account.problem({}, title, detail, 'the event removed, or entered again')
  if (read.cancelled > 0) account.leaveOut({}, `${read.cancelled} events`, 'cancelled')
  if (read.outside > 0) account.leaveOut({}, `${read.outside} events`, `before ${days.first} or after ${days.last}`)
  if (read.days.length === 0)
    account.problem(
      {},
      `${read.outside + read.cancelled} events`,
      `No event takes half an hour or more of a working half-day from ${days.first} to ${days.last}.`,
      'a calendar with leave in it, exported for the coming year',
    )
  const named = new Set<string>()
  const found = read.days.flatMap((one): FoundLeave[] => {
    if (HOLIDAY.test(one.title)) {
      account.leaveOut({}, `${one.title}, ${one.from}`, 'a bank holiday: these need no import')
      return []
    }
    const name = titleName(one.title)
    if (name !== null) return [{ at: {}, name, from: one.from, to: one.to, part: one.part }]
    if (!named.has(one.title))
      account.problem(
        {},
        `${one.title}, ${one.from}`,
        'The title of this event names nobody.',
        'titles such as “Ann Lee - AL”',
      )
    named.add(one.title)
    return []
  })
  if (found.length === 0 && !account.hasProblems)
    account.problem({}, `${read.days.length} events`, 'None of these events is leave.', 'titles such as “Ann Lee - AL”')
  return found
}

/** "Ann Lee - AL", "AL: Ann Lee", "Ann Lee annual leave"; null if nothing indicates that somebody is away. */
function titleName(title: string): string | null {
  if (title.search(REASON) < 0) return null
  const bare = title
    .replace(REASON, ' ')
    .replace(/[-–—:()/|,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const read = nameIn(bare)
  return read.kind === 'name' && bare !== '' ? read.name : null
}
