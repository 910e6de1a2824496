/** Derives a record from the lasting parts of a document. */
import { grouped } from '../../grouped.ts'
import { addDays, weekdayOf } from '../../time.ts'
import type { Atlas } from '../atlas.ts'
import { closedDays } from '../bank-holidays.ts'
import { DEMAND_DAYS, type DemandDay, type NetworkRecord, type RecordDemand } from '../record-document.ts'
import type { RotaDocument } from '../rota-document.ts'
import { arrivalRows } from './arrivals.ts'

/**
 * Leave and wishes become separate rows; demand becomes that of an ordinary week, with the document's distribution over days and parts,
 * so that the record reproduces the document's week as far as a single week allows. Left out, because they belong to that week: waiting
 * lists, pins, the published rota, history and the days before.
 */
export function recordOf(document: RotaDocument, atlas: Pick<Atlas, 'holidays' | 'profile'>): NetworkRecord {
  const { plan } = document
  return recordWith(document, { ...demandOf(document, atlas), ...(plan === undefined ? {} : { plan }) }, atlas)
}

/** The same, with demand from another source. */
export function recordWith(
  document: RotaDocument,
  demand: RecordDemand,
  atlas: Pick<Atlas, 'holidays'>,
): NetworkRecord {
  const { week: _, people, plan: __, demand: ___, backlog: ____, ...rest } = document
  const { network, parts, sites, needs, roles, rules, solve, note, synthetic } = structuredClone(rest)
  const own = closuresOf(document, atlas)
  const leave = people.flatMap(({ id, away = [] }) =>
    away.map(({ paid: _, ...days }) => ({ person: id, ...structuredClone(days) })),
  )
  const wishes = people.flatMap(({ id, wishes: rows = [] }) => rows.map((wish) => ({ person: id, ...wish })))
  return {
    format: 'network/1',
    ...(note === undefined ? {} : { note }),
    ...(synthetic === undefined ? {} : { synthetic }),
    network,
    parts,
    sites,
    needs,
    roles,
    people: people.map(({ away: _away, wishes: _wishes, ...person }) => structuredClone(person)),
    ...(leave.length === 0 ? {} : { leave: leave.map((row, n) => ({ id: `l${n + 1}`, ...row })) }),
    ...(wishes.length === 0 ? {} : { wishes: wishes.map((row, n) => ({ id: `w${n + 1}`, ...row })) }),
    ...(own.length === 0 ? {} : { closed: own }),
    demand,
    ...(rules === undefined ? {} : { rules }),
    ...(solve === undefined ? {} : { solve }),
  }
}

/** Bank holidays are left out, because they are added automatically. */
function closuresOf(
  document: RotaDocument,
  { holidays }: Pick<Atlas, 'holidays'>,
): NonNullable<RotaDocument['closed']> {
  const { from, weeks = 1 } = document.week
  const bank = closedDays(holidays, from, addDays(from, 7 * weeks - 1)).map(({ date }) => date)
  return structuredClone(
    (document.closed ?? []).filter(({ date, sites, parts }) => sites || parts || !bank.includes(date)),
  )
}

type Demand = RotaDocument['demand']

/** Divides the document's arrivals by what the same distribution makes of one contact a week. */
function demandOf(document: RotaDocument, atlas: Pick<Atlas, 'holidays' | 'profile'>): RecordDemand {
  const byNeed = new Map(grouped(document.demand, ({ need }) => need).map((rows) => [rows[0]?.need, rows]))
  const rowsOf = (need: string) => byNeed.get(need) ?? []
  const needs = document.needs.filter(({ id }) => byNeed.has(id))
  const shares = {
    ...(hasEveryDay(document) ? { byDay: needs.map(({ id }) => ({ need: id, shares: dayShares(rowsOf(id)) })) } : {}),
    byPart: needs.map(({ id }) => ({ need: id, shares: sums(rowsOf(id), ({ part }) => part) })),
  }
  const weekly = document.sites.flatMap(({ id: site }) =>
    needs.map(({ id: need }) => ({ site, need, contacts: total(rowsOf(need).filter((row) => row.site === site)) })),
  )
  const unit = unitOf(
    document,
    { source: 'own', ...shares, weekly: weekly.map((row) => ({ ...row, contacts: UNIT })) },
    atlas,
  )
  return {
    source: 'own',
    weekly: weekly
      .map((row) => ({
        ...row,
        contacts: twoPlaces((row.contacts * UNIT) / (unit.get(`${row.site} ${row.need}`) || UNIT)),
      }))
      .filter(({ contacts }) => contacts > 0),
    ...shares,
  }
}

/** Large enough to make rounding to a hundredth of a contact negligible. */
const UNIT = 100_000

/** By site and need: arrivals in the document's weeks if an ordinary week has UNIT contacts. */
function unitOf(
  document: RotaDocument,
  demand: RecordDemand,
  { holidays, profile }: Pick<Atlas, 'holidays' | 'profile'>,
): ReadonlyMap<string, number> {
  const { parts, sites, needs, network, week } = document
  const record: NetworkRecord = { format: 'network/1', network, sites, people: [], demand }
  const mondays = Array.from({ length: week.weeks ?? 1 }, (_, n) => addDays(week.from, 7 * n))
  const rows = mondays.flatMap((monday) => {
    const bank = closedDays(holidays, addDays(monday, -14), addDays(monday, 20))
    const closed = [...bank.map((day) => ({ ...day })), ...(document.closed ?? [])]
    return arrivalRows({ record, monday, parts, sites, needs, closed, atlas: { profile } })
  })
  return new Map(Object.entries(sums(rows, ({ site, need }) => `${site} ${need}`)))
}

/** A week with a holiday doesn't show that weekday's usual share; England's shares are used instead. */
function hasEveryDay({ demand }: RotaDocument): boolean {
  const days = new Set(demand.map(({ date }) => weekdayOf(date)))
  return DEMAND_DAYS.every((day) => days.has(day))
}

function dayShares(rows: Demand): Partial<Record<DemandDay, number>> {
  const byDay = sums(rows, ({ date }) => weekdayOf(date))
  return Object.fromEntries(DEMAND_DAYS.map((day) => [day, byDay[day] ?? 0]))
}

function sums(rows: Demand, keyOf: (row: Demand[number]) => string): Record<string, number> {
  const by = new Map<string, number>()
  for (const row of rows) by.set(keyOf(row), (by.get(keyOf(row)) ?? 0) + row.contacts)
  return Object.fromEntries([...by].map(([key, contacts]) => [key, twoPlaces(contacts)]))
}

function total(rows: Demand): number {
  return rows.reduce((sum, { contacts }) => sum + contacts, 0)
}

function twoPlaces(contacts: number): number {
  return Math.round(contacts * 100) / 100
}
