/** How the minutes of people who could meet a need are used, and why unbooked ones are not. */
import type { Need } from '../../../src/needs.ts'
import { isMetBy } from '../../../src/needs.ts'
import { PATIENT_WORKS, type PatientWork } from '../../../src/rota.ts'
import type { Cadre, Role } from '../../../src/staff.ts'
import type { Session } from '../../../src/time.ts'
import { timeShare } from '../../facts/time-share.ts'
import type { Rule } from '../../rules/rule.ts'
import { mostContacts } from './asking.ts'
import type { Loose, LooseMinutes, Statement, Window } from './cause.ts'
import { type Change, NOTHING } from './change.ts'
import type { Obstacle } from './obstacle.ts'
import { Memory, type Scene } from './scene.ts'

/** The minutes in question: at these sites, in these sessions, of people who meet the need. */
export interface Minutes {
  readonly need: Need
  /** Practice whose patients have the need. */
  readonly site: string
  readonly sites: readonly string[]
  readonly sessions: readonly number[]
  readonly window: Window
  readonly aim: Rule
}

/** The change with as many contacts as are waiting and time allows; empty if nobody is waiting. */
type WithContacts = (change: Change) => readonly Change[]

/** Undefined if nobody works for the need. */
export function atWork(scene: Scene, asked: Minutes, contactsOf: WithContacts): Statement | undefined {
  const { need, site, sites, sessions, window, aim } = asked
  const key = [need.id, sites.length > 1 ? '' : site, ...sessions].join(' ')
  const { posts, all, spent } = BOOKINGS.of(scene, key, () => bookingsOf(scene, asked))
  if (posts.length === 0) return undefined
  const loose = new Map<Loose, LooseMinutes>()
  for (const post of posts.filter(({ over }) => over > 1e-6)) {
    for (const part of looseOf(scene, asked, { post, contactsOf }))
      loose.set(part.why, together(loose.get(part.why), part))
  }
  const people = posts.flatMap((post) => post.people)
  return {
    kind: 'at-work',
    need,
    people: [...new Set(people)],
    sessions: people.length,
    site: sites.length > 1 ? null : (sites[0] ?? null),
    window,
    minutes: { all, booked: [...spent.values()].reduce((sum, n) => sum + n, 0) },
    mainly: mainlyFor(need, spent),
    loose: [...loose.values()],
    aim,
  }
}

function together(a: LooseMinutes | undefined, b: LooseMinutes): LooseMinutes {
  if (a === undefined) return b
  return { ...b, minutes: a.minutes + b.minutes, tries: [...a.tries, ...b.tries], vain: [...a.vain, ...b.vain] }
}

/** People of one cadre in one kind of work at one site in one session, with their unbooked minutes. */
interface Post {
  readonly cadre: Cadre
  readonly work: PatientWork
  readonly site: string
  readonly session: Session
  readonly people: readonly string[]
  /** Unbooked minutes. */
  readonly over: number
}

/** How the minutes of some posts are booked, by need. */
interface Bookings {
  readonly posts: readonly Post[]
  readonly all: number
  readonly spent: ReadonlyMap<string, number>
}

/** Cached: independent of whose patients have the need. */
const BOOKINGS = new Memory<Bookings>()

function bookingsOf(scene: Scene, { need, sites, sessions }: Minutes): Bookings {
  const { problem } = scene
  const cadres = problem.cadres.flatMap((cadre) => {
    const role = problem.roleById.get(cadre.role)
    return role !== undefined && cadre.meets.has(need.id) ? [{ cadre, role }] : []
  })
  const spent = new Map<string, number>()
  let all = 0
  const posts = sessions
    .flatMap((index) => problem.horizon.sessions[index] ?? [])
    .flatMap((session) =>
      sites.flatMap((site) =>
        PATIENT_WORKS.filter((work) => isMetBy(need, work)).flatMap((work) =>
          cadres.flatMap(({ cadre, role }): Post[] => {
            const there = scene.there(site, session.index).filter((a) => a.work === work)
            const people = there.map((a) => a.person).filter((id) => problem.personById.get(id)?.cadre === cadre.id)
            if (people.length === 0) return []
            const minutes = minutesOf(role, session, work) * people.length
            const booked = bookedAt(scene, { cadre, work, site, session }, spent)
            all += minutes
            return [{ cadre, work, site, session, people, over: minutes - booked }]
          }),
        ),
      ),
    )
  return { posts, all, spent }
}

function minutesOf(role: Role, session: Session, work: PatientWork): number {
  return role.patientMinutes * timeShare(role, session, work)
}

/** Booked minutes of a post; also adds them to `spent` by need. */
function bookedAt(scene: Scene, post: Omit<Post, 'people' | 'over'>, spent: Map<string, number>): number {
  return scene
    .clinicsAt(post.site, post.session.index)
    .filter((c) => c.cadre === post.cadre.id && c.work === post.work)
    .reduce((sum, c) => {
      const minutes = (post.cadre.meets.get(c.need)?.minutes ?? 0) * c.contacts
      spent.set(c.need, (spent.get(c.need) ?? 0) + minutes)
      return sum + minutes
    }, 0)
}

/** The other need with the most booked minutes, if it has at least a tenth of them all. */
function mainlyFor(need: Need, spent: ReadonlyMap<string, number>): { need: string; share: number } | null {
  const booked = [...spent.values()].reduce((sum, n) => sum + n, 0)
  const [other] = [...spent].filter(([id]) => id !== need.id).sort((a, b) => b[1] - a[1])
  return other === undefined || other[1] < 0.1 * booked ? null : { need: other[0], share: other[1] / booked }
}

/** Time for fewer contacts than this counts as none. */
const TOO_FEW = 0.1

/** Why unbooked minutes are not used: tries to meet contacts in them, and returns the obstacles. */
function looseOf(
  scene: Scene,
  { need, site: patientsOf, aim }: Minutes,
  { post, contactsOf }: { post: Post; contactsOf: WithContacts },
): LooseMinutes[] {
  const { cadre, work, site, session, over } = post
  const each = cadre.meets.get(need.id)?.minutes ?? 1
  const met = { session: session.index, site, cadre: cadre.id, work, need: need.id, patientsOf, contacts: over / each }
  if (met.contacts <= TOO_FEW) return []
  const [way] = contactsOf({ ...NOTHING, met })
  if (way === undefined)
    return [{ why: 'early', minutes: over, tries: [], vain: [{ ...NOTHING, met: { ...met, contacts: TOO_FEW } }] }]
  const { tried, more } = mostContacts(scene, way, aim)
  if (tried.obstacle !== null) return [{ why: reasonOf(tried.obstacle), minutes: over, tries: [tried], vain: [] }]
  const left = Math.min(over, (tried.change.met?.contacts ?? 0) * each)
  const against = more?.obstacle ?? null
  const rest: LooseMinutes = {
    why: against === null ? 'early' : reasonOf(against),
    minutes: over - left,
    tries: more === null ? [] : [more],
    vain: [],
  }
  return [{ why: 'left', minutes: left, tries: [tried], vain: [] }, ...(rest.minutes > 0 ? [rest] : [])]
}

function reasonOf(obstacle: Obstacle): Loose {
  if (obstacle.kind === 'no-supervisor') return 'supervision'
  if (obstacle.kind === 'no-use') return 'no-use'
  if (obstacle.kind !== 'rule') return 'rule'
  const reasons: Readonly<Record<string, Loose>> = {
    'safe-workload': 'safe',
    'clinic-time': 'telephone',
    'patients-first': 'early',
  }
  return reasons[obstacle.rule] ?? 'rule'
}
