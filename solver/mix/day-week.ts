/**
 * A week in aggregate, for directors: people who work at the same sites form groups, and a day's core sessions become one. A relaxation of
 * the rota: each group may do in a day whatever its people may, and rules about individuals are dropped. Evenings and Saturdays keep their
 * sessions, because what is owed there is counted per session.
 */
import type { Availability } from '../../src/availability.ts'
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import { meetsNeeds, PATIENT_WORKS, type Work } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Horizon, Session } from '../../src/time.ts'
import { isConceivable } from '../facts/placeable.ts'
import { promisedMost } from '../facts/promised.ts'
import type { Spot } from '../model/row.ts'

/** People of one cadre who may work at the same sites. */
export interface Group {
  /** Id of the single person that stands for the group in the week's problem. */
  readonly id: string
  readonly role: string
  readonly cadre: string
  readonly sites: readonly string[]
  /** Ids of its people in the rota's problem. */
  readonly people: readonly string[]
  /** Their contracted sessions per week. */
  readonly contract: number
  /** By week: their available sessions, after leave and including agreed extra ones. */
  readonly most: readonly number[]
  /** By week: sessions of protected time. */
  readonly protected: readonly number[]
  /** By session of the week: half days in which they are free. */
  readonly free: readonly number[]
  /** True if nobody is in post: the group's sessions are only for trials. */
  readonly vacant: boolean
}

/** Where a group may work, and for how many half days at most. */
export interface OpenPlace {
  readonly spot: Spot
  readonly most: number
}

export interface DayWeek {
  /** The week in half days, as in the rota. */
  readonly fine: Problem
  /** The week in days, with one person per group. */
  readonly problem: Problem
  /** By session of the rota: index of its day's session. */
  readonly dayOf: readonly number[]
  readonly groups: readonly Group[]
  readonly places: readonly OpenPlace[]
}

/** `vacant`: ids of people of the problem who are not in post; each becomes a group of its own. */
export function dayWeekOf(fine: Problem, vacant: ReadonlySet<string> = new Set()): DayWeek {
  const { horizon, dayOf } = daysOf(fine.horizon)
  const pinned = new Set(fine.pins.map((p) => `${p.person} ${p.session} ${p.site} ${p.work}`))
  const time = { fine, dayOf, sessions: horizon.sessions.length, pinned }
  const groups = groupsOf(time, vacant)
  const people = groups.map((group): Person => personOf(group, fine))
  const cadres = fine.cadres.map((cadre) => ({
    ...cadre,
    people: groups.filter((group) => group.cadre === cadre.id).map(({ id }) => id),
  }))
  const sites = fine.sites.map((site) => ({ ...site, open: openDays(site.open, time) }))
  const problem: Problem = {
    ...fine,
    horizon,
    sites,
    people,
    cadres,
    siteById: byId(sites),
    personById: byId(people),
    cadreById: byId(cadres),
    availability: new Map(groups.map((group) => [group.id, availabilityOf(group)])),
    arrivals: fine.arrivals.map((a) => ({ ...a, session: arrivalDay(a.session, time) })),
    pins: [],
    published: null,
    history: new Map(),
    before: null,
  }
  return { fine, problem, dayOf, groups, places: groups.flatMap((group) => placesOf(group, time)) }
}

/** Work with columns of its own; supervision has a session only if pinned. */
const WORKS: readonly Work[] = [...PATIENT_WORKS, 'supervision']

interface Time {
  readonly fine: Problem
  readonly dayOf: readonly number[]
  readonly sessions: number
  readonly pinned: ReadonlySet<string>
}

/** The horizon with each day's core sessions merged, and the new index of each session. */
function daysOf(horizon: Horizon): { horizon: Horizon; dayOf: number[] } {
  const merged = grouped(horizon.sessions, (s) => (s.enhancedAccess ? `session ${s.index}` : `day ${s.day}`))
  const dayOf = horizon.sessions.map(() => 0)
  const sessions = merged.map((same, index): Session => {
    for (const { index: fine } of same) dayOf[fine] = index
    const [first, last] = [same[0], same.at(-1)]
    if (first === undefined || last === undefined || same.length === 1) return { ...first, index } as Session
    const minutes = Math.max(...same.map((s) => s.minutes))
    const counts = Math.min(...same.map((s) => s.counts))
    return { ...first, index, part: 'day', minutes, counts, ends: last.ends }
  })
  return { horizon: { ...horizon, sessions }, dayOf }
}

