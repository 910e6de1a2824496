/**
 * Tries a change by running the rules' checks before and after. A change works if
 * - no hard rule is broken more for anybody, and no safety rule in total;
 * - no other level down to the finding's own gets worse;
 * - the finding gets smaller.
 * Neither model nor engine is used.
 */
import type { Breach, Level } from '../../../src/breach.ts'
import { LEVELS } from '../../../src/breach.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Assignment, Rota } from '../../../src/rota.ts'
import { isInForce, levelOf, weightOf } from '../../facts/rule-settings.ts'
import type { Rule } from '../../rules/rule.ts'
import { applied, type Change, decided } from './change.ts'
import type { Obstacle } from './obstacle.ts'
import { Memory, roomsTaken, type Scene, sessionAt } from './scene.ts'
import { type Reach, type Slice, sliceOf } from './slice.ts'

/** The rule that should find less after the change; null if there is no such rule. */
export type Aim = Rule | null

/** Smaller differences are rounding errors of sums. */
const EVEN = 1e-7

/** The reach of each rule, unless it is `near`. */
const REACH: Readonly<Record<string, Reach>> = {
  availability: 'alone',
  'open-sites': 'alone',
  qualified: 'alone',
  pinned: 'person',
  'one-place': 'person',
  'time-to-travel': 'person',
  'contracted-sessions': 'person',
  'protected-time': 'person',
  rest: 'person',
  'working-week': 'person',
  'sessions-in-a-day': 'person',
  'days-in-a-row': 'person',
  stability: 'person',
  'full-contract': 'person',
  'agreed-total': 'person',
  'part-limits': 'person',
  'duty-in-a-day': 'person',
  'few-sites': 'person',
  'travel-in-a-day': 'person',
  continuity: 'person',
  'days-off': 'person',
  weekends: 'person',
  successions: 'person',
  cost: 'person',
  preferences: 'person',
  rooms: 'site',
  'minimum-cover': 'site',
  'maximum-cover': 'site',
  'duty-doctor': 'session',
  supervision: 'session',
  'clinic-time': 'cadre',
  'safe-workload': 'cadre',
  'patients-first': 'need',
  'seen-same-day': 'flow',
  'seen-in-time': 'flow',
  'no-need-left-out': 'flow',
  'waiting-list': 'flow',
}

/** Rules that add up a whole team or network, and which changes can affect them. */
const WHOLE: Readonly<Record<string, (change: Change, problem: Problem) => boolean>> = {
  'enhanced-access': ({ off, on }, { horizon }) =>
    [...off, ...on].some((a) => horizon.sessions[a.session]?.enhancedAccess === true),
  'partner-time': ({ off, on }) => [...off, ...on].some((a) => a.work === 'outside'),
  'fair-shares': ({ off, on }) => off.length + on.length > 0,
  'fair-practices': ({ met, less = [] }) => met !== undefined || less.length > 0,
}

const KNOWN = new Memory<Obstacle | null>()

/** Undefined if the change works. */
export function obstacleTo(scene: Scene, change: Change, aim: Aim): Obstacle | undefined {
  const key = `${aim?.id}|${JSON.stringify(change)}`
  return KNOWN.of(scene, key, () => found(scene, change, aim) ?? null) ?? undefined
}

function found(scene: Scene, change: Change, aim: Aim): Obstacle | undefined {
  const hard = HARD.of(scene, keyAnyPatients(change), () => againstHardRules(scene, change) ?? null)
  if (hard !== null) return hard
  const tried = new Tried(scene, change)
  const rules = rulesDownTo(scene, aim === null ? 'safety' : levelOf(aim, scene.problem))
  for (const level of LEVELS) {
    const here = rules.filter((rule) => levelOf(rule, scene.problem) === level)
    const worse = isHard(level) ? anyWorse(here.filter(isOfPatients), level, tried) : togetherWorse(here, tried)
    if (worse !== undefined) return obstacleOf(worse, tried)
  }
  return aim === null || tried.growth(aim) < -EVEN ? undefined : { kind: 'no-use' }
}

