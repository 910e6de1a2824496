/**
 * The rota nearest to a known one that meets an extra request: local branching in circles (Fischetti and Lodi 2003 bound the number of
 * moves; here the circle of people who may move is widened). First few people may move, then more, until no level gets worse; then the
 * number of moves is minimised. Used for "Why is it not so?" and for replanning a published week.
 */
import type { Level } from '../../src/breach.ts'
import type { Model } from '../model/elastic.ts'
import {
  boundOf,
  type Decision,
  fewestMoves,
  type KeepMeans,
  type KeepTask,
  type Kept,
  keepLevels,
  lowestOf,
} from './keep-levels.ts'

/** A programme and the decisions that a known rota takes in it. */
export interface KnownRota<D extends Decision = Decision> {
  readonly model: Model
  readonly decisions: readonly D[]
}

/** The people who may move. */
export interface Circle<D extends Decision = Decision> {
  /** Shown as progress: "moving Ann alone". */
  readonly name: string
  /** Returns those of the decisions that stay fixed. */
  readonly heldOf: (decisions: readonly D[]) => readonly D[]
}

export interface NearestTask<D extends Decision = Decision> {
  /** The known rota: its programme, its point and the value of each level. */
  readonly before: KnownRota<D> & { readonly point: Float64Array; readonly values: ReadonlyMap<Level, number> }
  /** The programme with the request; the known rota need not satisfy it. */
  readonly asked: KnownRota<D>
  /** From the smallest to the largest. */
  readonly circles: readonly Circle<D>[]
  /** The weight of changing a decision, relative to others; 0 if the change is not a move. */
  readonly weightOf: (decision: D) => number
  readonly means: KeepMeans & { readonly gap: number; readonly onStep: (words: string) => void }
}

/** How good the answer is: value and bound of the first level that gets worse. */
export interface Proof {
  /** Null if no level gets worse. */
  readonly level: Level | null
  /** The part of the value that the request causes. */
  readonly loss: number
  readonly value: number
  readonly bound: number
  /** (value − bound) / max(|value|, floor), as in a report. */
  readonly gap: number
  readonly proven: boolean
}

/** A level counts as worse if it loses more than this share of its floor. */
export const TELLING = 0.01

/** Most integer columns that may be free at once; with more, time runs out before there is a useful answer. */
const MOST_FREE = 400

interface Found {
  readonly kept: Extract<Kept, { kind: 'point' }>
  readonly task: KeepTask
}

/** Returns undefined if no circle gives a rota in time. */
export async function nearest<D extends Decision>(
  task: NearestTask<D>,
): Promise<{ readonly point: Float64Array; readonly proof: Proof } | undefined> {
  const { asked, before, circles, means, weightOf } = task
  const whole = asked.model.lp.whole.reduce((sum, one) => sum + one, 0)
  let best: Found | undefined
  for (const { heldOf, name } of circles) {
    const step = { ...means, model: asked.model, held: heldOf(asked.decisions), start: best?.kept.point }
    if (!step.held.every((decision) => isAllowed(decision, asked.model))) continue
    if (best !== undefined && whole - step.held.length > MOST_FREE) break
    means.onStep(name)
    // The best value of a level of the known rota if the same people were free to move and nothing were asked.
    const unasked = { ...means, model: before.model, held: heldOf(before.decisions), start: before.point }
    const without = (level: Level) => lowestOf(unasked, level, before.values)
    const kept = await keepLevels(step, { enough: before.values, without })
    if (kept.kind !== 'point') continue
    if (best === undefined || isLess(kept, best.kept, task)) best = { kept, task: step }
    if (firstWorse(best.kept, task) === undefined) break
  }
  if (best === undefined) return undefined
  means.onStep('proving how good that is')
  const proof = await proofOf(best, task)
  const moves = asked.decisions.flatMap((decision) => {
    const weight = weightOf(decision)
    return weight === 0 ? [] : [{ column: decision.column, value: decision.value, weight }]
  })
  return { point: await fewestMoves(best.task, best.kept, moves), proof }
}

/** False if the request itself already rules the decision out. */
function isAllowed({ column, value }: Decision, { lp }: Model): boolean {
  return value >= (lp.lower[column] ?? 0) && value <= (lp.upper[column] ?? 0)
}

/** Whether `a` loses less than `b` on the first level where they differ. */
function isLess<D extends Decision>(a: Found['kept'], b: Found['kept'], { asked, means }: NearestTask<D>): boolean {
  for (const { level } of asked.model.levels) {
    const difference = (a.losses.get(level) ?? 0) - (b.losses.get(level) ?? 0)
    if (Math.abs(difference) > TELLING * means.floorOf(level)) return difference < 0
  }
  return false
}

function firstWorse<D extends Decision>(
  { losses }: Found['kept'],
  { asked, means }: NearestTask<D>,
): Level | undefined {
  return asked.model.levels.find(({ level }) => (losses.get(level) ?? 0) > TELLING * means.floorOf(level))?.level
}

/** The bound comes from the relaxation of the whole week with the request, nobody held in place. */
async function proofOf<D extends Decision>({ kept, task }: Found, of: NearestTask<D>): Promise<Proof> {
  const level = firstWorse(kept, of)
  if (level === undefined) return { level: null, loss: 0, value: 0, bound: 0, gap: 0, proven: true }
  const { losses, unasked } = kept
  const stands = new Map([...of.before.values].map(([level, value]) => [level, value + (losses.get(level) ?? 0)]))
  const loss = losses.get(level) ?? 0
  const value = (unasked.get(level) ?? 0) + loss
  const bound = Math.min(value, await boundOf(task, level, stands))
  const gap = (value - bound) / Math.max(Math.abs(value), of.means.floorOf(level))
  return { level, loss, value, bound, gap, proven: gap <= of.means.gap }
}