function groupsOf(time: Time, vacant: ReadonlySet<string>): Group[] {
  const { fine } = time
  const alike = (p: Person) => (vacant.has(p.id) ? p.id : `${p.cadre} at ${[...p.sites].sort().join(' ')}`)
  return grouped(fine.people, alike).flatMap((people, k): Group[] => {
    const [first] = people
    if (first === undefined) return []
    const weeks = Array.from({ length: fine.horizon.weeks }, (_, week) => week)
    const summed = (of: (person: Person, week: number) => number) =>
      weeks.map((week) => people.reduce((sum, person) => sum + of(person, week), 0))
    const free = Array.from({ length: time.sessions }, () => 0)
    for (const { index } of fine.horizon.sessions) {
      const day = time.dayOf[index] ?? 0
      free[day] = (free[day] ?? 0) + people.filter((person) => isThere(person, index, time)).length
    }
    return [
      {
        id: `group-${k}`,
        role: first.role,
        cadre: first.cadre,
        sites: fine.sites.map(({ id }) => id).filter((id) => people.some((p) => mayBeAt(p, id, time))),
        people: people.map(({ id }) => id),
        contract: people.reduce((sum, p) => sum + p.contract.sessions, 0),
        most: summed((p, week) => fine.availability.get(p.id)?.most[week] ?? 0),
        protected: summed((person, week) => promisedMost(fine, { person, week, work: 'training' })),
        free,
        vacant: vacant.has(first.id),
      },
    ]
  })
}

/** Free in the session, or pinned to it. */
function isThere(person: Person, session: number, { fine, pinned }: Time): boolean {
  if (fine.availability.get(person.id)?.free[session] === true) return true
  return fine.sites.some((site) => WORKS.some((work) => pinned.has(`${person.id} ${session} ${site.id} ${work}`)))
}

function mayBeAt(person: Person, site: string, { fine }: Time): boolean {
  return person.sites.includes(site) || fine.pins.some((pin) => pin.person === person.id && pin.site === site)
}

function placesOf(group: Group, { fine, dayOf, pinned }: Time): OpenPlace[] {
  const most = new Map<string, OpenPlace>()
  for (const id of group.people) {
    const person = fine.personById.get(id)
    if (person === undefined) continue
    const free = fine.availability.get(id)?.free
    for (const session of fine.horizon.sessions) {
      for (const site of group.sites) {
        const isOpen = free?.[session.index] === true && fine.siteById.get(site)?.open[session.index] === true
        for (const work of WORKS) {
          const isUsual =
            meetsNeeds(work) && isOpen && person.sites.includes(site) && isConceivable(person, session, { site, work })
          if (!isUsual && !pinned.has(`${id} ${session.index} ${site} ${work}`)) continue
          const spot = { person: group.id, session: dayOf[session.index] ?? 0, site, work }
          const key = `${spot.session} ${site} ${work}`
          most.set(key, { spot, most: (most.get(key)?.most ?? 0) + 1 })
        }
      }
    }
  }
  return [...most.values()]
}

function personOf(group: Group, fine: Problem): Person {
  const first = fine.personById.get(group.people[0] ?? '')
  const home = first?.home ?? group.sites[0] ?? ''
  const contract = { sessions: group.contract, flex: 0, protected: 0 }
  const title = fine.roleById.get(group.role)?.title ?? group.role
  const { id, role, cadre, sites } = group
  return { id, name: title, role, home, sites, contract, skills: first?.skills ?? [], wishes: [], cadre }
}

function availabilityOf({ id, most, protected: learning, free }: Group): Availability {
  return {
    person: id,
    free: free.map((halfDays) => halfDays > 0),
    away: free.map(() => false),
    due: most,
    paid: most,
    dueOutside: most.map(() => 0),
    most,
    protected: learning,
    protectedOwed: 0,
  }
}

function openDays(open: readonly boolean[], { dayOf, sessions }: Time): boolean[] {
  const days = Array.from({ length: sessions }, () => false)
  open.forEach((isOpen, index) => {
    const day = dayOf[index] ?? 0
    days[day] = days[day] === true || isOpen
  })
  return days
}

/**
 * The earliest merged session that contains this one or a later one of its day, so that whoever
 * can meet the contacts in the rota can do so here.
 */
function arrivalDay(session: number, { fine, dayOf }: Time): number {
  const { sessions } = fine.horizon
  const later = sessions.filter((s) => s.index >= session && s.day === sessions[session]?.day)
  return Math.min(...later.map((s) => dayOf[s.index] ?? 0))
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
