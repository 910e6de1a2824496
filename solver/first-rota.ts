/**
 * The rota that the levels begin from. The relaxation of all levels says what can be hoped for, and a dive makes whole
 * sessions of it. A large network gets a quick rota before that, so that it has one early; and where a dive ends in
 * nothing, people are placed where they are worth most, or one after another.
 */
import type { Problem } from '../src/problem.ts'
import { type Aim, aimed } from './aim.ts'
import { dive } from './dive.ts'
import type { Draft } from './draft.ts'
import type { Engine, Limits } from './engines/engine.ts'
import type { Watch } from './outcome.ts'
import { improvePieceByPiece, type Placing, placePersonByPerson } from './person-by-person.ts'
import type { Prospect } from './prospect.ts'
import type { Model } from './relax.ts'
import { finishStart, tidy } from './round-off.ts'
import { EXACT, equallyGood, levelValue, SPENDABLE, type Staging } from './staging.ts'
import { placePeople } from './start.ts'

export interface Beginning extends Pick<Staging, 'floors' | 'gap' | 'standing' | 'elapsed'> {
  readonly problem: Problem
  readonly model: Model
  readonly draft: Draft
  readonly engine: Engine
  readonly prospect: Prospect
  readonly watch: Watch
}

/** From so many columns on, the relaxation takes long enough for people to want a rota before it. */
const LARGE = 10_000
/** Of all time: a dive that has not come to its end by then is given up. */
const DIVE_SHARE = 0.85
/** Of all time: until then people are placed one by one, and placed anew. */
const ONE_BY_ONE_SHARE = 0.7
/** How much dearer it is to miss a level than the next: in the first dive, and in others where that one is not good enough. */
const FIRST_PRIORITY = 2
const OTHER_PRIORITIES = [1.5, 3]
/** Of the gap: what is as near as this needs no other dive. */
const NEAR = 0.9
/** Of all time: from then on no more tight rows are looked for. */
const TIGHT_SHARE = 0.2
/** Of the gap: a round of tight rows that raises the bound by less is the last one. */
const PAYS = 0.01
/** A gap below which aims are no longer moved: whoever asks for the very best gets a start that is nearly that. */
const LEAST_GAP = 1e-3

export async function firstRota(beginning: Beginning): Promise<Float64Array | undefined> {
  const { model, standing } = beginning
  const early = model.lp.columns > LARGE ? await quickRota(beginning) : undefined
  if (early !== undefined) standing.better(early)
  const first = (await diveForRota(beginning)) ?? early ?? (await quickRota(beginning)) ?? (await oneByOne(beginning))
  if (first === undefined || model.levels.length > 1) return first
  standing.better(first)
  return improvePieceByPiece(first, beginning, placingOf(beginning))
}

async function diveForRota(beginning: Beginning): Promise<Float64Array | undefined> {
  const { prospect, model, draft, engine } = beginning
  const { seed, seconds } = beginning.problem.solve
  if (engine.open === undefined || model.levels.length === 0) return undefined
  const limits = () => limitsUntil(beginning, DIVE_SHARE)
  const aims = await aimsOf(beginning, prospect, limits)
  if (aims === undefined) return undefined
  const session = engine.open(aimed(prospect.tightened, aims, FIRST_PRIORITY))
  // What is held exactly later is not spent here, as long as there is another way.
  const later = model.levels.length - 1
  const guarded = model.levels.flatMap(({ level }, rank) =>
    EXACT.includes(level) && rank < later ? [model.lp.columns + rank] : [],
  )
  const isOver = () => isStopped(beginning) || limits().seconds <= 0
  let best: { readonly point: Float64Array; readonly missed: number } | undefined
  try {
    for (const priority of [FIRST_PRIORITY, ...(later > 0 ? OTHER_PRIORITIES : [])]) {
      if (priority !== FIRST_PRIORITY) session.setCosts(aimed(model, aims, priority).cost)
      const found = await dive({ session, model, draft, limits, isOver, guarded })
      // A dive weighs levels against each other; a rota to begin from has them in their order.
      const point = found && (await tidy(model, found, { engine, seed, seconds })).point
      const missed = point === undefined ? Number.POSITIVE_INFINITY : missedBy(beginning, aims, point)
      if (point !== undefined && (best === undefined || missed < best.missed)) best = { point, missed }
      if (isOver() || missed === 0) break
    }
  } finally {
    session.close()
  }
  return best?.point
}

/** By how many gaps the levels are off what was asked, all together; what is held exactly weighs most. */
function missedBy({ model, floors, gap }: Beginning, aims: readonly Aim[], point: Float64Array): number {
  const missed = model.levels.map((costs, rank) => {
    const { bound = 0 } = aims[rank] ?? {}
    const allowed = Math.max(gap, LEAST_GAP) * Math.max(bound, floors.get(costs.level) ?? 1)
    return Math.max(0, (levelValue(costs, point) - bound) / allowed - NEAR) * (EXACT.includes(costs.level) ? 100 : 1)
  })
  return missed.reduce((sum, each) => sum + each, 0)
}

/** The bound of each level, those before held where they are as good as their own. */
async function aimsOf(
  beginning: Beginning,
  prospect: Prospect,
  limits: () => Limits,
): Promise<readonly Aim[] | undefined> {
  const mosts: number[] = []
  const aims: Aim[] = []
  const isLate = () => beginning.elapsed() > TIGHT_SHARE * beginning.problem.solve.seconds
  for (const [rank, { level }] of beginning.model.levels.entries()) {
    const floor = beginning.floors.get(level) ?? 1
    const worth = (bound: number) => PAYS * beginning.gap * Math.max(bound, floor)
    const looked = await prospect.look(rank, mosts, { ...limits(), worth, isLate })
    if (looked.status !== 'optimal') return undefined
    const bound = Math.max(0, looked.bound)
    mosts.push(equallyGood(beginning, level, bound))
    aims.push({ bound, allowed: SPENDABLE * Math.max(beginning.gap, LEAST_GAP) * Math.max(bound, floor) })
  }
  return aims
}

function quickRota({ model, draft, engine, problem }: Beginning): Promise<Float64Array | undefined> {
  const { seed, seconds } = problem.solve
  return finishStart(model, draft, placePeople(draft), { engine, seed, seconds })
}

function oneByOne(beginning: Beginning): Promise<Float64Array | undefined> {
  return placePersonByPerson(beginning.model, beginning.draft, placingOf(beginning))
}

function placingOf({ engine, problem, elapsed, watch, standing }: Beginning): Placing {
  const { seed, seconds } = problem.solve
  const stop = watch.stop === undefined ? {} : { stop: watch.stop }
  const remaining = () => ONE_BY_ONE_SHARE * seconds - elapsed()
  return { engine, seed, remaining, onBetter: (point) => standing.better(point), ...stop }
}

function limitsUntil({ problem, elapsed, watch }: Beginning, share: number): Limits {
  const { seed, seconds } = problem.solve
  const stop = watch.stop === undefined ? {} : { stop: watch.stop }
  return { seconds: Math.max(0, share * seconds - elapsed()), relativeGap: 0, absoluteGap: 0, seed, ...stop }
}

function isStopped({ watch }: Beginning): boolean {
  return watch.stop !== undefined && Atomics.load(watch.stop, 0) !== 0
}
