/**
 * Multi-start diving with crossover. A dive makes whole sessions of the goal programme's relaxation; where that is not good enough,
 * other priorities and cuts lead the next dive elsewhere, and of the two rotas the best of both is taken: what they agree on is
 * fixed, and the rest dived for, or branched over (Rothberg 2007; Berthold 2014). A large network, or many weeks, are decomposed
 * into blocks (docs/decisions/0023 to 0027).
 */
import type { Basis } from '../../engines/engine.ts'
import type { Lp } from '../../lp/lp.ts'
import { indices, type ModelColumn } from '../../lp/spaces.ts'
import { withoutRowsAcross } from '../../lp/subproblem.ts'
import type { Incumbent } from '../incumbent.ts'
import type { Block } from './decomposition.ts'
import {
  beats,
  CROSSOVER_BRANCHING,
  CROSSOVER_DIVE,
  DECOMPOSED_DIVES,
  DIVE,
  type Open,
  RESTARTED_DIVE,
} from './dive-heuristics.ts'
import { goalProgramme } from './goal-programme.ts'
import type { IsEnough } from './good-enough.ts'
import { type Found, type GoalModel, isBetter, type SearchEffort, SubproblemSearch } from './subproblem-search.ts'

/**
 * How the first rota is made. In a large programme only block by block can the cost of every step be compared. The blocks start from
 * the relaxation of the whole goal programme, or from where the relaxation of the levels ended (a point of the model): week by week
 * that does as well, and the goal programme's relaxation of thirteen weeks takes longer than all of the rest. `isQuick`: the costs of
 * steps are not compared. A rota that is known is improved block by block at once.
 */
export type Begins =
  | { readonly way: 'at-once' | 'decomposed' }
  | { readonly way: 'known'; readonly point: Float64Array }
  | { readonly way: 'decomposed-from'; readonly point: Float64Array; readonly isQuick: boolean }

export interface DivingTask {
  readonly of: GoalModel
  /** Rows of the model from this one on are cuts: only whole sessions keep them. */
  readonly cutsFrom: number
  /** Of the model, each improved in turn. */
  readonly blocks: readonly Block[]
  readonly begins: Begins
  /** A rota that is known already, to cross the first one with. */
  readonly known?: Float64Array | undefined
  readonly effort: SearchEffort & {
    /** From then on the costs of steps are not compared, as long as there is no rota. */
    readonly isLate: () => boolean
  }
  readonly incumbent: Incumbent
  readonly isEnough: IsEnough
  /** Contacts and slacks as good as the whole sessions of a rota allow. */
  readonly polished: (point: Float64Array) => Promise<Float64Array>
}

/** How much costlier it is to miss a level than to miss the next by as much of what is allowed, where rotas are compared. */
const PRIORITY = 2
/** The same, for the relaxation that each dive starts from: a rota that ends elsewhere has other strengths. */
const PRIORITIES = [PRIORITY, 1.5, 3, 1.2, 2.5, 1.35, 4, 1.1]

/** The best rota found; none where every dive failed, or the engine cannot hold programmes open. */
export async function diveAndCrossover(task: DivingTask): Promise<Float64Array | undefined> {
  return task.effort.engine.open === undefined ? undefined : new DiveAndCrossover(task).best()
}

/** A point of the model in which something is fractional. */
interface Fractions {
  readonly point: Float64Array
  readonly basis: Basis | null
}

interface Begun extends Fractions {
  readonly whole: SubproblemSearch
  readonly isQuick: boolean
  /** The state after settling this block; none if that takes too long or is not wanted. */
  readonly updated?: (point: Float64Array, block: Block) => Promise<Fractions | undefined>
}

interface Restart extends Open {
  readonly priority: number
}

class DiveAndCrossover {
  readonly #task: DivingTask
  readonly #lp: Lp
  readonly #everything: Block
  /** The last optimal basis of each block's relaxation. */
  readonly #roots = new Map<Block, Basis>()
  #best: Float64Array | undefined
  #isDone = false

  constructor(task: DivingTask) {
    const { model, goals } = task.of
    const lp = goalProgramme(model, goals, PRIORITY)
    const whole = new Uint8Array(lp.columns)
    whole.set(model.lp.whole)
    this.#task = task
    this.#lp = { ...lp, whole }
    const [only, ...others] = task.blocks
    const everything = { own: indices<ModelColumn>(model.lp.columns), shared: [], flows: [] }
    this.#everything = only !== undefined && others.length === 0 ? only : everything
  }

