/** Generates the people of a network from its posts: label-like names, usual weeks, sites, leave. */
import type { Day } from '../../time.ts'
import type { NetworkEntry, PracticeEntry } from '../atlas.ts'
import type { PersonDocument, SiteDocument } from '../rota-document.ts'
import { type Draw, draw } from './draw.ts'
import { type Evenings, extraOf } from './evenings.ts'
import { LABELS } from './labels.ts'
import { leaveIn } from './leave.ts'
import { LONG_TERM_SKILL } from './needs.ts'
import { NO_EXTRA, usualWeek } from './pattern.ts'
import { FULL_TIME, type Post } from './post.ts'
import { ROLES } from './roles.ts'

export interface TeamRequest {
  readonly network: NetworkEntry
  readonly sites: readonly SiteDocument[]
  readonly posts: readonly Post[]
  /** Mondays of the weeks to plan. */
  readonly mondays: readonly Day[]
  readonly evenings: Evenings
  readonly seed: number
}

/** Smaller practices are never the home of a network's own people, unless all practices are that small. */
const BASE_FROM = 1000

/** Share of practice nurses who can review long-term conditions. */
const REVIEWERS = 0.8
const LONG_TERM = new Set(ROLES.filter(({ meets = {} }) => meets['long-term'] !== undefined).map(({ id }) => id))
const FROM_PARTNERS = new Set(ROLES.filter(({ funding }) => funding === 'partner').map(({ id }) => id))
const UNREGISTERED = new Set([
  'hca',
  'phlebotomist',
  'support-worker',
  'gp-assistant',
  'social-prescriber',
  'care-coordinator',
  'wellbeing-coach',
])
const TRAVELLERS = new Set(['gp-partner', 'salaried-gp', 'anp'])

/** Ordered by role, then by practice. */
export function peopleDocuments(request: TeamRequest): PersonDocument[] {
  const inOrder = ROLES.flatMap((role) => request.posts.filter((post) => post.role === role.id))
  const counts = new Map<string, number>()
  return inOrder.map((post, i) => {
    const number = (counts.get(post.role) ?? 0) + 1
    counts.set(post.role, number)
    const name = `${LABELS[post.role] ?? post.role} ${number}`
    return { id: `p${String(i + 1).padStart(3, '0')}`, name, ...person(post, request) }
  })
}

function person(post: Post, request: TeamRequest): Omit<PersonDocument, 'id' | 'name'> {
  const employer = post.practice ?? request.network.ods
  const about = (what: string) => draw(request.seed, employer, post.role, post.ordinal, what)
  const place = Math.max(
    0,
    request.network.practices.findIndex((practice) => practice.ods === post.practice),
  )
  const extra = request.evenings === 'own' ? extraOf(post, place, about('extra')) : NO_EXTRA
  const turn = post.ordinal + 4 * place + ROLES.findIndex((role) => role.id === post.role)
  const works = usualWeek({ sessions: post.sessions, extra, turn }, about('week'))
  const leave = (monday: Day) => ({
    turn: {
      week: draw(request.seed, request.network.ods, 'leave', monday),
      practice: post.practice === null ? request.network.practices.length : place,
      role: ROLES.findIndex((role) => role.id === post.role),
      ordinal: post.ordinal,
    },
    own: about(`leave ${monday}`),
  })
  // A partner honours its agreed sessions by sending a replacement when its own person is away.
  const keeps = FROM_PARTNERS.has(post.role)
  const away = keeps ? [] : request.mondays.flatMap((monday) => leaveIn(monday, works, leave(monday)))
  // Evenings are worked in addition to the contract's half-days.
  const flex = extra.evenings.length > 0 ? 1 : 0
  return {
    role: post.role,
    ...placesOf(post, request, about('sites')),
    contract: { sessions: post.sessions, flex, protected: learningOf(post) },
    ...skillsOf(post, about('skills')),
    works,
    ...(away.length > 0 ? { away } : {}),
  }
}

/**
 * Learning sessions a week, pro rata. Registrars have three in ten (tutorials and the day release course). The salaried GP contract
 * allows up to one a week full-time; allowing for what is actually taken, registered professionals get half a session and others a
 * quarter (assumed). Locums and partners' staff learn elsewhere.
 */
function learningOf({ role, sessions }: Post): number {
  const { funding = '' } = ROLES.find(({ id }) => id === role) ?? {}
  if (funding === 'training') return Math.round(0.3 * sessions)
  if (funding === 'partner' || funding === 'locum') return 0
  const fullTime = UNREGISTERED.has(role) ? 0.25 : 0.5
  return Math.round((10 * fullTime * sessions) / FULL_TIME) / 10
}

/** Most practice nurses hold a diploma in long-term conditions; the others don't review them alone. */
function skillsOf({ role }: Post, own: Draw): { skills?: string[] } {
  const has = role === 'practice-nurse' ? own.chance(REVIEWERS) : LONG_TERM.has(role)
  return has ? { skills: [LONG_TERM_SKILL] } : {}
}

/**
 * Practice staff work at their own site, and one GP or nurse practitioner in eight also at a neighbour. Staff of the network or a partner
 * work at two or three sites.
 */
function placesOf(post: Post, { network, sites }: TeamRequest, own: Draw): { home: string; sites: string[] } {
  const home = post.practice ?? baseOf(network, own)
  const travels = TRAVELLERS.has(post.role) && own.chance(1 / 8)
  const far = post.role === 'physio' || FROM_PARTNERS.has(post.role)
  const others = post.practice === null ? (far ? 2 : 1) : travels ? 1 : 0
  return { home, sites: [home, ...neighbours(home, sites).slice(0, others)] }
}

function baseOf(network: NetworkEntry, own: Draw): string {
  const large = network.practices.filter((practice) => practice.patients >= BASE_FROM)
  const choices: readonly PracticeEntry[] = large.length > 0 ? large : network.practices
  return own.pick(choices, (practice) => practice.patients).ods
}

/** Other sites, nearest first. */
function neighbours(home: string, sites: readonly SiteDocument[]): string[] {
  const travel = sites.find((site) => site.id === home)?.travel ?? {}
  return Object.entries(travel)
    .sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0]))
    .map(([site]) => site)
}
