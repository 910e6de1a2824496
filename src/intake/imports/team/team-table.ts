/** Reads people from tables: lists, and grids of a usual week. */
import type { Day } from '../../../time.ts'
import { addressOf, type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import type { Pattern } from '../../record-document.ts'
import { type AmountUnit, amountOf } from '../amounts.ts'
import { siteNamed } from '../cell-words.ts'
import { dayOf, writtenDate } from '../date-words.ts'
import type { Account, Correction, ImportContext, Place } from '../import-answer.ts'
import { nameIn } from '../names.ts'
import { roleNamed } from '../role-words.ts'
import { type ColumnMeaning, type TableHead, tableHeads } from './headings.ts'
import { type RollingWeeks, rollingWeeks } from './rolling-weeks.ts'
import { daysIn, type SlotCell, slotsOf } from './table-slots.ts'

/** A person as found in a file. */
export interface FoundPerson {
  readonly at: Place
  readonly name: string
  /** Null if not given; empty if given but not understood, which has been reported. */
  readonly role: string | null
  /** As for the role. */
  readonly sessions: number | null | 'reported'
  /** `mon-am` …; null if not given. */
  readonly works: readonly string[] | null
  readonly site: string | null
  readonly otherSites: readonly string[]
  readonly from: Day | null
  readonly until: Day | null
  /** For a rolling pattern; null if all weeks are the same or none are given. */
  readonly weeks: RollingWeeks | null
  /** For a grid of half-days: the work in each. */
  readonly cells: readonly SlotCell[]
  /** Replaces `works` once the rows of all weeks have been merged. */
  readonly patterns?: readonly Pattern[]
}

/** A table being read. */
export interface Reading {
  readonly sheet: Sheet
  readonly head: TableHead
  readonly context: ImportContext
  readonly account: Account
}

/** Every person in every table of the sheet. */
export function peopleIn(given: Sheet, context: ImportContext, account: Account): readonly FoundPerson[] {
  const sheet = spread(given)
  const heads = tableHeads(given)
  return heads.flatMap((head, n) => {
    for (const { column, text } of head.ignored)
      account.leaveOut(
        { sheet: sheet.name, ...addressOf(head.row, column) },
        text,
        'a column that says nothing about who works when',
      )
    const end = heads[n + 1]?.row ?? sheet.rows.length
    return rowsOf({ sheet, head, context, account }, end)
  })
}

function rowsOf(reading: Reading, end: number): FoundPerson[] {
  const people: FoundPerson[] = []
  let section: string | null = null
  let weeks = weeksAbove(reading)
  for (let row = reading.head.row + 1; row < end; row += 1) {
    const filled = (reading.sheet.rows[row] ?? []).filter((cell) => cell !== null)
    if (filled.length === 0) continue
    const alone = filled.length === 1 ? textOf(filled[0] ?? null) : ''
    const heading = sectionRole(alone, reading.context)
    const named = rollingWeeks(alone, { isBare: false })
    if (heading !== null) section = heading
    else if (named !== null) weeks = named
    else {
      const person = personIn(reading, row, { section, weeks, before: people.at(-1) ?? null })
      if (person !== null) people.push(person)
    }
  }
  return people
}

/** Number of rows above the headings in which to look for the table's week. */
const ABOVE = 3

/** From a title above the table, otherwise from the sheet's name. */
function weeksAbove({ sheet, head: { row } }: Reading): RollingWeeks | null {
  const titles = Array.from({ length: Math.min(ABOVE, row) }, (_, n) => [
    ...new Set((sheet.rows[row - 1 - n] ?? []).filter((cell) => cell !== null).map(textOf)),
  ])
  const alone = titles.flatMap((texts) => (texts.length === 1 ? texts : []))
  return (
    [...alone, sheet.name ?? ''].map((text) => rollingWeeks(text, { isBare: false })).find((one) => one !== null) ??
    null
  )
}

/** Facts about a row given by the rows above it. */
interface Above {
  readonly section: string | null
  readonly weeks: RollingWeeks | null
  readonly before: FoundPerson | null
}

/** A row with just "GPs" or "Nurses" gives the role of the rows below it. */
function sectionRole(text: string, context: ImportContext): string | null {
  const read = roleNamed(text, context)
  return read.kind === 'role' ? read.role : null
}

function columnOf({ columns }: TableHead, kind: ColumnMeaning['kind']): number | null {
  return [...columns].find(([, one]) => one.kind === kind)?.[0] ?? null
}

function personIn(reading: Reading, row: number, { section, weeks, before }: Above): FoundPerson | null {
  const { sheet, head, account } = reading
  const get = (kind: ColumnMeaning['kind']): Cell => {
    const column = columnOf(head, kind)
    return column === null ? null : cellAt(sheet, row, column)
  }
  const place = (kind: ColumnMeaning['kind']): Place => {
    const column = columnOf(head, kind)
    return { sheet: sheet.name, ...(column === null ? { row: row + 1 } : addressOf(row, column)) }
  }
  const at = place(columnOf(head, 'name') === null ? 'last' : 'name')
  const text = [get('name'), get('first'), get('last')]
    .map(textOf)
    .filter((one) => one !== '')
    .join(' ')
  const own = rollingWeeks(textOf(get('week')), { isBare: true })
  if (text === '' && own !== null && before !== null) {
    const { works = null, cells = [] } = slotsOf(reading, row) ?? {}
    return { ...before, at: place('week'), weeks: own, works, cells, sessions: sessionsOf(reading, row) }
  }
  if (text === '') return noName(reading, row)
  if (typeof get('name') === 'object' && get('name') !== null) {
    account.problem(at, text, 'There is no name in this cell.', 'the person’s name')
    return null
  }
  const named = nameOf(text, at, account)
  if (named === null) return null
  const role = roleOf(reading, { cell: get('role'), at: place('role'), section, name: text })
  if (role === 'other') return null
  const slots = slotsOf(reading, row)
  const works = slots?.works ?? daysIn(get('days'), place('days'), account)
  const homes = siteIn(reading, get('site'), place('site'))
  return {
    at,
    name: named.name,
    role,
    sessions: sessionsOf(reading, row) ?? (named.wte === null ? null : (amountOf(named.wte, 'wte')?.sessions ?? null)),
    works,
    site: homes ?? slots?.sites[0] ?? null,
    otherSites: slots?.sites ?? [],
    from: dateIn(get('starts'), place('starts'), reading),
    until: dateIn(get('ends'), place('ends'), reading),
    weeks: own ?? weeks,
    cells: slots?.cells ?? [],
  }
}

/** Null if the text isn't a name, which is reported. */
function nameOf(text: string, at: Place, account: Account) {
  const named = nameIn(text)
  if (named.kind === 'name') return named
  if (named.kind !== 'wrong')
    account.leaveOut(at, text, named.kind === 'total' ? 'a total, not a person' : 'a post that nobody holds')
  else if (text.length > 60) account.leaveOut(at, text, 'text below the table')
  else account.problem(at, text, named.detail, named.maybe)
  return null
}

function noName({ sheet, account }: Reading, row: number): null {
  const cells = sheet.rows[row] ?? []
  const first = cells.findIndex((cell) => cell !== null)
  account.leaveOut(
    { sheet: sheet.name, ...addressOf(row, Math.max(0, first)) },
    textOf(cells[first] ?? null),
    'a row without a name',
  )
  return null
}

function roleOf(
  { context, account }: Reading,
  { cell, at, section, name }: { cell: Cell; at: Place; section: string | null; name: string },
): string | null | 'other' {
  const text = textOf(cell)
  if (text === '') {
    if (section !== null) return section
    const titled = /^dr\b/i.test(name) ? roleNamed('gp', context) : null
    if (titled?.kind === 'role' && context.role === undefined) {
      account.guess(
        { ...at, correct: { by: 'role', meaning: titled.role } },
        name,
        `read as ${titled.title}, for the title Dr`,
      )
      return titled.role
    }
    return null
  }
  const read = roleNamed(text, context)
  const correct: Correction = { by: 'roles', word: text.toLowerCase().trim() }
  if (read.kind === 'role') {
    if (!read.certain)
      account.guess({ ...at, correct: { ...correct, meaning: read.role } }, text, `read as ${read.title}`)
    return read.role
  }
  if (read.kind === 'other') {
    account.leaveOut(
      { ...at, correct: { ...correct, meaning: '-' } },
      `${name}, ${text}`,
      'somebody who sees no patients',
    )
    return 'other'
  }
  account.problem(
    { ...at, correct },
    text,
    'This role is not known.',
    read.maybe === null ? 'a usual title, such as practice nurse' : `${read.maybe}, or a mapping for this title`,
  )
  return ''
}

function sessionsOf({ sheet, head, account }: Reading, row: number): FoundPerson['sessions'] {
  for (const kind of ['sessions', 'hours', 'wte'] as const satisfies readonly AmountUnit[]) {
    const column = columnOf(head, kind)
    const cell = column === null ? null : cellAt(sheet, row, column)
    if (column === null || cell === null) continue
    const at = { sheet: sheet.name, ...addressOf(row, column) }
    const amount = amountOf(cell, kind)
    if (amount === null)
      account.problem(
        at,
        textOf(cell),
        `This is not a number of ${kind === 'wte' ? 'full-time equivalents' : kind} a week.`,
        kind === 'hours' ? '30, or 30:00' : kind === 'wte' ? '0.8' : '6',
      )
    else if (amount.converted)
      account.guess(at, textOf(cell), `${amount.sessions} sessions a week, full time being 9 sessions or 37.5 hours`)
    return amount?.sessions ?? 'reported'
  }
  return null
}

function siteIn({ context, account }: Reading, cell: Cell, at: Place): string | null {
  const text = textOf(cell)
  if (text === '') return null
  const site = siteNamed(text, context)
  if (site === null && context.sites.length > 0)
    account.problem(
      { ...at, correct: { by: 'sites', word: text.toLowerCase().trim() } },
      text,
      'The network has no site of this name.',
      context.sites
        .map(({ name }) => name)
        .slice(0, 6)
        .join(', '),
    )
  return site
}

function dateIn(cell: Cell, at: Place, { context, account }: Reading): Day | null {
  const text = textOf(cell)
  if (text === '') return null
  const written = writtenDate(cell)
  const day = written === null ? null : dayOf(written, { monthFirst: false, year: context.year ?? null })
  if (day === null) account.problem(at, text, 'This is not a date with a year.', '30/11/2026')
  return day
}
