/** Needs and sites of a document as domain types. */
import type { Need } from '../../needs.ts'
import type { Closure, Site } from '../../places.ts'
import type { Horizon } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import { followUpOf, NEED } from './defaults.ts'

/** The category of NHS England's Appointments in General Practice data (GPAD) that the same-day measure counts. */
const ACUTE = 'General Consultation Acute'

export function needsOf(document: RotaDocument): Need[] {
  const followUp = followUpOf(document.needs)
  return document.needs.map(({ within, ...need }) => ({
    ...NEED,
    ...need,
    withinDays: within === 'same-day' ? 0 : Number.parseInt(within, 10),
    followUp: need.id === followUp,
    official: within === 'same-day' && (need.official ?? isAcute(need.gpadCategory)),
  }))
}

/** A same-day need without a category is assumed to count towards the measure. */
function isAcute(category: string = ACUTE): boolean {
  return category.trim().toLowerCase() === ACUTE.toLowerCase()
}

export function closuresOf(document: RotaDocument): Closure[] {
  const sites = document.sites.map((site) => site.id)
  const parts = document.parts.map((part) => part.id)
  return (document.closed ?? []).map((one) => ({
    date: one.date,
    why: one.why,
    sites: one.sites ?? sites,
    parts: one.parts ?? parts,
  }))
}

export function sitesOf(document: RotaDocument, horizon: Horizon, closures: readonly Closure[]): Site[] {
  return document.sites.map((site) => ({
    id: site.id,
    name: site.name,
    patients: site.patients,
    adjustedPatients: site.adjustedPatients ?? site.patients,
    rooms: site.rooms,
    travel: travelFrom(site.id, document),
    open: horizon.sessions.map(
      ({ date, part }) =>
        !closures.some(
          (closed) => closed.date === date && closed.sites.includes(site.id) && closed.parts.includes(part),
        ),
    ),
  }))
}

/** The sites as they would be without the closures during which people are paid. */
export function paidSitesOf(document: RotaDocument, horizon: Horizon): Site[] {
  const closed = (document.closed ?? []).filter(({ paid }) => paid !== true)
  return sitesOf(document, horizon, closuresOf({ ...document, closed }))
}

/** Minutes from the document; if it gives only one direction, that applies to both. */
function travelFrom(site: string, document: RotaDocument): ReadonlyMap<string, number> {
  const own = document.sites.find((one) => one.id === site)?.travel ?? {}
  const minutes = document.sites.flatMap((other): [string, number][] => {
    const there = ownNumber(own, other.id) ?? ownNumber(other.travel ?? {}, site)
    return other.id === site || there === undefined ? [] : [[other.id, there]]
  })
  return new Map(minutes)
}

function ownNumber(record: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
