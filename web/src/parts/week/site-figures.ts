/** A site's own three rows: who sees patients, urgent need met, rooms in use. */
import type { Assignment } from '../../api.ts'
import { type Figures, percent } from './figures.ts'
import type { Session } from './sessions.ts'

export interface Count {
  readonly text: string
  readonly long: string
  readonly isShort: boolean
}

const NOTHING: Count = { text: '', long: 'no figure', isShort: false }

/** "17/5": seventeen people seeing patients, where at least five are needed. */
export function coverAt(figures: Figures | null, site: string, { date, part }: Session): Count {
  const row = figures?.cover.find((one) => one.site === site && one.date === date && one.part === part)
  if (row === undefined) return NOTHING
  const { people, minimum } = row
  const least = minimum > 0 ? `, at least ${minimum} needed` : ''
  return {
    text: minimum > 0 ? `${people}/${minimum}` : String(people),
    long: `${people} seeing patients${least}`,
    isShort: people < minimum,
  }
}

/** Urgent need of a day, met on it. */
export function urgentAt(figures: Figures | null, site: string, date: string): Count {
  const row = figures?.service.byDay.find((one) => one.site === site && one.date === date)
  if (row === undefined || row.due === 0) return NOTHING
  const text = percent(row.share)
  return { text, long: `${text} of urgent need met on the day`, isShort: row.share < URGENT_TARGET }
}

/** Of urgent need on the day it arises: what the contract asks for. */
export const URGENT_TARGET = 0.9

/** Rooms taken by clinics and duty; telephone work and visits need none. */
export function roomsAt(
  assignments: readonly Assignment[],
  site: { readonly id: string; readonly rooms: number },
  { date, part }: Session,
): Count {
  const used = assignments.filter(
    (one) =>
      one.site === site.id &&
      one.date === date &&
      one.part === part &&
      one.remote !== true &&
      (one.work === 'clinic' || one.work === 'duty'),
  ).length
  return { text: `${used}/${site.rooms}`, long: `${used} of ${site.rooms} rooms in use`, isShort: used > site.rooms }
}
