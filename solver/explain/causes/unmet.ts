/** Why contacts of one need of one practice are not met in time. */
import type { Need } from '../../../src/needs.ts'
import { isMetBy } from '../../../src/needs.ts'
import { type Clinic, PATIENT_WORKS } from '../../../src/rota.ts'
import type { Person } from '../../../src/staff.ts'
import { arrivedIn } from '../../facts/contacts.ts'
import { timeShare } from '../../facts/time-share.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Asked, ask, type Try } from './asking.ts'
import type { Cause, Statement, Window } from './cause.ts'
import type { Change } from './change.ts'
import { atWork } from './minutes.ts'
import { waysIn, withProposals } from './missing.ts'
import type { Obstacle } from './obstacle.ts'
import { Memory, type Scene, sessionAt } from './scene.ts'
import { standingOf } from './standing.ts'
import { metLater, type Queue, waitingIn } from './waiting.ts'

/** Contacts of a practice's patients, and the sessions in which they could have been met. */
export interface Miss extends Queue {
  /** Sites at which they may be met. */
  readonly sites: readonly string[]
  /** In chronological order, including closed ones. */
  readonly sessions: readonly number[]
  readonly window: Window
  readonly aim: Rule
  /** Contacts that are already booked and should be met by somebody else. */
  readonly from?: Clinic
}

/** For one date: contacts due then. Same-day needs could be met only on that day, others at any time up to it. */
export function missOn(
  scene: Scene,
  { site, need, day, aim }: { site: string; need: Need; day?: number; aim: Rule },
): Miss {
  const { horizon, sites } = scene.problem
  const inTime = horizon.sessions.filter(
    (s) => day === undefined || (need.withinDays === 0 ? s.day === day : s.day <= day),
  )
  const date = day === undefined ? undefined : horizon.days[day]
  const kind = need.withinDays === 0 || day === 0 ? 'day' : 'up-to'
  return {
    site,
    need,
    until: day ?? horizon.days.length - 1,
    sites: need.shared ? sites.map((one) => one.id) : [site],
    sessions: inTime.map((s) => s.index),
    window: date === undefined ? { kind: 'all' } : { kind, date },
    aim,
  }
}

export function whyUnmet(scene: Scene, miss: Miss): Cause {
  const { problem } = scene
  const open = miss.sessions.filter((s) => miss.sites.some((site) => problem.siteById.get(site)?.open[s] === true))
  if (miss.sessions.length === 0) return [{ kind: 'no-session' }]
  if (open.length === 0) return [{ kind: 'closed', sites: miss.sites, sessions: miss.sessions }]
  const may = whoMeets(scene, miss)
  if (may.length === 0) return [whyNobody(scene, miss)]
  const waiting = open.filter((session) => available(scene, miss, session) > WORTH)
  const sessions = waiting.length === 0 ? open : waiting
  const isPart = sessions.length < open.length
  const window = isPart ? narrowed(scene, sessions) : miss.window
  const working = atWork(scene, { ...miss, sessions, window }, (change) => contactsOf(scene, miss, change))
  const { told, unasked } = whoElse(scene, { ...miss, sessions }, may)
  return [
    working ?? nobody(scene, { ...miss, sessions, window }, { isPart, open }),
    ...(told.length + unasked.length === 0
      ? []
      : [
          {
            kind: 'who',
            asked: told,
            unasked,
            aim: miss.aim,
            may: { kind: 'any' },
            besides: false,
            long: sessions.length > 1,
          } as const,
        ]),
  ]
}

/** Fewer contacts are not worth a sentence. */
const WORTH = 0.05

/** Additional contacts of the miss that could be met in the session. */
function available(scene: Scene, miss: Miss, session: number): number {
  if (miss.from === undefined) return waitingIn(scene, miss, session)
  return miss.from.contacts
}

/** People who meet the need and work at these sites. */
function whoMeets({ problem }: Scene, { need, sites }: Miss): Person[] {
  const isHere = new Set(sites)
  return problem.people.filter(
    (p) => problem.cadreById.get(p.cadre)?.meets.has(need.id) === true && p.sites.some((s) => isHere.has(s)),
  )
}

function whyNobody({ problem }: Scene, { need, sites }: Miss): Statement {
  const roles = problem.roles.filter((role) => role.meets.has(need.id)).map((role) => role.id)
  const held = problem.people.filter((p) => roles.includes(p.role))
  if (roles.length > 0 && held.length === 0) return { kind: 'unheld', roles }
  if (need.skill !== null && held.length > 0 && held.every((p) => !p.skills.includes(need.skill ?? '')))
    return { kind: 'no-skill', need, skill: need.skill, roles }
  return { kind: 'unmet-by-anybody', need, site: sites.length > 1 ? null : (sites[0] ?? null) }
}

/** One session, a whole day, or the sessions in which the contacts are waiting. */
function narrowed({ problem }: Scene, sessions: readonly number[]): Window {
  const [first = 0] = sessions
  const days = new Set(sessions.map((s) => problem.horizon.sessions[s]?.day))
  const date = problem.horizon.sessions[first]?.date ?? ''
  if (sessions.length === 1) return { kind: 'session', session: first }
  const ofDay = problem.horizon.sessions.filter((s) => s.date === date).length
  return days.size === 1 && ofDay === sessions.length ? { kind: 'day', date } : { kind: 'waiting' }
}

