/**
 * Wins one level: proves it if possible, improves it if not. The starting rota is usually good enough already, and the relaxation with its
 * cuts proves it (docs/decisions/0022); otherwise the engine runs branch and bound on the whole programme. A neighbourhood search in
 * between found next to nothing and was removed (docs/decisions/0098).
 */
import type { Level } from '../../src/breach.ts'
import type { Answer, Limits } from '../engines/engine.ts'
import { fix, wholeColumns } from '../lp/fix.ts'
import { type Lp, relaxationOf } from '../lp/lp.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { Heuristic } from './heuristic.ts'
import { leastGain } from './least-gain.ts'
import type { Search } from './search.ts'
import type { TimeLimit } from './time-limit.ts'
import { floorIn, GAP_SHARE, goodEnough, levelValue } from './tolerances.ts'

export interface LevelTask {
  readonly search: Search
  readonly costs: LevelCosts
  /** One cap for each earlier level. */
  readonly caps: readonly number[]
  /** The later levels, used to break ties on purpose. */
  readonly later: readonly LevelCosts[]
  /** Number of columns of the programme. */
  readonly columns: number
  /** Deadline of the level, in seconds since the solve started. */
  readonly until: number
  /** The programme with this level's costs and all earlier levels frozen. Built lazily: it is rarely needed. */
  readonly lp: () => Lp
}