  get #inBlocks(): boolean {
    return this.#task.blocks.length > 1
  }

  async best(): Promise<Float64Array | undefined> {
    const { of, effort, begins } = this.#task
    // With one level there is nothing to weigh, and adaptive neighbourhoods continue from the first dive.
    const priorities = of.model.levels.length > 1 ? PRIORITIES : [PRIORITY]
    if (begins.way === 'known') this.#best = begins.point
    for (const priority of priorities) {
      if (this.#best === undefined) await this.#beginFrom(priority)
      else await this.#improve(priority, this.#best)
      if (this.#isDone || effort.isOver()) break
    }
    return this.#best
  }

  /** The first dive, and its crossover with the rota that is known. */
  async #beginFrom(priority: number): Promise<void> {
    const { effort, known } = this.#task
    await this.#begin(priority)
    if (known === undefined) return
    if (this.#best === undefined) this.#best = known
    else if (!this.#isDone && !effort.isOver()) await this.#crossWith(known, this.#best)
  }

  async #crossWith(known: Float64Array, dived: Float64Array): Promise<void> {
    const { incumbent, of } = this.#task
    const everything = { ...this.#everything, own: indices<ModelColumn>(of.model.lp.columns), shared: [] }
    const search = this.#searchOf({ ...everything, lp: this.#lp, point: dived })
    const start = search.foundAt(known)
    const [better, other] = beats(start, search.given) ? [start, search.given] : [search.given, start]
    if (better === start) await this.#keep(known)
    if (this.#isDone) return
    const crossed = await search.opened((session) => incumbent.run(CROSSOVER_DIVE, { search, session, better, other }))
    if (crossed !== undefined && isBetter(crossed, better)) await this.#keep(search.placed(crossed))
  }

  /** A rota out of what relaxations say. */
  async #begin(priority: number): Promise<void> {
    const { begins, of } = this.#task
    const whole = this.#searchOf({ ...this.#everything, lp: this.#lp, point: new Float64Array(of.model.lp.columns) })
    const settled =
      begins.way === 'decomposed-from' ? await this.#decomposed(priority, { whole, ...begins, basis: null }) : undefined
    const found = settled ?? (await whole.opened((session) => this.#beginAtRoot(priority, { search: whole, session })))
    if (found !== undefined) await this.#keep(whole.placed(found))
  }

  /** The relaxation of everything, and whole sessions out of it. */
  async #beginAtRoot(priority: number, { search, session }: Open): Promise<Found | undefined> {
    const { begins, effort, incumbent } = this.#task
    const root = await search.relaxed(session, priority, this.#roots.get(this.#everything))
    if (root === undefined || effort.isOver()) return undefined
    if (root.basis !== null) this.#roots.set(this.#everything, root.basis)
    const updated = async (point: Float64Array, { own }: Block) => {
      search.settle(session, search.pointIn(point), search.columnsIn(own))
      const again = await search.updated(session)
      return again && { point: search.placed(again), basis: again.basis }
    }
    const begun = { whole: search, point: search.placed(root), basis: root.basis, isQuick: false, updated }
    const settled = begins.way === 'decomposed' ? await this.#decomposed(priority, begun) : undefined
    return settled ?? (await incumbent.run(DIVE, { search, session, isQuick: effort.isLate }))
  }

  #decomposed(priority: number, begun: Begun): Promise<Found | undefined> {
    return this.#task.incumbent.run(DECOMPOSED_DIVES, () => this.#settleBlocks(priority, begun))
  }

  /**
   * Each block in turn made whole, those after it still in fractions. None where a block fails: it stays fractional, and what comes
   * next holds all others.
   */
  async #settleBlocks(priority: number, begun: Begun): Promise<Found | undefined> {
    const { blocks, effort } = this.#task
    const lp = this.#withoutSharedCuts()
    let isWhole = true
    let { basis, point } = begun
    for (const block of blocks) {
      if (effort.isOver()) return undefined
      const isOwn = new Set<number>(block.own)
      const own = lp.whole.map((mark, j) => (isOwn.has(j) ? mark : 0))
      const shared = [...block.shared, ...block.flows]
      const search = this.#searchOf({ own: block.own, shared, lp: { ...lp, whole: own }, point })
      const pace = { share: block.own.length / lp.columns, isQuick: () => begun.isQuick || effort.isLate() }
      const dived = await search.opened(async (session) => {
        const root = await search.relaxed(session, priority, basis === null ? undefined : search.basisIn(basis))
        return root && (await search.dive(session, pace))
      })
      if (dived === undefined) {
        isWhole = false
        continue
      }
      point = search.placed(dived)
      const again = await begun.updated?.(point, block)
      if (again !== undefined) [basis, point] = [again.basis ?? basis, again.point]
    }
    return isWhole ? begun.whole.planned(point) : undefined
  }

  /** Without cuts over several blocks: while a block is fractional they ask too much of the others. */
  #withoutSharedCuts(): Lp {
    const { blocks, cutsFrom, of } = this.#task
    const blockOfColumn = new Int32Array(this.#lp.columns).fill(-1)
    for (const [k, { own }] of blocks.entries()) for (const j of own) blockOfColumn[j] = k
    return withoutRowsAcross(this.#lp, [cutsFrom, of.model.lp.rows], blockOfColumn)
  }

  /** The block made last is improved first: it is the largest, and had to take what those before it left. */
  async #improve(priority: number, rota: Float64Array): Promise<void> {
    for (const block of [...this.#task.blocks].reverse()) {
      if (this.#isDone || this.#task.effort.isOver()) return
      await this.#improveBlock(block, priority, this.#best ?? rota)
    }
    if (this.#inBlocks && !this.#isDone) await this.#endRound(this.#best ?? rota)
  }

  /** Between blocks contacts stay where each block has left them: planned for all of them together, they may be good enough. */
  async #endRound(rota: Float64Array): Promise<void> {
    const { incumbent, isEnough, polished } = this.#task
    const point = await polished(rota)
    this.#best = point
    incumbent.better(point)
    this.#isDone = (await isEnough(point, true)) || (await isEnough(point, false))
  }

  /** One block of the rota, all others staying as they are. */
  async #improveBlock(block: Block, priority: number, point: Float64Array): Promise<void> {
    const { incumbent } = this.#task
    const search = this.#searchOf({ ...block, lp: this.#lp, point })
    const found = await search.opened(async (session) => {
      const dive = () => this.#restarted(block, { search, session, priority })
      const dived = await incumbent.run(RESTARTED_DIVE, { search, dive })
      if (dived === undefined) return undefined
      const [better, other] = beats(dived, search.given) ? [dived, search.given] : [search.given, dived]
      return { better, other, crossed: await incumbent.run(CROSSOVER_DIVE, { search, session, better, other }) }
    })
    if (found === undefined) return
    const { better, other, crossed } = found
    if (better !== search.given) await this.#keep(search.placed(better))
    if (this.#isDone) return
    const isCrossed = crossed !== undefined && isBetter(crossed, better)
    const best = isCrossed ? crossed : await incumbent.run(CROSSOVER_BRANCHING, { search, better, other })
    if (best !== undefined && isBetter(best, better)) await this.#keep(search.placed(best))
  }

  async #restarted(block: Block, { search, session, priority }: Restart): Promise<Found | undefined> {
    const { effort } = this.#task
    const from = this.#roots.get(block)
    const root = await search.relaxed(session, priority, from)
    if (root === undefined) return undefined
    if (root.basis !== null) this.#roots.set(block, root.basis)
    if (from !== undefined && !(await search.addCuts(session, root))) return undefined
    const dived = await search.dive(session, { isQuick: () => true })
    // Within a rota a block has little room, and a dive may end where neither way of a rounding is left.
    return dived ?? (effort.isOver() ? undefined : search.induced(session, root))
  }

  #searchOf(asked: ConstructorParameters<typeof SubproblemSearch>[2]): SubproblemSearch {
    return new SubproblemSearch(this.#task.of, this.#task.effort, asked)
  }

  async #keep(point: Float64Array): Promise<void> {
    this.#best = point
    this.#task.incumbent.better(point)
    // In blocks the next one follows at once: relaxations of everything wait for the end of a round.
    this.#isDone = await this.#task.isEnough(point, this.#inBlocks)
  }
}
