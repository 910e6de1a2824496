/** Generates rooms and travel times of practices, because neither is published. */
import type { PracticeEntry } from '../atlas.ts'
import type { SiteDocument } from '../rota-document.ts'
import { draw } from './draw.ts'

/** 55 consulting and treatment rooms per 50,000 patients: an assumption, because no list of rooms is published. */
const ROOMS_PER_PATIENT = 55 / 50_000
const FEWEST_ROOMS = 2
/** Minimum and maximum minutes between two practices of a network. */
const TRAVEL = { least: 8, most: 25 } as const

/** Practices as sites. Each gets a random position, so that travel times are consistent. */
export function siteDocuments(practices: readonly PracticeEntry[], seed: number): SiteDocument[] {
  const places = practices.map((practice) => placeOf(practice, seed))
  return practices.map((practice, i) => ({
    id: practice.ods,
    name: practice.name,
    patients: practice.patients,
    adjustedPatients: Math.round(practice.patients * (practice.weight ?? 1)),
    rooms: roomsFor(practice.patients),
    travel: Object.fromEntries(
      practices.flatMap((other, j) => (i === j ? [] : [[other.ods, minutesBetween(places[i], places[j])]])),
    ),
  }))
}

/** Number of rooms for this many patients. */
export function roomsFor(patients: number): number {
  return Math.max(FEWEST_ROOMS, Math.round(patients * ROOMS_PER_PATIENT))
}

interface Place {
  readonly x: number
  readonly y: number
}

function placeOf(practice: PracticeEntry, seed: number): Place {
  const place = draw(seed, practice.ods, 'place')
  return { x: place.next(), y: place.next() }
}

function minutesBetween(a: Place = { x: 0, y: 0 }, b: Place = { x: 0, y: 0 }): number {
  const share = Math.hypot(a.x - b.x, a.y - b.y) / Math.SQRT2
  return Math.round(TRAVEL.least + share * (TRAVEL.most - TRAVEL.least))
}
