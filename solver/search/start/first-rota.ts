/**
 * The rota that the levels begin from. The relaxation of all levels says what can be hoped for, and a dive makes whole
 * sessions of it. A large network gets a quick rota before that, so that it has one early; and where a dive ends in
 * nothing, people are placed where they are worth most, or one after another.
 */
import type { Problem } from '../../../src/problem.ts'
import type { Engine, Limits } from '../../engines/engine.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import { finishStart, type Tidying } from '../polish.ts'
import type { Prospect } from '../relaxation.ts'
import { IN_PARTS, LARGE, VERY_LARGE } from '../sizes.ts'
import type { Staging } from '../staging.ts'
import type { Watch } from '../watch.ts'
import { partsOf } from './decomposition.ts'
import { type Begins, searchForAims } from './dive-and-crossover.ts'
import { aimsOf } from './goals.ts'
import { enoughFor } from './good-enough.ts'
import { placePeople } from './greedy.ts'
import { improvePieceByPiece, type Placing, placePersonByPerson } from './relax-and-fix.ts'

export interface Beginning extends Pick<Staging, 'floors' | 'gap' | 'standing' | 'elapsed'> {
  readonly problem: Problem
  readonly model: Model
  readonly draft: Draft
  readonly engine: Engine
  readonly prospect: Prospect
  readonly tidying: Tidying
  readonly watch: Watch
}

/** Of all time: from then on no more tight rows are looked for. */
const TIGHT_SHARE = 0.35
/** Of all time: a dive that has not come to its end by then is given up. */
const DIVE_SHARE = 0.85
/** Of all time: a first rota that is not there by then is brought to its end without looking at what its steps cost. */
const CARE_SHARE = 0.6
/** Of all time: until then people are placed one by one, and placed anew. */
const ONE_BY_ONE_SHARE = 0.7

export async function firstRota(beginning: Beginning): Promise<Float64Array | undefined> {
  const { model, standing } = beginning
  // Nothing is below 0: so much is known before the first look.
  for (const costs of model.levels) standing.hope(costs, 0)
  const early = model.lp.columns > LARGE ? await quickRota(beginning) : undefined
  if (early !== undefined) standing.better(early)
  const first = (await rotaByAims(beginning)) ?? early ?? (await quickRota(beginning)) ?? (await oneByOne(beginning))
  if (first === undefined || model.levels.length > 1) return first
  standing.better(first)
  return improvePieceByPiece(first, beginning, placingOf(beginning))
}

async function rotaByAims(beginning: Beginning): Promise<Float64Array | undefined> {
  const { prospect, model, draft, engine, standing, tidying } = beginning
  if (engine.open === undefined || model.levels.length === 0) return undefined
  const limits = () => limitsUntil(beginning, DIVE_SHARE)
  const isLate = () => limitsUntil(beginning, TIGHT_SHARE).seconds <= 0
  const aims = await aimsOf({ ...beginning, limits, isLate })
  if (aims === undefined) return undefined
  const parts = partsOf(draft, model, LARGE)
  const found = await searchForAims({
    model: prospect.tightened,
    tightFrom: model.lp.rows,
    draft,
    aims,
    parts,
    begins: parts.length > 1 ? partByPart(beginning) : { way: 'at-once' },
    engine,
    limits,
    isOver: () => isStopped(beginning) || limits().seconds <= 0,
    isLate: () => limitsUntil(beginning, CARE_SHARE).seconds <= 0,
    isEnough: enoughFor(beginning, limits),
    onBetter: (point) => standing.better(point),
  })
  // A programme that aims weighs levels against each other; a rota to begin from has them in their order.
  return found && (await tidying.tidy(found)).point
}

/**
 * Weeks follow each other, and do well out of where the looks have ended; sites share so much that everything is looked at as one again.
 * Of many weeks a rota is there early, and is made better week by week.
 */
function partByPart({ problem, model, prospect }: Beginning): Begins {
  const last = problem.horizon.weeks > 1 ? prospect.seen(model.levels.length - 1).point : undefined
  if (last !== undefined) return { way: 'part-by-part-from', point: last, isHasty: model.lp.columns > VERY_LARGE }
  return { way: model.lp.columns > IN_PARTS ? 'part-by-part' : 'at-once' }
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

function limitsUntil({ problem, elapsed, watch, standing }: Beginning, share: number): Limits {
  const { seed, seconds } = problem.solve
  const stop = watch.stop === undefined ? {} : { stop: watch.stop }
  return {
    seconds: Math.max(0, share * seconds - elapsed()),
    relativeGap: 0,
    absoluteGap: 0,
    seed,
    onProgress: () => standing.tell(),
    ...stop,
  }
}

function isStopped({ watch }: Beginning): boolean {
  return watch.stop !== undefined && Atomics.load(watch.stop, 0) !== 0
}
