/** Obstacles as phrases about people: "is away", "have no room (there is one, and Bob has it)". */
import type { Problem } from '../../../../src/problem.ts'
import type { Work } from '../../../../src/rota.ts'
import { sessionName } from '../../../../src/time.ts'
import { peopleNames, siteName } from '../../../../src/wording/names.ts'
import { listed } from '../../../../src/wording/people.ts'
import { RULES } from '../../../rules/index.ts'
import type { Obstacle } from '../obstacle.ts'

/** What people do, singular and plural: "holds a clinic", "hold clinics". */
const DOES: Readonly<Record<Work, readonly [one: string, many: string]>> = {
  clinic: ['holds a clinic', 'hold clinics'],
  duty: ['is on duty', 'are on duty'],
  visits: ['is on home visits', 'are on home visits'],
  supervision: ['supervises', 'supervise'],
  admin: ['has paperwork', 'have paperwork'],
  training: ['has learning time', 'have learning time'],
  outside: ['works with partner organisations', 'work with partner organisations'],
}

/** "is on duty at Birch Lane". */
export function doing(work: Work, site: string, { many, problem }: { many: boolean; problem: Problem }): string {
  const does = DOES[work][many ? 1 : 0]
  return work === 'outside' ? does : `${does} at ${siteName(site, problem)}`
}

/** What would happen if they were asked, by the rule that would be broken. */
const WOULD: Readonly<Record<string, string>> = {
  'clinic-time': 'could not meet all that is booked there',
  rest: 'would have too little rest',
  'working-week': 'would have too long a day or week',
  'days-in-a-row': 'would work too many days in a row',
  'sessions-in-a-day': 'would work too many sessions that day',
  'safe-workload': 'would be booked for more than is safe',
  'protected-time': 'would lose learning time',
  'enhanced-access': 'would leave evenings and Saturdays with too little',
  'minimum-cover': 'would leave another place with too few people',
  'duty-doctor': 'would leave another place without a duty doctor',
  'partner-time': 'would be missed by partner organisations',
  stability: 'would change what was published',
  'few-sites': 'would work at too many sites',
  'time-to-travel': 'would not get there in time',
  'travel-in-a-day': 'would travel in the middle of a day',
  'fair-shares': 'would have more than a fair share',
  continuity: 'would be away from the usual practice or day',
  weekends: 'would work too many weekends',
  cost: 'would cost more',
  preferences: 'would not have a wish kept',
}

export interface Of {
  /** The people that the phrase is about. */
  readonly people: readonly string[]
  readonly problem: Problem
  /** Whether to add "then" because nothing else gives the time. */
  readonly then: boolean
  /** Whether several sessions were asked about. */
  readonly long: boolean
}

/** Phrase for obstacles of one kind that all of these people have. */
export function inTheWay(obstacles: readonly Obstacle[], of: Of): string {
  const { people, problem, then } = of
  const many = people.length > 1
  const at = then ? ' then' : ''
  const [first] = obstacles
  switch (first?.kind) {
    case undefined:
      return many ? 'are not asked' : 'is not asked'
    case 'away':
      return `${many ? 'are' : 'is'} away${at}`
    case 'not-then':
      return `${many ? 'do' : 'does'} not usually work then`
    case 'kept-free':
      return `${many ? 'are' : 'is'} pinned to be kept free${at}`
    case 'busy':
      return `${busy(obstacles, of)}${at}`
    case 'used-up':
      return `${many ? 'have' : 'has'} no session left that week`
    case 'closed':
      return `would find ${listed(distinct(obstacles.map((o) => ('site' in o ? siteName(o.site ?? undefined, problem) : ''))))} closed`
    case 'unfit':
      return `${many ? 'do' : 'does'} no such work there`
    case 'no-room':
      return `${many ? 'have' : 'has'} no room${noRoom(obstacles, of)}`
    case 'no-supervisor':
      return noSupervisor(first, of)
    case 'rule':
      return listed(distinct(obstacles.map((o) => (o.kind === 'rule' ? wouldDo(o.rule) : ''))))
    case 'no-use':
      return 'would not help'
  }
}

function busy(obstacles: readonly Obstacle[], { people, problem }: Of): string {
  const many = people.length > 1
  const doings = distinct(
    obstacles.flatMap((o) => (o.kind === 'busy' ? [doing(o.at.work, o.at.site, { many, problem })] : [])),
  )
  return doings.length === 1 ? (doings[0] ?? '') : `${many ? 'are' : 'is'} at other work`
}

/** " at Birch Lane on Monday morning (there is one room, and Bob has it)". */
function noRoom(obstacles: readonly Obstacle[], { problem, long }: Of): string {
  const found = obstacles.flatMap((o) => (o.kind === 'no-room' ? [o] : []))
  const [first] = found
  if (first === undefined || found.some((o) => o.site !== first.site)) return ''
  const takers = distinct(found.map((o) => o.by.join(' ')))
  const only =
    long && found.every((o) => o.session === first.session) ? problem.horizon.sessions[first.session] : undefined
  const where = problem.sites.length > 1 ? ` at ${siteName(first.site, problem)}` : ''
  const when = only === undefined ? '' : ` on ${sessionName(only, problem.horizon)}`
  const rooms = problem.siteById.get(first.site)?.rooms ?? 0
  return `${where}${when} (${roomsInWords(rooms, takers.length === 1 ? first.by : [], problem)})`
}

/** Names at most three of the people who have the rooms. */
function roomsInWords(rooms: number, by: readonly string[], problem: Problem): string {
  const known = by.length > 0 && by.length <= 3
  if (rooms === 0) return 'there is none'
  if (rooms === 1) return known ? `there is one room, and ${peopleNames(by, problem)} has it` : 'there is one room'
  const all = rooms === 2 ? 'both rooms' : `all ${rooms} rooms`
  return known ? `${peopleNames(by, problem)} have ${all}` : `${all} are taken`
}

/** About the people themselves, or about those they would leave unsupervised. */
function noSupervisor(
  { people: alone, there }: Extract<Obstacle, { kind: 'no-supervisor' }>,
  { people, problem }: Of,
): string {
  const isOwn = people.some((person) => alone.includes(person))
  if (!isOwn) return `would leave ${peopleNames(alone, problem)} without a supervisor`
  const have = people.length > 1 ? 'have' : 'has'
  return there.length === 0 ? `${have} nobody there to supervise them` : `${have} no supervisor with time for them`
}

function wouldDo(id: string): string {
  const title = RULES.find((rule) => rule.id === id)?.title.replace(/\.$/, '') ?? id
  return WOULD[id] ?? `would break the rule "${title}"`
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