/** Cached: independent of the aim and of whose patients are met. */
const HARD = new Memory<Obstacle | null>()

function againstHardRules(scene: Scene, change: Change): Obstacle | undefined {
  const tried = new Tried(scene, change)
  const rules = rulesDownTo(scene, 'safety').filter((rule) => !isOfPatients(rule))
  for (const level of LEVELS.filter(isHard)) {
    const here = rules.filter((rule) => levelOf(rule, scene.problem) === level)
    const worse = anyWorse(here, level, tried)
    if (worse !== undefined) return obstacleOf(worse, tried)
  }
  return undefined
}

/** At these levels no single rule may get worse. */
function isHard(level: Level): boolean {
  return level === 'never' || level === 'safety'
}

/** Whether the rule depends on whose patients are met. */
function isOfPatients(rule: Rule): boolean {
  const reach = reachOf(rule)
  return reach === 'need' || reach === 'flow' || WHOLE[rule.id] !== undefined
}

function keyAnyPatients(change: Change): string {
  const { met, less = [] } = change
  return JSON.stringify(met === undefined || less.length > 0 ? change : { ...change, met: { ...met, patientsOf: '' } })
}

/** For hard rules, breaking one for another person instead is no improvement. */
function anyWorse(rules: readonly Rule[], level: Level, tried: Tried): Rule | undefined {
  return rules.find((rule) => (level === 'never' ? tried.growthForAnybody(rule) : tried.growth(rule)) > EVEN)
}

/** The rule that worsens most, if their weighted sum gets worse. */
function togetherWorse(rules: readonly Rule[], tried: Tried): Rule | undefined {
  const grown = rules.map((rule) => ({ rule, more: tried.growth(rule) * weightOf(rule, tried.scene.problem) }))
  const [most] = [...grown].sort((a, b) => b.more - a.more)
  return grown.reduce((sum, { more }) => sum + more, 0) > EVEN ? most?.rule : undefined
}

/** Whether the rule counts this assignment: it would find less without it. */
export function isCountedBy(rule: Rule, scene: Scene, a: Assignment): boolean {
  return new Tried(scene, { off: [a], on: [] }).growth(rule) < -EVEN
}

/** Rules in force at this level or a more important one, in the order of THE LIST. */
function rulesDownTo({ problem, rules }: Scene, lowest: Level): readonly Rule[] {
  return rules.filter(
    (rule) => isInForce(rule, problem) && LEVELS.indexOf(levelOf(rule, problem)) <= LEVELS.indexOf(lowest),
  )
}

const WHOLE_AMOUNTS = new Memory<number>()

function reachOf(rule: Rule): Reach {
  return REACH[rule.id] ?? 'near'
}

/** One change being tried, reduced to each rule's reach. */
class Tried {
  readonly scene: Scene
  readonly change: Change
  readonly #slices = new Map<Reach, Slice | undefined>()

  constructor(scene: Scene, change: Change) {
    this.scene = scene
    this.change = change
  }

  /** How much more the rule finds after the change. */
  growth(rule: Rule): number {
    const { scene, change } = this
    const matters = WHOLE[rule.id]
    if (matters === undefined) {
      const slice = this.slice(rule)
      if (slice === undefined) return 0
      return amountOf(rule, slice.after, slice.problemAfter) - amountBefore(rule, slice)
    }
    if (!matters(change, scene.problem)) return 0
    const before = WHOLE_AMOUNTS.of(scene, rule.id, () => amountOf(rule, scene.rota, scene.problem))
    return amountOf(rule, applied(change, scene.rota), decided(change, scene.problem)) - before
  }

  /** The largest increase for any one person; breaches that are not about exactly one person are added up. */
  growthForAnybody(rule: Rule): number {
    const slice = WHOLE[rule.id] === undefined ? this.slice(rule) : undefined
    if (slice === undefined) return this.growth(rule)
    const before = amountsByPerson(rule, slice.before, slice.problem)
    const after = amountsByPerson(rule, slice.after, slice.problemAfter)
    return Math.max(0, ...[...after].map(([person, amount]) => amount - (before.get(person) ?? 0)))
  }

