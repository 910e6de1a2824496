/**
 * The rota nearest to a known one in which something more is so: a local branching in circles (Fischetti and Lodi 2003 bound the number
 * of moves; here the circle of people who may move is widened). First few people may move, then more, until no level gets worse; then as
 * few of them as possible do. "Why is it not so?" asks it, and whoever replans a published week may.
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

/** A programme, and what a known rota decides of its columns. */
export interface KnownRota<D extends Decision = Decision> {
  readonly model: Model
  readonly decisions: readonly D[]
}

/** Who may move. */
export interface Circle<D extends Decision = Decision> {
  /** For those who watch the work: "moving Ann alone". */
  readonly name: string
  /** Of these decisions, those that stay. */
  readonly heldOf: (decisions: readonly D[]) => readonly D[]
}

export interface NearestTask<D extends Decision = Decision> {
  /** The known rota as a point of the programme, its position in it, and the value of each level. */
  readonly before: KnownRota<D> & { readonly point: Float64Array; readonly values: ReadonlyMap<Level, number> }
  /** The programme with what is asked; the known rota need not keep it. */
  readonly asked: KnownRota<D>
  /** From narrow to wide. */
  readonly circles: readonly Circle<D>[]
  /** What it costs to change a decision, beside others; 0 where that is no move. */
  readonly weightOf: (decision: D) => number
  readonly means: KeepMeans & { readonly gap: number; readonly onStep: (words: string) => void }
}

/** How good the answer is: the value and bound of the first level that gets worse. */
export interface Proof {
  /** None where nothing gets worse. */
  readonly level: Level | null
  /** How much of the value is the question's doing. */
  readonly loss: number
  readonly value: number
  readonly bound: number
  /** (value − bound) / max(|value|, floor), as in a report. */
  readonly gap: number
  readonly proven: boolean
}

/** A level counts as worse down to this share of the least that its gaps are measured by. */
export const TELLING = 0.01

/** Integer columns that may be free at once: with more, time runs out before there is a useful answer. */
const MOST_FREE = 400

interface Found {
  readonly kept: Extract<Kept, { kind: 'point' }>
  readonly task: KeepTask
}

/** None where no circle finds a rota in time. */
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
    // How good a level of the known rota could be made if as many people might move and nothing were asked.
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

/** False where what is asked already rules the decision out. */
function isAllowed({ column, value }: Decision, { lp }: Model): boolean {
  return value >= (lp.lower[column] ?? 0) && value <= (lp.upper[column] ?? 0)
}

/** Is less lost, in the first level that differs? */
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

/** The relaxation of the whole week says what no rota that has it so is below. */
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
