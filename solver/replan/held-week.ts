/**
 * A published week held open as one LP: everybody is fixed where the rota has them, except for placements that a cover might take or give
 * up. Choosing among those only changes bounds, and the contact plan is solved again from the last basis, level by level. Past sessions
 * stay as they were, including their contacts.
 */
import { asWritten } from '../../src/as-written.ts'
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Clinic, Rota } from '../../src/rota.ts'
import type { Engine } from '../engines/engine.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { draftOf, type RowRule } from '../model/build.ts'
import { clinicsOf } from '../model/decode.ts'
import { columnIn, elasticModel, type Model, readingOf } from '../model/elastic.ts'
import { presolved, withoutBroken } from '../model/presolve.ts'
import type { ColumnBounds } from '../search/column-bounds.ts'
import { Relaxation } from '../search/relaxation.ts'
import { levelValue } from '../search/tolerances.ts'
import { OptionalDraft, type OptionalParts } from './optional-draft.ts'
import { holdPast } from './past-contacts.ts'

export interface HeldWeekParts extends OptionalParts {
  readonly problem: Problem
  /** Rules in force. */
  readonly rules: readonly RowRule[]
  readonly engine: Engine
  /** Clinics of past sessions. */
  readonly past: readonly Clinic[]
  /** Index of the first session that has not started. */
  readonly since: number
}

/** A rota with these people, and the estimated value of each optional placement on each level. */
export interface HeldPlan {
  readonly rota: Rota
  /** As counted by the programme. Hard rules are kept, or broken by what is fixed. */
  readonly values: ReadonlyMap<Level, number>
  /** By level: how much the level would grow if the placement were taken; negative if it would help. */
  readonly worthOf: (a: Placed) => readonly number[]
}

export type Placed = Pick<Assignment, 'person' | 'session' | 'site' | 'work'>

/** How much a capped level may get worse while later ones are planned: rounding in engines. */
const TOLERANCE = 1e-7

/** Seconds for one level. Effectively unlimited: callers with less time terminate the thread. */
const PATIENCE = 600

export class HeldWeek {
  readonly #parts: HeldWeekParts
  readonly #draft: OptionalDraft
  readonly #model: Model
  readonly #relaxation: Relaxation

  /** Call `close` in a `finally`. */
  constructor(parts: HeldWeekParts) {
    const { problem, rules, engine, past, since } = parts
    this.#parts = parts
    this.#draft = draftOf(problem, rules, new OptionalDraft(problem, parts))
    holdPast(this.#draft, past, since)
    const whole = elasticModel(this.#draft, rules, problem)
    const open = this.#draft.decidedLater().flatMap((column) => columnIn(whole, column) ?? [])
    this.#model = withoutBroken(presolved(whole, open))
    this.#relaxation = new Relaxation(this.#model, engine, TOLERANCE)
  }

  close(): void {
    this.#relaxation.close()
  }

  /** Plans with exactly these optional assignments. Undefined if that is infeasible. */
  async plan(chosen: readonly Assignment[]): Promise<HeldPlan | undefined> {
    const decisions = this.#decisions(chosen)
    if (decisions === undefined) return undefined
    this.#relaxation.hold(decisions)
    const { seed } = this.#parts.problem.solve
    const limits = { seconds: PATIENCE, relativeGap: 0, absoluteGap: 0, seed }
    const caps: number[] = []
    const reduced: (Float64Array | undefined)[] = []
    let point: Float64Array | undefined
    for (const [rank, costs] of this.#model.levels.entries()) {
      const answer = await this.#relaxation.solve(rank, caps, limits)
      if (!('point' in answer)) return undefined
      point = answer.point
      reduced.push(answer.reducedCosts)
      caps.push(levelValue(costs, point))
    }
    if (point === undefined) return undefined
    const assignments = [...this.#parts.fixed, ...chosen]
    const clinics = clinicsOf(this.#draft, readingOf(this.#model, point))
    return {
      rota: asWritten(this.#parts.problem, { assignments, clinics }),
      values: summed(this.#model.levels.map(({ level }, rank) => [level, caps[rank] ?? 0])),
      worthOf: (a) => this.#worth(a, reduced),
    }
  }

  #worth(a: Placed, reduced: readonly (Float64Array | undefined)[]): readonly number[] {
    const placement = this.#draft.find(a.person, a.session, a.site, a.work)
    const column = placement && columnIn(this.#model, placement.column)
    return reduced.map((costs) => (column === undefined ? 0 : (costs?.[column] ?? 0)))
  }

  #decisions(chosen: readonly Assignment[]): ColumnBounds[] | undefined {
    const wanted: { readonly draft: DraftColumn; readonly value: number }[] = [
      ...this.#draft
        .optionalPlacements()
        .map((p) => ({ draft: p.column, value: chosen.some((a) => isAt(a, p)) ? 1 : 0 })),
      ...this.#draft.telephones([...this.#parts.fixed, ...chosen]),
    ]
    const decisions: ColumnBounds[] = []
    for (const { draft, value } of wanted) {
      const column = columnIn(this.#model, draft)
      if (column !== undefined) decisions.push({ column, lower: value, upper: value })
      else if ((this.#model.decided?.[draft] ?? 0) !== value) return undefined
    }
    return decisions
  }
}

function summed(levels: readonly (readonly [Level, number])[]): Map<Level, number> {
  const values = new Map<Level, number>()
  for (const [level, value] of levels) values.set(level, (values.get(level) ?? 0) + value)
  return values
}

function isAt(a: Placed, b: Placed): boolean {
  return a.person === b.person && a.session === b.session && a.site === b.site && a.work === b.work
}
