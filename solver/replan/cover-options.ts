/** Answers to an absence: combines candidates into rotas and values them by the rules' own checks. */
import { LEVELS, type Level } from '../../src/breach.ts'
import { COVER_KINDS, type CoverKind } from '../../src/cover-answer.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import { judge, levelValues } from '../check/judge.ts'
import { floorOf } from '../facts/level-units.ts'
import type { Rule } from '../rules/rule.ts'
import type { Candidate } from './candidate.ts'
import type { HeldPlan, HeldWeek, Placed } from './held-week.ts'

/** A rota that answers the absence with these candidates; with none, every session stays open. */
export interface CoverOption {
  readonly candidates: readonly Candidate[]
  readonly rota: Rota
  readonly values: ReadonlyMap<Level, number>
}

/** An option, and the plan whose prices rank further candidates. */
export interface Evaluated {
  readonly option: CoverOption
  readonly plan: HeldPlan
}

/** Levels that differ by less than this share of their floor count as equal. */
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

  /** Number of rotas planned and judged so far. */
  get evaluated(): number {
    return this.#evaluated
  }

  /** Undefined if the candidates conflict with each other or break a hard rule. */
  async evaluate(candidates: readonly Candidate[]): Promise<Evaluated | undefined> {
    const chosen = this.#chosen(candidates)
    if (chosen === undefined) return undefined
    this.#evaluated += 1
    const plan = await this.#held.plan(chosen)
    return plan && { option: { candidates, rota: plan.rota, values: plan.values }, plan }
  }

  /** The same option with values from the rules' own checks. */
  judged(option: CoverOption): CoverOption {
    return { ...option, values: levelValues(judge(option.rota, this.#problem, this.#rules)) }
  }

  /** The optional assignments that the rota then contains; undefined if the candidates conflict. */
  #chosen(candidates: readonly Candidate[]): readonly Assignment[] | undefined {
    const off = candidates.flatMap((one) => one.off)
    const on = candidates.flatMap((one) => one.on)
    const moments = on.map((a) => `${a.person} ${a.session}`)
    if (new Set(moments).size < moments.length || new Set(off).size < off.length) return undefined
    // A session that one candidate gives up cannot be worked for another.
    const kept = this.#published.filter((a) => this.#optional.includes(a) && !off.includes(a))
    if (kept.some((a) => moments.includes(`${a.person} ${a.session}`))) return undefined
    return [...kept, ...on]
  }

  /** Negative if the first is better: on the first level that differs, then by the number of changes, then by whom it asks. */
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

  /** Candidates ordered by what the plan's prices say they are worth, best first. */
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

/** Number of changed person-sessions, without the absent person's own. */
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
