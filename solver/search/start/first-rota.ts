/**
 * Makes the rota that the levels start from: a dive from the goal programme's relaxation, improved by crossover. A large network first gets
 * a quick rota, to have one early. If diving fails, people are placed greedily, or one after another.
 */
import type { Problem } from '../../../src/problem.ts'
import type { Limits } from '../../engines/engine.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import type { Heuristic } from '../heuristic.ts'
import type { Polishing } from '../polish.ts'
import type { Search } from '../search.ts'
import { IN_BLOCKS, LARGE, VERY_LARGE } from '../sizes.ts'
import { allLevels } from './all-levels.ts'
import { type CompleteMeans, completeStart } from './complete.ts'
import { type Block, blocksOf } from './decomposition.ts'
import { type Begins, diveAndCrossover } from './dive-and-crossover.ts'
import type { Goal } from './goal-programme.ts'
import { goalsOf } from './goals.ts'
import { goodEnoughFor, standingOf } from './good-enough.ts'
import { placePeople } from './greedy.ts'
import { type BlocksTask, rotaByBlocks } from './quick-blocks.ts'
import { ALL_LEVELS, quickRota } from './quick-rota.ts'
import { improveByNeighbourhoods, type Placing, placePersonByPerson } from './relax-and-fix.ts'
import { repaired } from './repair.ts'

export interface Beginning {
  readonly problem: Problem
  readonly draft: Draft
  readonly model: Model
  readonly search: Search
  readonly polishing: Polishing
}

/** Share of the time limit after which no more cuts are sought. */
const CUT_SHARE = 0.35
/** If the all-levels LP ends after this share of the time limit, a dive of everything would leave no time for bounds. */
const LATE_SHARE = 0.5
/** Share of the time limit after which an unfinished dive is abandoned. */
const DIVE_SHARE = 0.85
/** Share of the time limit after which a missing first rota is finished without comparing the costs of steps. */
const CARE_SHARE = 0.6
/** Share of the time limit for placing people one by one and searching neighbourhoods. */
const ONE_BY_ONE_SHARE = 0.7

/** Seconds for a first rota after a stop; each solve of its completion may take half of that. */
const AFTER_A_STOP = 8

export const GREEDY: Heuristic<Beginning, Float64Array | undefined> = {
  name: 'greedy',
  needs: 'nothing',
  does: 'places people where they are worth most, mends what safety misses by local search, and has the engine complete the rota',
  run: (beginning) => {
    const { time } = beginning.search
    return greedily(beginning, { seconds: time.seconds, ...time.flag() })
  },
  isBetter: (point) => point !== undefined,
}

async function greedily(
  { model, draft, search: { engine, seed, asked } }: Beginning,
  limits: Pick<CompleteMeans, 'seconds' | 'stop'>,
): Promise<Float64Array | undefined> {
  const cost = allLevels(model, asked)
  const means = { engine, seed, cost, ...limits }
  const taken = placePeople(draft)
  // Rows that the repair ignores, such as limits on daily travel, may forbid its moves. If so, complete the unrepaired placements.
  const mended = await completeStart(model, draft, repaired(model, draft, { taken, cost }), means)
  return mended ?? completeStart(model, draft, taken, means)
}

/** If stopped before there is any rota, the search still allows a few seconds to find one. */
export const GREEDY_AFTER_A_STOP: typeof GREEDY = {
  ...GREEDY,
  run: (beginning) => greedily(beginning, { seconds: AFTER_A_STOP }),
}

export const RELAX_AND_FIX: Heuristic<Beginning, Float64Array | undefined> = {
  name: 'relax and fix',
  needs: 'no rota by any other way',
  does: 'makes a few people at a time whole, all others fixed where they are or in fractions',
  run: ({ model, draft, search }) => placePersonByPerson(model, draft, placingOf(search)),
  isBetter: (point) => point !== undefined,
}

export const ADAPTIVE: Heuristic<Beginning & { readonly first: Float64Array }, Float64Array> = {
  name: 'adaptive neighbourhoods',
  needs: 'a rota with a single level',
  does: 'frees random people and days again and again, more of them as long as that is solved to its end',
  run: ({ first, model, draft, search }) =>
    improveByNeighbourhoods(first, { model, draft }, { ...placingOf(search), least: search.relaxation.known(0).bound }),
  isBetter: (point, { first }) => point !== first,
}

export async function firstRota(beginning: Beginning): Promise<Float64Array | undefined> {
  const { model, search } = beginning
  const { incumbent } = search
  // Costs are never negative, so 0 is a valid bound before anything is solved.
  for (const costs of model.levels) incumbent.relaxed(costs, 0)
  const early = model.lp.columns > LARGE ? await incumbent.run(GREEDY, beginning) : undefined
  if (early !== undefined) incumbent.better(early)
  const dived = await rotaByDiving(beginning)
  if (dived !== undefined) incumbent.better(dived)
  const first =
    incumbent.point ??
    (await incumbent.run(search.time.isStopped() ? GREEDY_AFTER_A_STOP : GREEDY, beginning)) ??
    (await incumbent.run(RELAX_AND_FIX, beginning))
  if (first === undefined || model.levels.length > 1) return first
  incumbent.better(first)
  return incumbent.run(ADAPTIVE, { ...beginning, first })
}

