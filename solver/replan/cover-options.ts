/** The answers to an absence: which candidates together make a rota, as the rules' own checks value it. */
import { LEVELS, type Level } from '../../src/breach.ts'
import { COVER_KINDS, type CoverKind } from '../../src/cover-answer.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import { judge, levelValues } from '../check/judge.ts'
import { floorOf } from '../facts/level-units.ts'
import type { Rule } from '../rules/rule.ts'
import type { Candidate } from './candidate.ts'
import type { HeldPlan, HeldWeek, Placed } from './held-week.ts'

/** A rota that answers the absence with these candidates; none: every session stays open. */
export interface CoverOption {
  readonly candidates: readonly Candidate[]
  readonly rota: Rota
  readonly values: ReadonlyMap<Level, number>
}

/** An option, and the plan that prices what might be added to it. */
export interface Evaluated {
  readonly option: CoverOption
  readonly plan: HeldPlan
}

/** A level is as good as another down to this share of the least that its gaps are measured by. */
const TELLING = 1e-3

export class CoverOptions {
  readonly #problem: Problem
  readonly #rules: readonly Rule[]
  readonly #held: HeldWeek
  readonly #optional: readonly Assignment[]
  readonly #published: readonly Assignment[]
  #evaluated = 0

  constructor(
    problem: Problem,
    rules: readonly Rule[],
    parts: {
      readonly held: HeldWeek
      readonly optional: readonly Assignment[]
      readonly published: readonly Assignment[]
    },
  ) {
    this.#problem = problem
    this.#rules = rules
    this.#held = parts.held
    this.#optional = parts.optional
    this.#published = parts.published
  }

  /** Rotas planned and judged so far. */
  get evaluated(): number {
    return this.#evaluated
  }

  /** Undefined where the candidates get into each other's way, or break a rule without exception. */
  async evaluate(candidates: readonly Candidate[]): Promise<Evaluated | undefined> {
    const chosen = this.#chosen(candidates)
    if (chosen === undefined) return undefined
    this.#evaluated += 1
    const plan = await this.#held.plan(chosen)
    return plan && { option: { candidates, rota: plan.rota, values: plan.values }, plan }
  }

  /** The same option, valued by the rules' own checks. */
  judged(option: CoverOption): CoverOption {
    return { ...option, values: levelValues(judge(option.rota, this.#problem, this.#rules)) }
  }

  /** Of the optional assignments, those that the rota then has. */
  #chosen(candidates: readonly Candidate[]): readonly Assignment[] | undefined {
    const off = candidates.flatMap((one) => one.off)
    const on = candidates.flatMap((one) => one.on)
    const moments = on.map((a) => `${a.person} ${a.session}`)
    if (new Set(moments).size < moments.length || new Set(off).size < off.length) return undefined
    // Whoever gives a session up for one of them cannot be asked to work it by another.
    const kept = this.#published.filter((a) => this.#optional.includes(a) && !off.includes(a))
    if (kept.some((a) => moments.includes(`${a.person} ${a.session}`))) return undefined
    return [...kept, ...on]
  }

  /** Negative where the first is better: in the first level that differs, then in what it changes, then in whom it asks. */
  order(a: CoverOption, b: CoverOption): number {
    return this.compareValues(a, b) || movesOf(a) - movesOf(b) || askOf(a) - askOf(b)
  }

  compareValues(a: Pick<CoverOption, 'values'>, b: Pick<CoverOption, 'values'>): number {
    for (const level of LEVELS) {
      const difference = (a.values.get(level) ?? 0) - (b.values.get(level) ?? 0)
      if (Math.abs(difference) > TELLING * floorOf(level, this.#problem)) return difference
    }
    return 0
  }

  /** Candidates by what the plan says one more of them is worth, best first. */
  promising(candidates: readonly Candidate[], plan: HeldPlan): Candidate[] {
    const worth = (list: readonly Placed[]) => list.map((a) => plan.worthOf(a))
    const priced = candidates.map((candidate, place) => {
      const [on, off] = [worth(candidate.on), worth(candidate.off)]
      const ranks = Math.max(0, ...[...on, ...off].map((row) => row.length))
      const sum = (rows: readonly (readonly number[])[], k: number) => rows.reduce((all, row) => all + (row[k] ?? 0), 0)
      return { candidate, place, change: Array.from({ length: ranks }, (_, k) => sum(on, k) - sum(off, k)) }
    })
    return priced
      .sort((a, b) => {
        const k = a.change.findIndex((value, at) => Math.abs(value - (b.change[at] ?? 0)) > 1e-3)
        return k < 0 ? a.place - b.place : (a.change[k] ?? 0) - (b.change[k] ?? 0)
      })
      .map(({ candidate }) => candidate)
  }
}

/** Person-sessions that change beside the absent person's own. */
export function movesOf({ candidates }: Pick<CoverOption, 'candidates'>): number {
  const moments = candidates.flatMap(({ on, off }) => [...on, ...off].map((a) => `${a.person} ${a.session}`))
  return new Set(moments).size
}

function askOf({ candidates }: CoverOption): number {
  return candidates.reduce((sum, { kind }) => sum + 1 + COVER_KINDS.indexOf(kind), 0)
}

export function kindsOf({ candidates }: Pick<CoverOption, 'candidates'>): readonly CoverKind[] {
  return COVER_KINDS.filter((kind) => candidates.some((one) => one.kind === kind))
}
