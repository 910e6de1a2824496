/** Imports a team from tables, or from a rota by date: people with role, sessions and usual week, ready for a network's record. */
import type { SheetFile } from '../../cells/cell-file.ts'
import type { Sheet } from '../../cells/sheet.ts'
import { wordsOf } from '../../name-words.ts'
import type { RecordPerson } from '../../record-document.ts'
import { nearest } from '../../suggest.ts'
import { datedGrids } from '../dated/dated-grid.ts'
import { usualWeeks } from '../dated/usual-week.ts'
import { Account, type ImportAnswer, type ImportContext } from '../import-answer.ts'
import { leaveOutOf, visibleSheets } from '../sheet-notes.ts'
import { rollingTeam } from './rolling-people.ts'
import { type FoundPerson, peopleIn } from './team-table.ts'

export function importTeam(file: SheetFile, context: ImportContext): ImportAnswer {
  const account = new Account()
  const sheets = visibleSheets(file, account)
  const tables = sheets.flatMap((sheet) => peopleIn(sheet, context, account))
  const grids = tables.length > 0 ? [] : sheets.flatMap((sheet) => datedGrids(sheet, context, account))
  const found = tables.length > 0 ? tables : usualWeeks(grids, context, account)
  leaveOutOf(sheets, account)
  if (found.length === 0 && !account.hasProblems) nothingFound(sheets, account)
  const { people: joined, cycle } = rollingTeam(found, context, account)
  const people = peopleOf(joined, context, account)
  const layout =
    tables.length > 0
      ? 'a table with a row for each person'
      : 'a rota by dates, of which each person’s usual week was taken'
  return account.answer(
    {
      as: 'team',
      file: file.what,
      sentence:
        found.length === 0
          ? 'No team was found.'
          : `${people.length} people, from ${layout}${cycle === null ? '' : `, in a pattern of ${cycle.weeks.length} weeks`}.`,
      counts: {
        people: people.length,
        sessions: Math.round(people.reduce((sum, { contract }) => sum + contract.sessions, 0) * 100) / 100,
      },
    },
    { people, ...(cycle === null ? {} : { cycle }) },
  )
}

function nothingFound(sheets: readonly Sheet[], account: Account): void {
  const [first] = sheets.filter(({ rows }) => rows.length > 0)
  const seen = (first?.rows.find((row) => row.some((cell) => typeof cell === 'string')) ?? [])
    .filter((cell) => cell !== null)
    .join(' | ')
  account.problem(
    { sheet: first?.name ?? null },
    seen,
    'No list of people and no grid of days was found.',
    'a heading row with Name and Role, and Sessions, Hours or WTE, or Mon AM to Fri PM',
  )
}

function peopleOf(found: readonly FoundPerson[], context: ImportContext, account: Account): RecordPerson[] {
  const byName = new Map<string, FoundPerson>()
  for (const person of found) {
    const key = wordsOf(person.name).join(' ')
    const before = byName.get(key)
    if (before === undefined) byName.set(key, person)
    else if (sameFacts(before, person)) account.leaveOut(person.at, person.name, 'the same person again')
    else
      account.problem(
        person.at,
        person.name,
        'This name stands in two rows that differ.',
        'one row, or names that tell the two people apart',
      )
  }
  const people = [...byName.values()]
  askForRole(people, context, account)
  guessPlace(people, context, account)
  return people
    .filter((person) => isWanted(person, context, account))
    .map((person, n) => recordPerson(person, n, context, account))
}

function askForRole(people: readonly FoundPerson[], context: ImportContext, account: Account): void {
  const without = people.filter((person) => person.role === null && knownAs(person, context) === undefined)
  const [first] = without
  if (first !== undefined && context.role === undefined)
    account.problem(
      { ...(without.length > 1 ? { sheet: first.at.sheet ?? null } : first.at), correct: { by: 'role' } },
      without.length === 1 ? first.name : `${without.length} people`,
      'The file does not say what role they have.',
      'a column Role, or the role of them all as an option',
    )
}

/** If there are several sites, people without one are assigned to the first, as a guess. */
function guessPlace(people: readonly FoundPerson[], context: ImportContext, account: Account): void {
  const [place, ...others] = context.sites
  const homeless = people.filter((person) => person.site === null && knownAs(person, context)?.home === undefined)
  if (place === undefined || others.length === 0 || context.site !== undefined || homeless.length === 0) return
  account.guess(
    { correct: { by: 'site', meaning: place.id } },
    `${homeless.length} ${homeless.length === 1 ? 'person' : 'people'}`,
    `placed at ${place.name}, since the file names no site for them`,
  )
}

/** False for people to be excluded, and for rows without half-days, which describe nobody who could be planned. */
function isWanted({ at, name, works, sessions }: FoundPerson, { mapping }: ImportContext, account: Account): boolean {
  const word = name.toLowerCase()
  if (mapping.people?.[word] === '-') {
    account.leaveOut(
      { ...at, correct: { by: 'people', word, meaning: '-' } },
      name,
      'somebody who is not to be imported',
    )
    return false
  }
  const idle = sessions === null && works?.length === 0
  if (idle) account.leaveOut(at, name, 'somebody who works in no half-day')
  return !idle
}

function sameFacts(a: FoundPerson, b: FoundPerson): boolean {
  const facts = ({ role, sessions, works, site, patterns }: FoundPerson) =>
    JSON.stringify([role, sessions, works, site, patterns])
  return facts(a) === facts(b)
}

function recordPerson(person: FoundPerson, index: number, context: ImportContext, account: Account): RecordPerson {
  const known = knownAs(person, context)
  if (known === undefined) askWhether(person, context, account)
  const { name, works, patterns, site, otherSites, from, until } = person
  const given = person.sessions ?? works?.length ?? null
  const sessions = given === 'reported' ? 0 : given
  if (sessions === null)
    account.problem(
      person.at,
      name,
      'The file does not say how much this person works.',
      'a column Sessions, Hours or WTE, or ticks for the half-days',
    )
  const home = site ?? known?.home ?? context.site ?? context.sites[0]?.id
  const sites = [...new Set([...(home === undefined ? [] : [home]), ...otherSites])]
  return {
    id: known?.id ?? freeId(index, context),
    name,
    role: person.role ?? context.role ?? known?.role ?? '',
    ...(home === undefined ? {} : { home }),
    ...(sites.length > 1 ? { sites } : {}),
    contract: { sessions: sessions ?? 0 },
    ...(works === null || works.length === 0 ? {} : { works: [...works] }),
    ...(patterns === undefined ? {} : { patterns: structuredClone([...patterns]) }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  }
}

function knownAs({ name }: FoundPerson, { people, mapping }: ImportContext) {
  const mapped = mapping.people?.[name.toLowerCase()]
  if (mapped !== undefined) return people.find(({ id }) => id === mapped)
  return people.find((one) => wordsOf(one.name).join(' ') === wordsOf(name).join(' '))
}

/** Asks whether a name that is close to a known person's means that person. */
function askWhether({ name, at }: FoundPerson, { people }: ImportContext, account: Account): void {
  const near = nearest(
    name,
    people.map((one) => one.name),
  )
  if (near === undefined) return
  account.guess(
    { ...at, correct: { by: 'people', word: name.toLowerCase() } },
    name,
    `read as somebody new; ${near} has nearly the same name`,
  )
}

/** An id not used in the network. */
function freeId(index: number, { people }: ImportContext): string {
  const taken = new Set(people.map(({ id }) => id))
  const id = (n: number) => `n${String(n).padStart(3, '0')}`
  let n = index + 1
  while (taken.has(id(n))) n += people.length
  return id(n)
}
