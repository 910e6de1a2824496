/** A site's three summary rows: people seeing patients, urgent need met, rooms in use. */
import type { Assignment } from '../../api.ts'
import { type Figures, percent, plural } from './figures.ts'
import type { Session } from './sessions.ts'
import type { WeekPlan } from './week-plan.ts'

export interface Count {
  readonly text: string
  readonly long: string
  readonly isShort: boolean
}

const NOTHING: Count = { text: '', long: 'no figure', isShort: false }

/** Counts for the board, indexed by place and time. */
export interface SiteCounts {
  readonly isKnown: boolean
  /** By site, date and part. */
  readonly cover: ReadonlyMap<string, Figures['cover'][number]>
  /** By site and date. */
  readonly urgent: ReadonlyMap<string, Figures['service']['byDay'][number]>
  /** Half-days without a duty doctor, by site, date and part: of every site that shares one. */
  readonly noDuty: ReadonlySet<string>
  /** Sites at which a duty doctor is, by site, date and part. */
  readonly duty: ReadonlyMap<string, number>
  /** Rooms used by clinics and duty, by site, date and part; telephone work and visits need none. */
  readonly rooms: ReadonlyMap<string, number>
}

export function siteCounts(figures: Figures | null, assignments: readonly Assignment[]): SiteCounts {
  const rooms = new Map<string, number>()
  const duty = new Map<string, number>()
  for (const { site, date, part, remote, work } of assignments) {
    const at = `${site} ${date} ${part}`
    if (work === 'duty') duty.set(at, (duty.get(at) ?? 0) + 1)
    if (remote === true || (work !== 'clinic' && work !== 'duty')) continue
    rooms.set(at, (rooms.get(at) ?? 0) + 1)
  }
  return {
    isKnown: figures !== null,
    cover: new Map(figures?.cover.map((row) => [`${row.site} ${row.date} ${row.part}`, row])),
    urgent: new Map(figures?.service.byDay.map((row) => [`${row.site} ${row.date}`, row])),
    rooms,
    duty,
    noDuty: new Set(
      figures?.findings
        .filter(({ rule }) => rule === 'duty-doctor')
        .map(({ site, date, part }) => `${site} ${date} ${part}`),
    ),
  }
}

/** "17/5": seventeen people seeing patients, at least five needed. */
export function coverAt({ cover }: SiteCounts, site: string, { key }: Session): Count {
  const row = cover.get(`${site} ${key}`)
  if (row === undefined) return NOTHING
  const { people, minimum } = row
  const least = minimum > 0 ? `, at least ${minimum} needed` : ''
  return {
    text: minimum > 0 ? `${people}/${minimum}` : String(people),
    long: `${people} seeing patients${least}`,
    isShort: people < minimum,
  }
}

/** "1", "none", or the letters of the site whose duty doctor answers for this one too. */
export function dutyAt({ duty, noDuty }: SiteCounts, { plan, site }: DutySite, { key }: Session): Count {
  const own = duty.get(`${site} ${key}`) ?? 0
  if (own > 0) return { text: String(own), long: plural(own, 'duty doctor'), isShort: false }
  const group = plan.dutyGroup(site)
  const partner = group.find((one) => duty.has(`${one} ${key}`))
  if (partner !== undefined)
    return {
      text: plan.siteCode.get(partner) ?? partner,
      long: `the duty doctor of ${plan.site.get(partner)?.name ?? partner} answers for this practice too`,
      isShort: false,
    }
  const isMissing = group.some((one) => noDuty.has(`${one} ${key}`))
  return isMissing ? { text: '0', long: 'no duty doctor', isShort: true } : NOTHING
}

export interface DutySite {
  readonly plan: WeekPlan
  readonly site: string
}

/** Urgent need of a day that is met on that day. */
export function urgentAt({ urgent }: SiteCounts, site: string, date: string): Count {
  const row = urgent.get(`${site} ${date}`)
  if (row === undefined || row.due === 0) return NOTHING
  const text = percent(row.share)
  return { text, long: `${text} of urgent need met on the day`, isShort: row.share < URGENT_TARGET }
}

/** Share of urgent need to be met on the day it arises, as required by the contract. */
export const URGENT_TARGET = 0.9

export function roomsAt(counts: SiteCounts, { id, rooms }: RoomsOf, { key }: Session): Count {
  const used = counts.rooms.get(`${id} ${key}`) ?? 0
  return { text: `${used}/${rooms}`, long: `${used} of ${rooms} rooms in use`, isShort: used > rooms }
}

interface RoomsOf {
  readonly id: string
  readonly rooms: number
}
