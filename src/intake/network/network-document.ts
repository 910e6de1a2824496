/** A rota document for a network of England: what is published about it, and people made to fit. */
import { BadInput } from '../../errors.ts'
import { addDays, type Day, isDay, WEEKDAYS, weekdayOf } from '../../time.ts'
import { type Atlas, networkOf } from '../atlas.ts'
import { checkHolidaysKnown, closedDays, daysFrom } from '../bank-holidays.ts'
import type { PartDocument, RotaDocument } from '../rota-document.ts'
import { askedShape } from './arrival-shape.ts'
import { backlogRows, demandLevels, demandRows } from './demand.ts'
import { NEEDS } from './needs.ts'
import { noteOn } from './note.ts'
import { mondaysFrom, peopleDocuments } from './people.ts'
import { ROLES } from './roles.ts'
import { siteDocuments } from './sites.ts'
import { postsOf } from './workforce.ts'

export interface NetworkRequest {
  /** Any day of the first week to plan. */
  readonly week: Day
  readonly seed: number
  /** 1 to 13; 1 where left out. */
  readonly weeks?: number
}

const CORE: PartDocument['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** An evening of 90 minutes uses 0.4 of a half-day of the contract. */
const PARTS: readonly PartDocument[] = [
  { id: 'am', starts: '08:30', ends: '12:40', days: CORE },
  { id: 'pm', starts: '14:00', ends: '18:10', days: CORE },
  { id: 'evening', starts: '18:30', ends: '20:00', days: CORE, enhancedAccess: true, counts: 0.4 },
  { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat'], enhancedAccess: true },
  { id: 'sat-pm', starts: '13:00', ends: '17:00', days: ['sat'], enhancedAccess: true },
]

/** Days beyond the week whose holidays move demand into it: Christmas, a weekend and New Year are the longest run. */
const BESIDE = 14

/** The same network, week and seed give the same document, byte for byte; an unknown network or week is a BadInput. */
export function networkDocument(atlas: Atlas, ods: string, request: NetworkRequest): RotaDocument {
  const network = networkOf(atlas, ods)
  const { seed } = request
  const weeks = request.weeks ?? 1
  const mondays = mondaysFrom(mondayOf(request.week), weeks)
  const from = mondays[0] ?? request.week
  const to = addDays(from, 7 * weeks - 1)
  checkHolidaysKnown(atlas.holidays, from, addDays(to, -2))
  const sites = siteDocuments(network.practices, seed)
  const around = closedDays(atlas.holidays, addDays(from, -BESIDE), addDays(to, BESIDE))
  const demand = {
    asked: askedShape(atlas.profile),
    closed: new Set(around.map(({ date }) => date)),
    days: daysFrom(from, to),
    levels: demandLevels(atlas, network.practices),
  }
  return {
    format: 'rota/1',
    note: noteOn(atlas, network),
    network: { ods: network.ods, name: network.name, timezone: 'Europe/London' },
    week: { from, weeks },
    parts: PARTS.map((part) => ({ ...part, days: [...part.days] })),
    closed: around.filter(({ date }) => from <= date && date <= to),
    sites,
    needs: NEEDS.map(({ need }) => ({ ...need })),
    roles: structuredClone([...ROLES]),
    people: peopleDocuments({ network, sites, posts: postsOf(atlas, network, seed), mondays, seed }),
    demand: demandRows(network.practices, demand),
    backlog: backlogRows(network.practices, demand),
    solve: { seconds: 60, gap: 0.01, seed },
  }
}

/** The Monday of a day's week; a BadInput for what is no day. */
function mondayOf(day: string): Day {
  if (!isDay(day)) {
    throw new BadInput([
      {
        pointer: '/week/from',
        detail: 'The week is given by one of its days, like 2026-11-30.',
        seen: day.slice(0, 40),
      },
    ])
  }
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
}
