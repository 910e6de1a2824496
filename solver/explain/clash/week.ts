/** A week in question: can some of its requirements be met together? */
import type { Pin, Problem } from '../../../src/problem.ts'
import type { Engine } from '../../engines/engine.ts'
import { isInForce, levelOf } from '../../facts/rule-settings.ts'
import type { DraftRow } from '../../model/draft.ts'
import type { Rule } from '../../rules/rule.ts'
import { type Ask, askedRows, asksOf, isLaw, isRaised, keyOf, lawRows, pinsIn } from './asks.ts'
import type { Resting } from './live.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import { type Task, type Verdict, verdictOn } from './programme.ts'

/** Contains hard rules only: soft rules make no week infeasible. */
export interface Week {
  readonly problem: Problem
  /** The same without contacts, if they cannot matter. */
  readonly lean: Problem
  readonly rules: readonly Rule[]
  readonly laws: readonly Rule[]
  readonly engine: Engine
  readonly asks: readonly Ask[]
  /** Pins that the caller asks about: no repair removes them. */
  readonly firm: readonly Pin[]
  /** The programme with these pins and no demands, cached per set of pins. */
  readonly withPins: (pins: readonly Pin[]) => Pinned
}

/** A draft in which nothing is barred yet, its laws, and a point at rest that satisfies them. */
export interface Pinned {
  readonly draft: OpenDraft
  readonly laws: readonly DraftRow[]
  readonly resting: Resting
}

export function openWeek(problem: Problem, rules: readonly Rule[], engine: Engine): Week {
  const hard = rules.filter((rule) => isInForce(rule, problem) && levelOf(rule, problem) === 'never')
  const laws = hard.filter(isLaw)
  const raised = hard.filter((rule) => isRaised(rule, problem))
  const demands = openDraft(problem, raised, [])
  const lean = leanest(problem, { people: raised.length > 0, contacts: demands.contactRules.size > 0 })
  const made = new Map<string, Pinned>()
  const withPins = (pins: readonly Pin[]) => {
    const key = pins.map(keyOf).join(' ')
    const known = made.get(key) ?? pinned(openDraft(lean, hard, pins), laws)
    made.set(key, known)
    return known
  }
  return { problem, lean, rules: hard, laws, engine, asks: asksOf(problem, raised, demands), firm: [], withPins }
}

function pinned(draft: OpenDraft, laws: readonly Rule[]): Pinned {
  const rows = lawRows(draft, laws)
  return { draft, laws: rows, resting: { rest: restOf(rows, draft), defined: draft.bookColumns() } }
}

/**
 * If no hard rule is about contacts, removing all contacts does not change whether the week is possible. If only pins are required, neither
 * does removing everybody who is not pinned.
 */
function leanest(problem: Problem, matters: { people: boolean; contacts: boolean }): Problem {
  if (matters.contacts) return problem
  const needs = problem.needs.map((need) => ({ ...need, followUp: false }))
  const silent = {
    ...problem,
    arrivals: [],
    waiting: [],
    needs,
    needById: new Map(needs.map((need) => [need.id, need])),
  }
  if (matters.people) return silent
  const pinned = new Set(problem.pins.map((pin) => pin.person))
  return { ...silent, people: problem.people.filter((person) => pinned.has(person.id)) }
}

/** Whether these asks can be met together, with all laws and facts of the week. */
export async function verdictOnAsks(week: Week, asks: readonly Ask[]): Promise<Verdict> {
  return verdictOn(closedTask(week, asks), week.engine)
}

/** The programme of these asks with every fact applied. */
export function closedTask(week: Week, asks: readonly Ask[]): Task {
  const { draft, task } = taskOf(week, asks)
  return { ...task, closed: new Set(draft.bars.map((bar) => bar.placement.column)) }
}

/** The programme of these asks before any fact is applied. */
export function taskOf(week: Week, asks: readonly Ask[]): Pinned & { readonly task: Task } {
  const pinned = week.withPins(pinsIn(asks))
  const { draft, laws, resting } = pinned
  const { lower, upper, whole } = draft
  return {
    ...pinned,
    task: { rows: [...laws, ...askedRows(draft, asks)], columns: { lower, upper, whole }, closed: new Set(), resting },
  }
}

/** Nobody at work and everybody waiting: the first column of an equation takes the value that the equation gives it. */
function restOf(laws: readonly DraftRow[], { lower, upper }: OpenDraft): number[] {
  const rest = [...lower]
  for (const { terms, lower: least, upper: most } of laws) {
    const [first] = terms
    if (least !== most || first === undefined) continue
    const [j, a] = first
    const activity = terms.reduce((sum, [k, b]) => sum + b * (rest[k] ?? 0), 0)
    rest[j] = Math.min(upper[j] ?? 0, Math.max(lower[j] ?? 0, (rest[j] ?? 0) + (least - activity) / a))
  }
  return rest
}
