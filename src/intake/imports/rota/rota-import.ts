/** Reads an existing rota, by person or by post and site, as assignments that `judge` accepts. */
import { longDay } from '../../../time.ts'
import type { SheetFile } from '../../cells/cell-file.ts'
import { addressOf, cellAt, type Sheet, textOf } from '../../cells/sheet.ts'
import type { AssignmentDocument } from '../../rota-document.ts'
import { dayMeaning, siteNamed, workNamed } from '../cell-words.ts'
import { monthOf } from '../date-words.ts'
import { type DatedCell, type DatedGrid, datedGrids } from '../dated/dated-grid.ts'
import { Account, type ImportAnswer, type ImportContext, type ImportWeek } from '../import-answer.ts'
import { type NameBook, nameBook, nameIn } from '../names.ts'
import { leaveOutOf, visibleSheets } from '../sheet-notes.ts'
import type { FoundPerson } from '../team/team-table.ts'
import { laidOver, usualRows } from './usual-rota.ts'

/** Placeholder for an unknown site. */
const NOWHERE = 'site'

export function importRota(file: SheetFile, context: ImportContext): ImportAnswer {
  const account = new Account()
  const sheets = visibleSheets(file, account)
  // If days are numbers under a month's name, importing just the full dates would import only part of the rota.
  const months = sheets.flatMap((sheet) => monthNameIn(sheet) ?? [])
  const grids = (months.length > 0 ? [] : sheets)
    .flatMap((sheet) => datedGrids(sheet, context, account))
    .filter(({ cells }) => cells.length > 0)
  leaveOutOf(sheets, account)
  const usual = grids.length === 0 && months.length === 0 ? usualRows(sheets, context, account) : []
  if (usual.length > 0 && context.week === undefined) noWeek(usual, account)
  else if (grids.length === 0 && usual.length === 0) noGrid(sheets, account)
  const names = grids.flatMap(({ headings, cells }) =>
    headings === 'posts' ? cells.flatMap(({ text }) => holdersIn(text).map(({ name }) => name)) : [],
  )
  const book = nameBook(context, account, names)
  const laying = { context, account, book, siteOf: (person: string) => siteOf(person, context) }
  const found = [
    ...grids.flatMap((grid) => assignmentsIn(grid, { context, account, book })),
    ...(context.week === undefined ? [] : laidOver(context.week, usual, laying)),
  ]
  const assignments = inWeek(withoutRepeats(found, account), context.week, account)
  if (assignments.some(({ site }) => site === NOWHERE))
    account.guess(
      { correct: { by: 'site' } },
      '',
      'one site for everybody, called "site": give the network, or a site, to have real ones',
    )
  const people = new Set(assignments.map(({ person }) => person)).size
  const posts = grids.some(({ headings }) => headings === 'posts')
  return account.answer(
    {
      as: 'rota',
      file: file.what,
      sentence:
        assignments.length === 0
          ? 'No rota was found.'
          : `${assignments.length} sessions of ${people} people, from ${posts ? 'posts with the names of those who hold them' : usual.length > 0 ? 'a week without dates, laid over the week that is asked for' : 'a grid of people and dates'}.`,
      counts: { assignments: assignments.length, people },
    },
    { assignments },
  )
}

/** From a file about a whole month, the sessions of the requested week. */
export function inWeek(
  all: readonly AssignmentDocument[],
  week: ImportWeek | undefined,
  account: Account,
): readonly AssignmentDocument[] {
  if (week === undefined) return all
  const within = all.filter(({ date }) => week.from <= date && date <= week.until)
  const outside = all.length - within.length
  const dates = all.map(({ date }) => date).sort()
  if (outside > 0 && within.length === 0)
    account.problem(
      { correct: { by: 'year' } },
      `${dates[0]} to ${dates.at(-1)}`,
      `No date of the file is in the week from ${longDay(week.from)}.`,
      'the file of this week, or another year for dates without one',
    )
  else if (outside > 0) account.leaveOut({}, `${outside} sessions`, `outside the week from ${longDay(week.from)}`)
  return within.map((one) => ({
    ...one,
    part: (one.part === 'am' ? week.am : one.part === 'pm' ? week.pm : null) ?? one.part,
  }))
}

function noWeek([first]: readonly FoundPerson[], account: Account): void {
  account.problem(
    { sheet: first?.at.sheet ?? null },
    first?.name ?? '',
    'These half-days have no dates: they are a usual week, or a pattern of weeks.',
    'the file imported as a team, from which weeks are drawn; or the week that it is for, on the page of that week or as a parameter of the call',
  )
}

