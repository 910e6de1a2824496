/** Generates a rota document for a network in England: published facts, with synthetic people to match. */
import type { Day } from '../../time.ts'
import { type Atlas, networkOf } from '../atlas.ts'
import type { PartDocument, RotaDocument } from '../rota-document.ts'
import { backlogRows } from './backlog.ts'
import { calendarOf } from './calendar.ts'
import { demandLevels, demandRows } from './demand.ts'
import { dutyGroups } from './duty-groups.ts'
import { type Evenings, usualEvenings } from './evenings.ts'
import { NEEDS } from './needs.ts'
import { noteOn } from './note.ts'
import { peopleDocuments } from './people.ts'
import { rolesOn } from './roles.ts'
import { siteDocuments } from './sites.ts'
import { postsOf } from './workforce.ts'

export interface NetworkRequest {
  /** Any day in the first week to plan. */
  readonly week: Day
  readonly seed: number
  /** 1 to 13; default: 1. */
  readonly weeks?: number
  /** Who works evenings and Saturdays; default: what is usual for the network's size. */
  readonly evenings?: Evenings
}

const CORE: PartDocument['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** Core hours: mornings and afternoons. */
export const CORE_PARTS: readonly PartDocument[] = [
  { id: 'am', starts: '08:30', ends: '12:40', days: CORE },
  { id: 'pm', starts: '14:00', ends: '18:10', days: CORE },
]

/** A 90-minute evening uses 0.4 of a contracted half-day. */
const PARTS: readonly PartDocument[] = [
  ...CORE_PARTS,
  { id: 'evening', starts: '18:30', ends: '20:00', days: CORE, enhancedAccess: true, counts: 0.4 },
  { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat'], enhancedAccess: true },
  { id: 'sat-pm', starts: '13:00', ends: '17:00', days: ['sat'], enhancedAccess: true },
]

/**
 * Deterministic: the same network, week and seed give the same document, byte for byte. Throws a BadInput for an unknown network or week.
 */
export function networkDocument(atlas: Atlas, ods: string, request: NetworkRequest): RotaDocument {
  const { week, seed, weeks = 1 } = request
  const network = networkOf(atlas, ods)
  const evenings = request.evenings ?? usualEvenings(network.patients)
  const { from, mondays, closed, shares } = calendarOf(atlas, week, weeks)
  const sites = siteDocuments(network.practices, seed)
  const levels = demandLevels(atlas, network.practices)
  const people = peopleDocuments({ network, sites, posts: postsOf(atlas, network, seed), mondays, evenings, seed })
  const groups = dutyGroups(sites, people)
  return {
    format: 'rota/1',
    note: noteOn(atlas, network, evenings),
    synthetic: true,
    network: { ods: network.ods, name: network.name, timezone: 'Europe/London' },
    week: { from, weeks },
    parts: PARTS.filter(({ enhancedAccess }) => evenings === 'own' || enhancedAccess !== true).map((part) => ({
      ...part,
      days: [...part.days],
    })),
    closed: closed.map((day) => ({ ...day })),
    sites,
    plan: 'p80',
    needs: NEEDS.map(({ need }) => ({ ...need })),
    roles: rolesOn(from),
    people,
    demand: demandRows(network.practices, { shares, levels }),
    backlog: backlogRows(network.practices, levels),
    ...(groups.length > 0 ? { rules: { 'duty-doctor': { groups } } } : {}),
    solve: { seconds: 60, gap: 0.01, seed },
  }
}
