/** A week's arrivals, derived from an ordinary week: weekday and half-day shares, season, holidays, closures and events. */
import { addDays, type Day, WEEKDAYS, weekdayOf } from '../../time.ts'
import type { Atlas } from '../atlas.ts'
import { askedShape, dayLevel, morningShare, type ShapeContext, WORKDAYS } from '../network/arrival-shape.ts'
import { round } from '../network/demand.ts'
import { NEEDS, NEEDS_PER_PATIENTS, type Shape } from '../network/needs.ts'
import { DEMAND_DAYS, type NetworkRecord } from '../record-document.ts'
import type { NeedDocument, PartDocument, RotaDocument, SiteDocument } from '../rota-document.ts'

export interface WeekPlan {
  readonly record: NetworkRecord
  readonly monday: Day
  readonly parts: readonly PartDocument[]
  readonly sites: readonly SiteDocument[]
  readonly needs: readonly NeedDocument[]
  /** Closures, including bank holidays, in the week and two weeks on either side. */
  readonly closed: NonNullable<RotaDocument['closed']>
  readonly atlas: Pick<Atlas, 'profile'>
}

/** Days beyond the week in which closures still move demand into it. */
export const BESIDE = 14

/** Contacts in an ordinary week: the record's figure, otherwise England's rate. With own figures, only what is listed. */
export function weeklyOf(record: NetworkRecord, site: SiteDocument, need: NeedDocument): number {
  const listed = record.demand?.weekly?.find((row) => row.site === site.id && row.need === need.id)
  if (listed !== undefined) return listed.contacts
  if ((record.demand?.source ?? 'atlas') !== 'atlas') return 0
  const model = NEEDS.find((one) => one.need.id === need.id)
  return model === undefined ? 0 : (model.weekly / NEEDS_PER_PATIENTS) * site.patients
}

/** Rows of `demand`, ordered by site, need and time. */
export function arrivalRows(week: WeekPlan): RotaDocument['demand'] {
  return week.sites.flatMap((site) => {
    const context = { asked: askedShape(week.atlas.profile), closed: closedDaysOf(site, week) }
    return week.needs.flatMap((need) => {
      const weekly = weeklyOf(week.record, site, need)
      return weekly === 0 ? [] : rowsOf({ site, need, weekly }, context, week)
    })
  })
}

interface Stream {
  readonly site: SiteDocument
  readonly need: NeedDocument
  readonly weekly: number
}

function rowsOf({ site, need, weekly }: Stream, shared: ShapeContext, week: WeekPlan): RotaDocument['demand'] {
  const shape = shapeOf(need)
  const ownDays = daysOf(site, need, week.record)
  const context = ownDays === null ? shared : { ...shared, ownDays }
  return WEEKDAYS.flatMap((_, n) => {
    const date = addDays(week.monday, n)
    const ofDay = ((weekly * dayLevel(date, shape, context)) / 5) * eventFactor({ site, need, date }, week.record)
    return [...sharesOf({ site, need, date }, morningShare(date, shape, context), week)]
      .map(([part, share]) => ({ site: site.id, need: need.id, date, part, contacts: round(ofDay * share) }))
      .filter(({ contacts }) => contacts > 0)
  })
}

/** Shape for needs that aren't in England's figures: urgent ones arrive like calls, others like appointments held. */
function shapeOf(need: NeedDocument): Shape {
  const model = NEEDS.find((one) => one.need.id === need.id)
  return model?.shape ?? (need.within === 'same-day' ? 'asked' : 'delivered')
}

/** Days without arrivals: fully closed, or without a core-hours part. */
function closedDaysOf(site: SiteDocument, { closed, monday, parts }: WeekPlan): ReadonlySet<Day> {
  const days = Array.from({ length: 7 + 2 * BESIDE }, (_, n) => addDays(monday, n - BESIDE))
  return new Set(days.filter((date) => openParts({ site, date }, { closed, parts }).length === 0))
}

function openParts(
  { site, date }: { readonly site: SiteDocument; readonly date: Day },
  { closed, parts }: Pick<WeekPlan, 'closed' | 'parts'>,
): readonly PartDocument[] {
  const here = closed.filter((one) => one.date === date && (one.sites?.includes(site.id) ?? true))
  return parts.filter(
    ({ id, days, enhancedAccess }) =>
      enhancedAccess !== true && days.includes(weekdayOf(date)) && !here.some((one) => one.parts?.includes(id) ?? true),
  )
}

interface StreamDay extends Omit<Stream, 'weekly'> {
  readonly date: Day
}

/** Each open part's share of the day's contacts. */
function sharesOf(day: StreamDay, morning: number, week: WeekPlan): ReadonlyMap<string, number> {
  const open = openParts(day, week)
  const own = mostSpecific(week.record.demand?.byPart ?? [], day)?.shares
  const england = open.map((part) => {
    const alike = open.filter((other) => isMorning(other) === isMorning(part)).length
    const ofHalf = isMorning(part) ? morning : 1 - morning
    return [part.id, ofHalf / alike] as const
  })
  const given = open.map(({ id }) => [id, own?.[id] ?? 0] as const)
  const rows = given.some(([, share]) => share > 0) ? given : england
  const all = rows.reduce((sum, [, share]) => sum + share, 0)
  return new Map(rows.map(([id, share]) => [id, all > 0 ? share / all : 1 / rows.length]))
}

function isMorning({ starts }: PartDocument): boolean {
  return starts < '12:00'
}

/** By weekday: the record's own shares relative to their mean over the five days; null if there are none. */
function daysOf(site: SiteDocument, need: NeedDocument, { demand }: NetworkRecord): Record<string, number> | null {
  const shares = mostSpecific(demand?.byDay ?? [], { site, need })?.shares
  if (shares === undefined) return null
  const mean = DEMAND_DAYS.reduce((sum, day) => sum + (shares[day] ?? 0), 0) / WORKDAYS.length
  return Object.fromEntries(DEMAND_DAYS.map((day) => [day, (shares[day] ?? 0) / mean]))
}

interface Where {
  readonly site?: string
  readonly need?: string
}

/** A row for this site and need takes precedence over one for the need, then one for the site, then a general one. */
function mostSpecific<T extends Where>(rows: readonly T[], { site, need }: Omit<Stream, 'weekly'>): T | undefined {
  const fitting = rows.filter((row) => covers(row, site.id, need.id))
  const weight = (row: T) => (row.need === undefined ? 0 : 2) + (row.site === undefined ? 0 : 1)
  return [...fitting].sort((a, b) => weight(b) - weight(a))[0]
}

function covers(row: Where, site: string, need: string): boolean {
  return (row.site === undefined || row.site === site) && (row.need === undefined || row.need === need)
}

/** The factors of overlapping events are multiplied. */
function eventFactor({ site, need, date }: StreamDay, { demand }: NetworkRecord): number {
  return (demand?.events ?? [])
    .filter((event) => event.from <= date && date <= event.to && covers(event, site.id, need.id))
    .reduce((product, { factor }) => product * factor, 1)
}
