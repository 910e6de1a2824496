/** Generates a week's document from a network's record and earlier published rotas. Pure. */
import { BadInput } from '../../errors.ts'
import { DEFAULT_PLAN } from '../../policy.ts'
import { addDays, DAYS_BEFORE, type Day, isDay, WEEKDAYS, weekdayOf } from '../../time.ts'
import type { Atlas } from '../atlas.ts'
import { checkHolidaysKnown, closedDays } from '../bank-holidays.ts'
import type { NetworkRecord } from '../record-document.ts'
import type { AssignmentDocument, RotaDocument } from '../rota-document.ts'
import { arrivalRows, BESIDE } from './arrivals.ts'
import { needsOf, partsOf, rolesOf, siteOf } from './defaults.ts'
import { historyOf } from './history.ts'
import { inOrder, type PublishedRota } from './past.ts'
import { isInPost, letterOf } from './pattern.ts'
import { personOfWeek, pinsOfWeek } from './people-of-week.ts'
import { waitingListOf } from './waiting-list.ts'

export interface WeekRequest {
  /** Any day of the week. */
  readonly from: Day
  /** Published rotas of earlier weeks, and of this one if there is one; in any order. */
  readonly past: readonly PublishedRota[]
  /** Facts about England: bank holidays, and when in the week people call. */
  readonly atlas: Pick<Atlas, 'holidays' | 'profile'>
}

/** Bank holidays are only known for England; a network elsewhere lists its own. */
const ENGLAND = 'Europe/London'

const ESTIMATED_LIST =
  'Who waits already is an estimate: no rota of the week before is published that says whom it left waiting.'

/**
 * The document of one week. Deterministic: the same record, week and past give the same document, byte for byte. Throws a BadInput for an
 * invalid day, a year whose bank holidays aren't known, or two rotas for one week.
 */
export function drawWeek(record: NetworkRecord, { from, past, atlas }: WeekRequest): RotaDocument {
  const monday = mondayOf(from)
  const sunday = addDays(monday, 6)
  const published = inOrder(past)
  const around = closuresAround(record, monday, atlas)
  const closed = around.filter(({ date }) => monday <= date && date <= sunday)
  const parts = partsOf(record)
  const sites = record.sites.map(siteOf)
  const needs = needsOf(record)
  const week = { record, monday, letter: letterOf(record, monday), parts, sites, closed }
  const inPost = record.people.filter((person) => isInPost(person, monday, sunday))
  const people = inPost.map((person) => personOfWeek(person, week))
  const pins = inPost.flatMap((person) => pinsOfWeek(person, week))
  const history = historyOf(record, monday, { past: published, people: inPost })
  const list = waitingListOf(published, { record, monday, sites, needs })
  const rows = published.flatMap(({ assignments }) => assignments)
  const ofWeek = rows.filter(({ date }) => monday <= date && date <= sunday)
  const known = new Set(people.map(({ id }) => id))
  const earliest = addDays(monday, -DAYS_BEFORE)
  const before = rows.filter(({ date, person }) => earliest <= date && date < monday && known.has(person))
  const isKnownBefore = published.some(({ from: first, to }) => first < monday && to >= earliest)
  const note = [record.note, list.estimated ? ESTIMATED_LIST : undefined].filter((words) => words !== undefined)
  return {
    format: 'rota/1',
    ...(note.length === 0 ? {} : { note: note.join(' ') }),
    ...(record.synthetic === undefined ? {} : { synthetic: record.synthetic }),
    network: { ...record.network },
    week: { from: monday, weeks: 1 },
    parts,
    ...(closed.length === 0 ? {} : { closed }),
    sites,
    plan: record.demand?.plan ?? DEFAULT_PLAN,
    needs,
    roles: rolesOf(record, monday),
    people,
    demand: arrivalRows({ record, monday, parts, sites, needs, closed: around, atlas }),
    backlog: list.rows,
    ...(pins.length === 0 ? {} : { pins }),
    published: ofWeek.length === 0 ? null : ofWeek.map(rowOf),
    ...(history.length === 0 ? {} : { history }),
    ...(isKnownBefore ? { before: before.map(rowOf) } : {}),
    ...(record.rules === undefined ? {} : { rules: structuredClone(record.rules) }),
    ...(record.solve === undefined ? {} : { solve: { ...record.solve } }),
  }
}

function rowOf(row: AssignmentDocument): AssignmentDocument {
  return { ...row }
}

/** Bank holidays and the record's own closures, from two weeks before to two weeks after. */
function closuresAround(
  record: NetworkRecord,
  monday: Day,
  { holidays }: Pick<Atlas, 'holidays'>,
): NonNullable<RotaDocument['closed']> {
  const [first, last] = [addDays(monday, -BESIDE), addDays(monday, 6 + BESIDE)]
  const own = (record.closed ?? []).filter(({ date }) => first <= date && date <= last)
  if ((record.network.timezone ?? ENGLAND) !== ENGLAND) return structuredClone(own)
  checkHolidaysKnown(holidays, monday, addDays(monday, 4))
  const said = new Set(own.filter(({ sites, parts }) => !sites && !parts).map(({ date }) => date))
  const bank = closedDays(holidays, first, last).filter(({ date }) => !said.has(date))
  return [...bank.map((day) => ({ ...day })), ...structuredClone(own)].sort((a, b) => a.date.localeCompare(b.date))
}

function mondayOf(day: string): Day {
  if (isDay(day)) return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
  const detail = 'The week is given by one of its days, like 2026-11-30.'
  throw new BadInput([{ pointer: '/week/from', detail, seen: day.slice(0, 40) }])
}
