/** The rota nearest to a given one in which something more is so. */
import type { Level } from '../../../src/breach.ts'
import type { Question } from '../../../src/question.ts'
import type { Rota } from '../../../src/rota.ts'
import type { Engine } from '../../engines/engine.ts'
import { floorOf } from '../../facts/level-units.ts'
import type { Placement } from '../../model/draft.ts'
import { polish } from '../../search/polish.ts'
import { boundOf, type Climb, type Climbed, climb, fewestMoves, lowestOf } from './climb.ts'
import { decisionsOf, heldOf, isPlacement, type Posed, rotaAt } from './posed.ts'

/** The given rota as the programme of its own week has it. */
export interface Before {
  readonly posed: Posed
  readonly point: Float64Array
  readonly rota: Rota
  readonly values: ReadonlyMap<Level, number>
}

/** How good the answer is: of the first level that gets worse, where it stands and what no rota that has it so is below. */
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

export interface Search {
  readonly before: Before
  /** The week with the question pinned. */
  readonly posed: Posed
  readonly question: Question
  readonly engine: Engine
  readonly seconds: number
  readonly onStep: (words: string) => void
}

/** A level counts as worse down to this share of the least that its gaps are measured by. */
export const TELLING = 0.01

/** Whole columns that may be free at once: with more, time runs out before an answer is worth telling. */
const MOST_FREE = 400

interface Found {
  readonly climbed: Extract<Climbed, { kind: 'point' }>
  readonly task: Climb
}

/**
 * First only the person moves; then the others of the day at the sites concerned; in a small week everybody of that day and
 * of the same role, and last everybody. It ends as soon as nothing is lost.
 */
export async function search(task: Search): Promise<{ rota: Rota; proof: Proof } | undefined> {
  const { before, posed, engine } = task
  let best: Found | undefined
  for (const { isFree, name } of circles(task)) {
    const step = stepOf(task, isFree, best?.climbed.point)
    if (best !== undefined && wholeIn(posed) - step.held.length > MOST_FREE) break
    task.onStep(name)
    const climbed = await climb(step, { enough: before.values, without: (level) => withoutAsking(task, isFree, level) })
    if (climbed.kind !== 'point') continue
    if (best === undefined || isLess(climbed, best.climbed, posed)) best = { climbed, task: step }
    if (firstWorse(best.climbed, posed) === undefined) break
  }
  if (best === undefined) return undefined
  task.onStep('proving how good that is')
  const proof = await proofOf(task, best)
  const point = await fewestMoves(best.task, best.climbed, movesOf(task))
  const polished = await polish(posed.model, point, { engine, seed: posed.problem.solve.seed })
  return { rota: rotaAt(posed, polished.point), proof }
}

type IsFree = (p: Placement) => boolean

function circles({ question, posed: { problem } }: Search): { readonly name: string; readonly isFree: IsFree }[] {
  const own = problem.personById.get(question.person)
  const dayOf = (session: number) => problem.horizon.sessions[session]?.day
  const days = new Set(question.sessions.map(dayOf))
  const sites = new Set([...(own?.sites ?? []), ...(question.site === null ? [] : [question.site])])
  const alone: IsFree = (p) => p.person === question.person
  const around: IsFree = (p) => alone(p) || (days.has(dayOf(p.session)) && sites.has(p.site))
  const wider: IsFree = (p) => around(p) || days.has(dayOf(p.session)) || p.role === own?.role
  return [
    { name: `moving ${own?.name ?? 'one person'} alone`, isFree: alone },
    { name: 'moving the others of that day and place', isFree: around },
    { name: 'moving everybody of that day and role', isFree: wider },
    { name: 'moving everybody', isFree: () => true },
  ]
}

function stepOf({ posed, before, engine, seconds }: Search, isFree: IsFree, start: Float64Array | undefined): Climb {
  const held = heldOf(decisionsOf(before.rota, posed), isFree)
  return { problem: posed.problem, model: posed.model, engine, seconds, held, start }
}

function wholeIn({ model }: Posed): number {
  return model.lp.whole.reduce((sum, whole) => sum + whole, 0)
}

/** How good a level of the given rota could be made if as many people might move and nothing were asked. */
function withoutAsking({ before, engine, seconds }: Search, isFree: IsFree, level: Level): Promise<number> {
  const { posed, point, rota, values } = before
  const held = heldOf(decisionsOf(rota, posed), isFree)
  const step = { problem: posed.problem, model: posed.model, engine, seconds, held, start: point }
  return lowestOf(step, level, values)
}

/** Is less lost, in the first level that differs? */
function isLess(a: Found['climbed'], b: Found['climbed'], { model, problem }: Posed): boolean {
  for (const { level } of model.levels) {
    const difference = (a.losses.get(level) ?? 0) - (b.losses.get(level) ?? 0)
    if (Math.abs(difference) > TELLING * floorOf(level, problem)) return difference < 0
  }
  return false
}

/** Others move twice as unwillingly as the person who was asked for. */
function movesOf({ before, posed, question }: Search) {
  return decisionsOf(before.rota, posed).flatMap(({ column, value, of }) =>
    isPlacement(of) ? [{ column, value, weight: of.person === question.person ? 0.5 : 1 }] : [],
  )
}

function firstWorse({ losses }: Found['climbed'], { model, problem }: Posed): Level | undefined {
  return model.levels.find(({ level }) => (losses.get(level) ?? 0) > TELLING * floorOf(level, problem))?.level
}

/** The relaxation of the whole week says what no rota that has it so is below. */
async function proofOf({ before, posed }: Search, { climbed, task }: Found): Promise<Proof> {
  const level = firstWorse(climbed, posed)
  if (level === undefined) return { level: null, loss: 0, value: 0, bound: 0, gap: 0, proven: true }
  const { losses, unasked } = climbed
  const stands = new Map([...before.values].map(([level, value]) => [level, value + (losses.get(level) ?? 0)]))
  const loss = losses.get(level) ?? 0
  const value = (unasked.get(level) ?? 0) + loss
  const bound = Math.min(value, await boundOf(task, level, stands))
  const gap = (value - bound) / Math.max(Math.abs(value), floorOf(level, posed.problem))
  return { level, loss, value, bound, gap, proven: gap <= posed.problem.solve.gap }
}