async function rotaByDiving(beginning: Beginning): Promise<Float64Array | undefined> {
  const { problem, model, draft, search, polishing } = beginning
  const { engine, incumbent, time } = search
  if (engine.open === undefined || model.levels.length === 0) return undefined
  const limits = () => limitsUntil(search, DIVE_SHARE)
  const isOver = () => time.isStopped() || time.left(DIVE_SHARE) <= 0
  const blocks = blocksOf(draft, model, LARGE)
  // Weeks depend too much on each other to be rebuilt one by one.
  const quick = { model, draft, search, limits, isOver, blocks: problem.horizon.weeks > 1 ? [] : blocks }
  const early = model.lp.columns > IN_BLOCKS ? await rotaByBlocks(quick) : undefined
  // With a good rota at hand, proving bounds is worth more than another rota.
  const bounding = early === undefined ? limits : () => limitsUntil(search, 1)
  const isRelaxed = await incumbent.run(ALL_LEVELS, { ...quick, limits: bounding })
  const isLate = quick.blocks.length > 1 && incumbent.point !== undefined && time.left(LATE_SHARE) <= 0
  const greedy = incumbent.point
  if (early === undefined && isRelaxed && !isLate) await quickRota(quick)
  // Blocks are improved from a rota that follows the relaxation; a greedy one is too far from it.
  const toImprove = blocks.length > 1 && incumbent.point !== greedy ? incumbent.point : undefined
  const standing = async () =>
    incumbent.point === undefined ? 'far' : standingOf(incumbent.point, model, { ...search, limits })
  const isLateForCuts = () => time.left(CUT_SHARE) <= 0
  const { goals, isDone } = await goalsOf(model, { search, limits: bounding, isLate: isLateForCuts, standing })
  if (isDone && incumbent.point !== undefined) return (await polishing.polish(incumbent.point)).point
  const known = early ?? (isLate ? await rotaByBlocks(quick) : toImprove)
  return goals && rotaNearGoals(beginning, { ...quick, blocks }, { goals, known })
}

/** `known`: a rota to improve block by block. */
async function rotaNearGoals(
  beginning: Beginning,
  { limits, isOver, blocks }: Omit<BlocksTask, 'point'>,
  { goals, known }: { readonly goals: readonly Goal[]; readonly known: Float64Array | undefined },
): Promise<Float64Array | undefined> {
  const { model, draft, search, polishing } = beginning
  const { engine, relaxation, incumbent, time } = search
  const found = await diveAndCrossover({
    of: { model: relaxation.withCuts(), draft, goals },
    cutsFrom: model.lp.rows,
    blocks,
    begins: known === undefined ? beginsOf(beginning, blocks) : { way: 'known', point: known },
    known: incumbent.point,
    effort: {
      engine,
      limits,
      isOver,
      isLate: () => time.left(CARE_SHARE) <= 0,
    },
    incumbent,
    isEnough: goodEnoughFor(model, search, limits),
    polished: async (point) => (await polishing.polish(point)).point,
  })
  // The goal programme weighs levels against each other; polishing restores their order.
  return found && (await polishing.polish(found)).point
}

/**
 * Used if there is no quick rota to improve. Weeks do well from the point where the levels' relaxation ended; sites share so much that
 * everything is relaxed together again.
 */
function beginsOf(
  { problem, model, search: { relaxation } }: Beginning,
  blocks: readonly Block[],
): Exclude<Begins, { way: 'known' }> {
  if (blocks.length === 1) return { way: 'at-once' }
  const last = problem.horizon.weeks > 1 ? relaxation.known(model.levels.length - 1).point : undefined
  if (last !== undefined) return { way: 'decomposed-from', point: last, isQuick: model.lp.columns > VERY_LARGE }
  return { way: model.lp.columns > IN_BLOCKS ? 'decomposed' : 'at-once' }
}

function placingOf({ engine, seed, time, incumbent }: Search): Placing {
  const remaining = () => time.left(ONE_BY_ONE_SHARE)
  return { engine, seed, remaining, onBetter: (point) => incumbent.better(point), ...time.flag() }
}

function limitsUntil({ seed, time, incumbent }: Search, share: number): Limits {
  return {
    seconds: Math.max(0, time.left(share)),
    relativeGap: 0,
    absoluteGap: 0,
    seed,
    onProgress: () => incumbent.tell(),
    ...time.flag(),
  }
}