function noGrid(sheets: readonly Sheet[], account: Account): void {
  const months = sheets.flatMap((sheet) => monthNameIn(sheet) ?? [])[0]
  if (months !== undefined)
    account.problem(
      months.at,
      months.text,
      'Days are only numbers under the name of a month, without a year.',
      'a column with whole dates, such as 30/11/2026',
    )
  else
    account.problem(
      { sheet: sheets[0]?.name ?? null },
      textOf(sheets[0]?.rows.flat().find((cell) => cell !== null) ?? null),
      'No grid with dates was found.',
      'a row or a column of dates such as 30/11/2026, and people or sites along the other side',
    )
}

/** A month's name above day numbers. */
function monthNameIn(sheet: Sheet) {
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === 'string' && monthOf(cell) !== null && Number(textOf(cellAt(sheet, row + 1, column))) === 1)
        return { at: { sheet: sheet.name, ...addressOf(row, column) }, text: cell }
  return null
}

interface Reading {
  readonly context: ImportContext
  readonly account: Account
  readonly book: NameBook
}

function assignmentsIn({ headings, cells }: DatedGrid, reading: Reading): AssignmentDocument[] {
  return cells.flatMap((cell) => (headings === 'posts' ? ofPost(cell, reading) : ofPerson(cell, reading)))
}

function ofPerson(cell: DatedCell, { context, account, book }: Reading): AssignmentDocument[] {
  const named = nameIn(cell.heading)
  const person = book.idOf(named.kind === 'name' ? named.name : cell.heading, cell.at)
  if (person === null) return []
  const read = dayMeaning(cell.text, context)
  if (read.aside !== null) account.leaveOut(cell.at, cell.text, `“${read.aside}” beside the work`)
  return (cell.part === null ? (['am', 'pm'] as const) : [cell.part]).flatMap((part) => {
    const meaning = read[part]
    if (meaning?.kind === 'unknown' && (part === 'am' || cell.part !== null || read.am?.kind !== 'unknown'))
      account.problem(
        { ...cell.at, correct: { by: 'words', word: meaning.text.toLowerCase() } },
        cell.text,
        /^#/.test(cell.text) ? 'This formula has no value.' : 'It is not clear what this means.',
        meaning.maybe ?? 'a mapping for this word: off, leave, clinic, duty, or a site',
      )
    if (meaning?.kind !== 'works') return []
    const site = meaning.site ?? siteOf(person, context)
    return [{ person, date: cell.date, part, site, work: meaning.work }]
  })
}

function ofPost(cell: DatedCell, { context, account, book }: Reading): AssignmentDocument[] {
  const work = workNamed(cell.heading) ?? 'clinic'
  const own = siteNamed(cell.heading, context)
  return holdersIn(cell.text).flatMap(({ name, parts, aside }) => {
    const read = nameIn(name)
    if (read.kind === 'wrong') account.problem(cell.at, cell.text, read.detail, read.maybe)
    if (read.kind !== 'name') return []
    if (aside !== null) account.leaveOut(cell.at, cell.text, `“${aside}” beside the name`)
    const person = book.idOf(read.name, cell.at)
    if (person === null) return []
    const halves = cell.part === null ? parts : parts.filter((part) => part === cell.part)
    return halves.map((part) => ({ person, date: cell.date, part, site: own ?? siteOf(person, context), work }))
  })
}

function siteOf(person: string, { people, sites, site }: ImportContext): string {
  return people.find(({ id }) => id === person)?.home ?? site ?? sites[0]?.id ?? NOWHERE
}

interface Holder {
  readonly name: string
  readonly parts: readonly ('am' | 'pm')[]
  readonly aside: string | null
}

/** "James (AM) William (PM)", "James (instead of William)", "Ann / Bob". */
function holdersIn(text: string): Holder[] {
  const pieces = [...text.matchAll(/([^()/,;&+]+)(?:\(([^()]*)\))?/g)]
  return pieces.flatMap(([, before = '', inside = '']) => {
    const name = before
      .replace(/\b(am|pm)\b/gi, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (name === '') return []
    const half = /\b(am|pm)\b/i.exec(`${inside} ${before}`)?.[1]?.toLowerCase()
    const parts = half === 'am' || half === 'pm' ? ([half] as const) : (['am', 'pm'] as const)
    return [{ name, parts, aside: inside === '' || /^\s*(am|pm)\s*$/i.test(inside) ? null : inside }]
  })
}

function withoutRepeats(found: readonly AssignmentDocument[], account: Account): AssignmentDocument[] {
  const byMoment = new Map<string, AssignmentDocument>()
  let repeated = 0
  for (const one of found) {
    const key = `${one.person} ${one.date} ${one.part}`
    const before = byMoment.get(key)
    if (before === undefined) byMoment.set(key, one)
    else if (before.site === one.site && before.work === one.work) repeated += 1
    else if (before.work === 'clinic') byMoment.set(key, one)
  }
  if (repeated > 0) account.leaveOut({}, `${repeated} sessions`, 'the same session again')
  return [...byMoment.values()]
}
