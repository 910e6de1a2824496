/** The people of a network, made from posts: names that are labels, usual weeks, sites, leave. */
import type { Day } from '../../time.ts'
import type { NetworkEntry, PracticeEntry } from '../atlas.ts'
import type { PersonDocument, SiteDocument } from '../rota-document.ts'
import { WORKDAYS } from './arrival-shape.ts'
import { type Draw, draw } from './draw.ts'
import { leaveIn } from './leave.ts'
import { type Extra, usualWeek } from './pattern.ts'
import { ROLES } from './roles.ts'
import type { Post } from './workforce.ts'

export interface TeamRequest {
  readonly network: NetworkEntry
  readonly sites: readonly SiteDocument[]
  readonly posts: readonly Post[]
  /** Mondays of the weeks to plan. */
  readonly mondays: readonly Day[]
  readonly seed: number
}

/** What stands before the number in a person's name. */
const LABELS: Readonly<Record<string, string>> = {
  gp: 'GP',
  'arrs-gp': 'Network GP',
  'gp-registrar': 'GP registrar',
  anp: 'Nurse practitioner',
  'practice-nurse': 'Nurse',
  hca: 'Healthcare assistant',
  'nursing-associate': 'Nursing associate',
  pharmacist: 'Pharmacist',
  'pharmacy-technician': 'Pharmacy technician',
  physio: 'Physio',
  paramedic: 'Paramedic',
  'physician-associate': 'Physician associate',
  'social-prescriber': 'Link worker',
  'care-coordinator': 'Care coordinator',
  'wellbeing-coach': 'Wellbeing coach',
  'mental-health': 'Mental health practitioner',
}

/** One in this many of a role takes part in evenings and Saturdays (enhanced access); others of the team do not. */
const ENHANCED_ACCESS: Readonly<Record<string, number>> = {
  gp: 3,
  'arrs-gp': 2,
  anp: 2,
  'practice-nurse': 3,
  hca: 3,
  pharmacist: 3,
  paramedic: 2,
}

/** Turns of enhanced access; colleagues take them one after the other, so that all of them find takers. */
const TURNS = ['mon', 'sat-am', 'wed', 'sat-pm', 'tue', 'thu', 'sat-pm', 'fri', 'sat-am'] as const

/** Practices with fewer patients are nobody's base among the network's people, unless all are so small. */
const BASE_FROM = 1000

/** People in the order of the roles, and of the practices within a role. */
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
  const extra = extraOf(post, place, about('extra'))
  const turn = post.ordinal + 4 * place + ROLES.findIndex((role) => role.id === post.role)
  const works = usualWeek({ sessions: post.sessions, extra, turn }, about('week'))
  const away = request.mondays.flatMap((monday) => leaveIn(monday, works, about(`leave ${monday}`)))
  // Evenings come on top of the half-days of the contract; learning time goes with (nearly) full-time contracts.
  const flex = extra.evenings.length > 0 ? 1 : 0
  const learns = post.sessions >= 8 && post.role !== 'gp-registrar' && about('learning').chance(0.7)
  return {
    role: post.role,
    ...placesOf(post, request, about('sites')),
    contract: { sessions: post.sessions, flex, protected: learns ? 1 : 0 },
    works,
    ...(away.length > 0 ? { away } : {}),
  }
}

/** Evenings or a Saturday for every n-th of a role, with turns shifted from practice to practice. */
function extraOf(post: Post, place: number, own: Draw): Extra {
  const none = { evenings: [], saturday: null }
  const every = ENHANCED_ACCESS[post.role]
  if (every === undefined || post.ordinal % every !== place % every || post.sessions < 3) return none
  const role = Object.keys(ENHANCED_ACCESS).indexOf(post.role)
  const turn = TURNS[(Math.floor(post.ordinal / every) + 2 * place + role) % TURNS.length] ?? 'mon'
  if (turn === 'sat-am' || turn === 'sat-pm') return { evenings: [], saturday: turn }
  // Two evenings leave three whole days, so they need a contract with room for both.
  const second = WORKDAYS[(WORKDAYS.indexOf(turn) + 2) % WORKDAYS.length] ?? 'mon'
  return { evenings: post.sessions <= 8 && own.chance(0.4) ? [turn, second] : [turn], saturday: null }
}

/** Practice staff work at home, one GP or nurse practitioner in eight at a neighbour too; network staff at two or three. */
function placesOf(post: Post, { network, sites }: TeamRequest, own: Draw): { home: string; sites: string[] } {
  const home = post.practice ?? baseOf(network, own)
  const travels = ['gp', 'anp'].includes(post.role) && own.chance(1 / 8)
  const others = post.practice === null ? (post.role === 'physio' ? 2 : 1) : travels ? 1 : 0
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