export type LevelWon =
  | { readonly kind: 'won'; readonly point: Float64Array; readonly bound: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-point' }

/** The share of the remaining time that a level may take; later levels inherit what earlier ones leave. */
const SHARE: Readonly<Record<Level, number>> = {
  never: 0.5,
  safety: 0.35,
  urgent: 0.45,
  service: 0.6,
  wellbeing: 0.7,
  cost: 0.7,
  wish: 0.9,
}

/** Minimum time for any search, in seconds. */
const LEAST_SECONDS = 0.05

/** A level is solved again only if its dual bound has lost more than this share of the gap. */
const NEARLY = 0.05

/** The share of a level's time that branch and bound on the whole programme may take; the rest is left for later levels. */
const WHOLE_SHARE = 0.7

/**
 * How much the later levels together may perturb this level's costs, relative to its value. Among nearly equal rotas, the perturbation
 * picks one with less travel and fewer odd shifts, so that later levels start close to their optimum.
 */
const PERTURBATION = 3e-3

/** Differences in a level's value below this are ignored. */
const NOISE = 1e-9

/** Deadline for a level that starts now, in seconds since the solve started. */
export function endOf(level: Level, time: TimeLimit): number {
  return time.elapsed() + Math.max(0, time.left()) * SHARE[level]
}

/** Without a starting rota: the engine solves the whole programme. */
export async function winFromNothing(task: LevelTask): Promise<LevelWon> {
  const onPoint = (point: Float64Array) => task.search.incumbent.better(point)
  const answer = await task.search.engine.solve(task.lp(), limits(task, { onPoint }))
  if (answer.status === 'infeasible') return { kind: 'impossible' }
  const bound = 'bound' in answer ? Math.max(0, answer.bound) : 0
  return 'point' in answer ? { kind: 'won', point: answer.point, bound } : { kind: 'no-point' }
}

/** From a known rota; the result is never worse, whatever the engine does. */
export async function improveLevel(task: LevelTask, point: Float64Array): Promise<LevelWon> {
  const search = new LevelSearch(task, point)
  await search.improve()
  return { kind: 'won', point: search.point, bound: search.bound }
}

/** A step of the search on one level; `better` means that the level was proven or a better rota found. */
type LevelStep = Heuristic<LevelSearch, { readonly better: boolean }>

function step(
  about: Pick<LevelStep, 'name' | 'needs' | 'does'>,
  take: (level: LevelSearch) => Promise<void>,
): LevelStep {
  return {
    ...about,
    run: async (level) => {
      const [point, bound] = [level.point, level.bound]
      await take(level)
      return { better: level.point !== point || (level.bound > bound && level.isWon()) }
    },
    isBetter: ({ better }) => better,
  }
}

export const PROVE = step(
  { name: 'relaxation', needs: 'a rota', does: 'solves the relaxation with cuts, the levels before capped' },
  (level) => level.prove(),
)
export const WHOLE_PROGRAMME = step(
  {
    name: 'whole programme',
    needs: 'a level that is not proven',
    does: 'has the engine branch over the whole programme, started from the rota',
  },
  (level) => level.solveWhole(),
)
export const PLAN_AGAIN = step(
  {
    name: 'contacts planned again',
    needs: 'a better rota',
    does: 'fixes its sessions, and plans contacts as well for the later levels as those allow',
  },
  (level) => level.planAgain(),
)

export class LevelSearch {
  point: Float64Array
  /** Costs are never negative, so nothing is below 0. */
  bound = 0
  readonly #task: LevelTask

  constructor(task: LevelTask, point: Float64Array) {
    this.#task = task
    this.point = point
  }

  async improve(): Promise<void> {
    const { relaxation, incumbent } = this.#task.search
    const { caps } = this.#task
    // Dual values found before the earlier levels were won still give a valid bound, a little weaker, at no cost.
    this.#prove(relaxation.dualBound(caps.length, caps))
    const before = this.point
    for (const next of [PROVE, WHOLE_PROGRAMME]) {
      if (this.isWon() || this.#isOver()) break
      await incumbent.run(next, this)
    }
    if (this.point !== before) await incumbent.run(PLAN_AGAIN, this)
  }

  /** Solves the relaxation for a bound, unless the known one is as good. */
  async prove(): Promise<void> {
    const { search, caps, costs } = this.#task
    const { relaxation, asked } = search
    const rank = caps.length
    // With looser caps a new solve cannot prove more than the old one did.
    const known = relaxation.known(rank)
    const lost = Math.max(0, known.bound - this.bound) / Math.max(known.bound, floorIn(asked, costs.level))
    const hasCuts = relaxation.hasCuts(rank)
    if (this.isWon() || (hasCuts && known.point !== undefined && lost < NEARLY * asked.gap)) return
    const exact = limits(this.#task, { relativeGap: 0, absoluteGap: 0 })
    const cuts = hasCuts ? {} : { leastGain: leastGain(this.#task.columns, asked, costs.level) }
    const answer = await relaxation.solve(rank, caps, { ...exact, ...cuts })
    if (answer.status === 'optimal') this.#prove(answer.bound)
  }

  /** Branch and bound on the whole programme with its cuts, started from the rota; ends as soon as the level is good enough. */
  async solveWhole(): Promise<void> {
    const { search, costs } = this.#task
    const onProgress = ({ bound }: { bound: number }) => search.incumbent.proven(costs.level, bound)
    const seconds = WHOLE_SHARE * limits(this.#task, {}).seconds
    const answer = await this.#solve(this.#task.lp(), { onProgress, seconds })
    if ('bound' in answer) this.#prove(answer.bound)
  }

  /**
   * Branch and bound ends as soon as this level is good enough, whatever the later levels have become, so contacts are planned again for
   * their sake. It may use all the time left: without any, later levels would stay as they are.
   */
  async planAgain(): Promise<void> {
    const lp = this.#perturbed()
    const { engine, time } = this.#task.search
    const held = relaxationOf(fix(lp, this.point, wholeColumns(lp)))
    const seconds = Math.max(LEAST_SECONDS, time.left())
    this.#keep(await engine.solve(held, limits(this.#task, { relativeGap: 0, absoluteGap: 0, seconds })))
  }

  isWon(): boolean {
    return levelValue(this.#task.costs, this.point) <= this.#goodEnough()
  }

  #prove(bound: number): void {
    this.bound = Math.max(this.bound, bound)
    this.#task.search.incumbent.proven(this.#task.costs.level, this.bound)
  }

  /** This level's costs, perturbed by those of the later levels. */
  #perturbed(): Lp {
    const { costs, later, search } = this.#task
    const lp = this.#task.lp()
    const cost = Float64Array.from(lp.cost)
    const size = PERTURBATION * Math.max(levelValue(costs, this.point), floorIn(search.asked, costs.level))
    later.forEach((level, rank) => {
      const scale = (size * 0.1 ** rank) / Math.max(1, levelValue(level, this.point))
      level.columns.forEach((j, k) => {
        cost[j] = (cost[j] ?? 0) + scale * (level.costs[k] ?? 0)
      })
    })
    return { ...lp, cost }
  }

  async #solve(lp: Lp, change: Partial<Limits>): Promise<Answer> {
    const { engine, incumbent } = this.#task.search
    const good = this.#goodEnough()
    const answer = await engine.solve(
      lp,
      limits(this.#task, {
        isEnough: (_, value) => value <= good,
        start: this.point,
        onPoint: (point) => {
          if (this.#isBetter(point)) incumbent.better(point)
        },
        ...change,
      }),
    )
    this.#keep(answer)
    return answer
  }

  /** Accepts a rota that improves this level, or, once the level is won, one that is still good enough on it and improves a later level. */
  #keep(answer: Answer): void {
    if (!('point' in answer) || !this.#isBetter(answer.point)) return
    this.point = answer.point
    this.#task.search.incumbent.better(answer.point)
  }

  #isBetter(point: Float64Array): boolean {
    const { costs, later } = this.#task
    const change = (level: LevelCosts) => levelValue(level, point) - levelValue(level, this.point)
    const next = later.map(change).find((difference) => Math.abs(difference) > NOISE) ?? 0
    if (this.isWon()) return levelValue(costs, point) <= this.#goodEnough() && next < 0
    const here = change(costs)
    return Math.abs(here) > NOISE ? here < 0 : next < 0
  }

  #isOver(): boolean {
    const { time } = this.#task.search
    return time.elapsed() >= this.#task.until || time.isStopped()
  }

  /** The highest value within the requested gap. */
  #goodEnough(): number {
    return goodEnough(this.#task.search.asked, this.#task.costs.level, this.bound)
  }
}

function limits(task: LevelTask, change: Partial<Limits>): Limits {
  const { asked, time, seed, incumbent } = task.search
  return {
    seconds: Math.max(LEAST_SECONDS, task.until - time.elapsed()),
    relativeGap: asked.gap * GAP_SHARE,
    absoluteGap: asked.gap * GAP_SHARE * floorIn(asked, task.costs.level),
    seed,
    ...time.flag(),
    // The engine's bound may belong to a subproblem, so it is not reported; only the elapsed time is.
    onProgress: () => incumbent.tell(),
    ...change,
  }
}
