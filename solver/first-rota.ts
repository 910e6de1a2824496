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
import { equallyGood, SPENDABLE, type Staging } from './staging.ts'
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
  const session = engine.open(aimed(model, aims))
  try {
    const isOver = () => isStopped(beginning) || limits().seconds <= 0
    const found = await dive({ session, model, draft, limits, isOver })
    // A dive weighs levels against each other; a rota to begin from has them in their order.
    return found && (await tidy(model, found, { engine, seed, seconds })).point
  } finally {
    session.close()
  }
}

/** The bound of each level, those before held where they are as good as their own. */
async function aimsOf(
  beginning: Beginning,
  prospect: Prospect,
  limits: () => Limits,
): Promise<readonly Aim[] | undefined> {
  const mosts: number[] = []
  const aims: Aim[] = []
  for (const [rank, { level }] of beginning.model.levels.entries()) {
    const looked = await prospect.look(rank, mosts, limits())
    if (looked.status !== 'optimal') return undefined
    const bound = Math.max(0, looked.bound)
    const floor = beginning.floors.get(level) ?? 1
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