/** Nobody is at work for the need; perhaps because it arises only after those who were. */
function nobody(scene: Scene, miss: Miss, { isPart, open }: { isPart: boolean; open: readonly number[] }): Statement {
  const { need, sites, sessions, window, site } = miss
  const [first = 0] = sessions
  const earlier = open.filter((s) => s < first)
  const works = (s: number) =>
    scene
      .inSession(s)
      .some((a) => sites.includes(a.site) && PATIENT_WORKS.some((w) => w === a.work && isMetBy(need, w)))
  const arises = arrivedIn(scene.problem, need.id, site, first) > 0
  return {
    kind: 'nobody-at-work',
    need,
    site: sites.length > 1 ? null : (sites[0] ?? null),
    window,
    sessions,
    after: isPart && arises && earlier.some(works) ? first : null,
  }
}

/** What prevents people who do not work for the need then, and what prevents those who do from doing more. */
function whoElse(
  scene: Scene,
  miss: Miss,
  may: readonly Person[],
): { readonly told: readonly Asked[]; readonly unasked: readonly string[] } {
  const isHere = new Set(miss.sites)
  const isOnIt = (person: Person) =>
    miss.sessions.some((s) =>
      scene
        .of(person.id, s)
        .some((a) => isHere.has(a.site) && PATIENT_WORKS.some((w) => w === a.work && isMetBy(miss.need, w))),
    )
  const told: Asked[] = []
  const unasked: string[] = []
  for (const person of may) {
    if (withProposals(told).length >= ENOUGH && miss.sessions.some((s) => isFree(scene, person, s))) {
      unasked.push(person.id)
      continue
    }
    const asked = askFor(scene, miss, person)
    const tries = asked.tries.filter(({ obstacle }) => obstacle === null || !isOfStanding(obstacle))
    if (!isOnIt(person)) told.push(asked)
    else if (tries.length > 0) told.push({ ...asked, tries })
  }
  return { told, unasked }
}

/** Stop asking after this many people who could do it: in an unplanned rota, everybody could. */
const ENOUGH = 6

function isFree(scene: Scene, { id }: Person, session: number): boolean {
  return standingOf(scene, { person: id, session }) === undefined
}

/** Obstacles to any further work, which say nothing new about people already working for the need. */
function isOfStanding({ kind }: Obstacle): boolean {
  return ['away', 'not-then', 'kept-free', 'busy', 'used-up', 'closed'].includes(kind)
}

const STANDINGS = new Memory<Try | null>()

/** Obstacles that do not depend on the practice are cached for all practices. */
function askFor(scene: Scene, miss: Miss, person: Person): Asked {
  const tries: Try[] = []
  for (const session of miss.sessions) {
    const standing = STANDINGS.of(scene, `${person.id} ${session}`, () => {
      const obstacle = standingOf(scene, { person: person.id, session })
      if (obstacle === undefined || obstacle.kind === 'busy') return null
      const at = { person: person.id, session, site: person.home, work: 'clinic', remote: false } as const
      return { change: { off: [], on: [at] }, obstacle }
    })
    if (standing !== null) {
      tries.push(standing)
      continue
    }
    const one = ask(scene, person.id, { ways: waysFor(scene, miss, { person, session }), aim: miss.aim })
    tries.push(...one.tries)
    if (one.tries.some(({ obstacle }) => obstacle === null)) break
  }
  return { person: person.id, tries }
}

function waysFor(scene: Scene, miss: Miss, { person, session }: { person: Person; session: number }): Change[] {
  const works = PATIENT_WORKS.filter((work) => isMetBy(miss.need, work))
  return waysIn(scene, person, { session, sites: miss.sites, works }).flatMap((way) => contactsOf(scene, miss, way))
}

/** The change with as many contacts as are waiting and time allows; empty if there are none. */
function contactsOf(scene: Scene, miss: Miss, way: Change): Change[] {
  const { problem } = scene
  const [a] = way.on
  const at = way.met ?? a
  const cadre = problem.cadreById.get(way.met?.cadre ?? problem.personById.get(a?.person ?? '')?.cadre ?? '')
  const role = problem.roleById.get(cadre?.role ?? '')
  const session = sessionAt(scene, at?.session ?? -1)
  const minutes = cadre?.meets.get(miss.need.id)?.minutes
  if (at === undefined || cadre === undefined || role === undefined || session === undefined) return []
  const work = PATIENT_WORKS.find((one) => one === at.work)
  if (minutes === undefined || work === undefined) return []
  const room = way.met?.contacts ?? (role.patientMinutes * timeShare(role, session, work)) / minutes
  const contacts = Math.min(available(scene, miss, session.index), room)
  if (contacts <= WORTH) return []
  const less = miss.from === undefined ? metLater(scene, miss, contacts) : [{ ...miss.from, contacts }]
  const { need, site: patientsOf } = miss
  const met = { session: session.index, site: at.site, cadre: cadre.id, work, need: need.id, patientsOf, contacts }
  return [{ ...way, met, less }]
}

/** The rule that counts missed contacts of the need. */
export function ruleOfNeed({ rules }: Scene, need: Need): Rule | undefined {
  return rules.find(({ id }) => id === (need.withinDays === 0 ? 'seen-same-day' : 'seen-in-time'))
}
