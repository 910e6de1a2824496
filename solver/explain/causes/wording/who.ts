/** Everybody who was asked, grouped by what can be said about them. */
import { grouped } from '../../../../src/grouped.ts'
import type { Problem } from '../../../../src/problem.ts'
import { sessionName } from '../../../../src/time.ts'
import { figureWords, lowerFirst, roleTitle, siteName } from '../../../../src/wording/names.ts'
import { crowd, listed } from '../../../../src/wording/people.ts'
import { type Asked, obstaclesOf, proposalOf } from '../asking.ts'
import type { May, Statement } from '../cause.ts'
import type { Change } from '../change.ts'
import { type Obstacle, rankOf } from '../obstacle.ts'
import { inTheWay } from './obstacles.ts'

type Who = Extract<Statement, { kind: 'who' }>

/** Proposals name their sessions if there are at most this many. */
const SESSIONS = 2

/** Busy people are described by what they do, up to this many activities; beyond that they are "at other work". */
const DOINGS = 4

/** "GP 1 and GP 2 are away", "GP 3 could still be asked". */
export function whoClauses(who: Who, problem: Problem): string[] {
  const then = who.may.kind === 'any' && !who.long && who.asked.length === 1
  const all = who.asked.filter(({ tries }) => tries.length > 0).map((asked) => ({ asked, told: toldOf(asked) }))
  const doings = new Set(all.flatMap(({ told }) => told.flatMap((o) => (o.kind === 'busy' ? [doingKey(o)] : []))))
  const proposals = all.flatMap(({ asked }) => proposalOf(asked) ?? [])
  const sessions = new Set(proposals.map(({ on }) => on[0]?.session))
  const names = { doings: doings.size <= DOINGS, sessions: who.long && sessions.size <= SESSIONS }
  const groups = grouped(all, ({ asked, told }) => keyOf(asked, told, names))
  const rank = ({ asked, told }: (typeof all)[number]) =>
    proposalOf(asked) === undefined ? Math.min(...told.map(rankOf)) : Number.POSITIVE_INFINITY
  const inOrder = groups
    .map((group) => ({ group, rank: Math.min(...group.map(rank)) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
  const others = who.unasked ?? []
  const further =
    others.length === 0
      ? []
      : [`${figureWords(others.length)} more ${others.length === 1 ? 'has' : 'have'} a session left`]
  const clauses = inOrder.map(({ group }) => {
    const people = group.map(({ asked }) => asked.person)
    const [first] = group
    const proposal = first && proposalOf(first.asked)
    const said =
      proposal === undefined
        ? kinds(group.flatMap(({ told }) => told)).map((same) =>
            inTheWay(same, { people, problem, then, long: who.long }),
          )
        : [couldBeAsked(proposal, { who, many: people.length > 1, named: names.sessions, problem })]
    return `${crowd(people, problem)} ${either(said)}`
  })
  return [...clauses, ...further]
}

/** Obstacles that keep a person from any work are mentioned only if there are no others. */
function toldOf(asked: Asked): Obstacle[] {
  const all = obstaclesOf(asked)
  const isOff = ({ kind }: Obstacle) =>
    kind === 'away' || kind === 'not-then' || kind === 'kept-free' || kind === 'closed'
  const others = all.filter((obstacle) => !isOff(obstacle))
  return [...(others.length > 0 ? others : all)].sort((a, b) => rankOf(a) - rankOf(b))
}

function keyOf(asked: Asked, told: readonly Obstacle[], names: { doings: boolean; sessions: boolean }): string {
  const proposal = proposalOf(asked)
  const [on] = proposal?.on ?? []
  if (on !== undefined)
    return `could ${names.sessions ? on.session : ''} ${on.remote} ${on.work === 'clinic' || on.work === 'duty' ? '' : on.work}`
  return kinds(told)
    .map(
      (same) =>
        same.map((o) => (o.kind === 'busy' && names.doings && told.length === 1 ? doingKey(o) : keyOfKind(o)))[0],
    )
    .join('; ')
}

function keyOfKind(obstacle: Obstacle): string {
  if (obstacle.kind === 'rule') return `rule ${obstacle.rule}`
  if (obstacle.kind === 'no-room') return `no-room ${obstacle.site} ${obstacle.session} ${obstacle.by.join(' ')}`
  if (obstacle.kind === 'no-supervisor') return `no-supervisor ${obstacle.there.length === 0}`
  return obstacle.kind
}

function doingKey({ at }: Extract<Obstacle, { kind: 'busy' }>): string {
  return `${at.work} ${at.site}`
}

function kinds(obstacles: readonly Obstacle[]): Obstacle[][] {
  return grouped(obstacles, ({ kind }) => kind)
}

/** "is away or has no session left". */
function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function couldBeAsked(
  { on: [a] }: Change,
  { who, many, named, problem }: { who: Who; many: boolean; named: boolean; problem: Problem },
): string {
  const session = problem.horizon.sessions[a?.session ?? -1]
  const when = named && session !== undefined ? ` on ${sessionName(session, problem.horizon)}` : ''
  const how = a?.remote === true ? ', by telephone or video' : ''
  const visits = a?.work === 'visits' && who.may.kind === 'cover'
  const supervises = a?.work === 'supervision' && who.may.kind !== 'supervise'
  const what = visits ? ' to go on visits' : supervises ? ' to supervise there' : ''
  return `could ${many ? 'each ' : ''}still be asked${what}${when}${how}`
}

/** "; nobody else may be on duty at Alder Road", or nothing. */
export function whoSentence(who: Who, problem: Problem): string {
  const clauses = whoClauses(who, problem)
  const may = mayInWords(who.may, problem)
  if (clauses.length === 0) return may === '' ? '' : `nobody${who.besides ? ' else' : ''} ${may}`
  return `${listed(clauses)}${may === '' ? '' : `; nobody else ${may}`}`
}

function mayInWords(may: May, problem: Problem): string {
  switch (may.kind) {
    case 'duty':
      return `may be on duty ${may.sites.length > 1 ? 'at any of these sites' : `at ${siteName(may.sites[0], problem)}`}`
    case 'cover': {
      const role = may.role === null ? '' : ` in the role of ${lowerFirst(roleTitle(may.role, problem))}`
      return `sees patients at ${siteName(may.site, problem)}${role}`
    }
    case 'supervise':
      return `may supervise them ${may.site === null ? 'in the network' : `at ${siteName(may.site, problem)}`}`
    case 'evening-duty':
      return 'in the network may hold the duty'
    case 'role':
      return `of that role works at ${siteName(may.site, problem)}`
    case 'any':
      return ''
  }
}