  /** A breach that the rule finds after the change but not before. */
  newBreach(rule: Rule): Breach | undefined {
    const { problem, rota } = this.scene
    const { change } = this
    const after = { problemAfter: decided(change, problem), after: applied(change, rota) }
    const whole: Slice = { problem, before: rota, ...after }
    const slice = WHOLE[rule.id] === undefined ? this.slice(rule) : whole
    if (slice === undefined) return undefined
    const known = new Set(rule.check(slice.before, slice.problem).map((breach) => JSON.stringify(breach)))
    return rule.check(slice.after, slice.problemAfter).find((breach) => !known.has(JSON.stringify(breach)))
  }

  slice(rule: Rule): Slice | undefined {
    const reach = reachOf(rule)
    if (!this.#slices.has(reach)) this.#slices.set(reach, sliceOf(this.scene, this.change, reach))
    return this.#slices.get(reach)
  }
}

/** Cached: slices of the same contacts share their rota before the change. */
const BEFORE = new WeakMap<Rota, Map<string, number>>()

function amountBefore(rule: Rule, { before, problem }: Slice): number {
  const known = BEFORE.get(before) ?? new Map<string, number>()
  BEFORE.set(before, known)
  const amount = known.get(rule.id) ?? amountOf(rule, before, problem)
  known.set(rule.id, amount)
  return amount
}

function amountOf(rule: Rule, rota: Rota, problem: Problem): number {
  return rule.check(rota, problem).reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
}

function amountsByPerson(rule: Rule, rota: Rota, problem: Problem): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { people = [], amount, weight = 1 } of rule.check(rota, problem)) {
    const [own = ''] = people.length === 1 ? people : []
    sums.set(own, (sums.get(own) ?? 0) + amount * weight)
  }
  return sums
}

/** The rule's new breach, as an obstacle of its own kind if there is one. */
function obstacleOf(rule: Rule, tried: Tried): Obstacle {
  const breach = tried.newBreach(rule)
  const { scene, change } = tried
  const [assignment] = change.on
  const { session = assignment?.session ?? 0, site } = breach ?? {}
  switch (rule.id) {
    case 'open-sites':
      if (assignment !== undefined) return { kind: 'closed', site: assignment.site, session: assignment.session }
      break
    case 'qualified':
      if (assignment !== undefined) return { kind: 'unfit', assignment }
      break
    case 'contracted-sessions':
      if (assignment !== undefined)
        return { kind: 'used-up', person: assignment.person, week: sessionAt(scene, session)?.week ?? 0 }
      break
    case 'rooms':
      if (site !== undefined) {
        const by = roomsTaken(scene, site, session).filter((a) => !change.off.includes(a))
        return { kind: 'no-room', site, session, by: by.map((a) => a.person) }
      }
      break
    case 'supervision':
      if (breach !== undefined) return unsupervised(breach, tried)
  }
  return { kind: 'rule', rule: rule.id, breach: breach ?? null }
}

/** With those who already supervise in the circle of the breach. */
function unsupervised(breach: Breach, { scene, change }: Tried): Obstacle {
  const { problem } = scene
  const { session = 0, site = null, people = [] } = breach
  const roleOf = (person: string) => problem.roleById.get(problem.personById.get(person)?.role ?? '')
  const by = new Set(people.flatMap((person) => roleOf(person)?.supervision?.by ?? []))
  const own = change.on.map((a) => a.person)
  const at = scene.inSession(session).filter((a) => !change.off.includes(a) && (site === null || a.site === site))
  const there = at.filter(
    (a) => by.has(roleOf(a.person)?.id ?? '') && ['clinic', 'duty', 'supervision'].includes(a.work),
  )
  const concerned = people.filter((person) => own.includes(person))
  return {
    kind: 'no-supervisor',
    people: concerned.length > 0 ? concerned : people,
    session,
    site,
    there: there.map((a) => a.person),
  }
}
