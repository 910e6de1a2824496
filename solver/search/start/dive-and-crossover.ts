/**
 * Multi-start diving with crossover. A dive turns the goal programme's relaxation into an integer rota. If that is not
 * good enough, other priorities and cuts lead the next dive elsewhere, and crossover combines the two rotas: what they
 * agree on is fixed, and the rest is dived for or branched over (Rothberg 2007; Berthold 2014). Large networks and many
 * weeks are decomposed into blocks (docs/decisions/0023 to 0027).
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
 * How the first rota is made. In a large programme the cost of every step can only be compared block by block. The blocks start from the
 * goal programme's relaxation, or from the point where the levels' relaxation ended (a point of the model): for week-by-week blocks that is
 * as good, and the goal programme's relaxation of thirteen weeks takes longer than everything else. `isQuick`: the costs of steps are not
 * compared. A known rota is improved block by block at once.
 */
export type Begins =
  | { readonly way: 'at-once' | 'decomposed' }
  | { readonly way: 'known'; readonly point: Float64Array }
  | { readonly way: 'decomposed-from'; readonly point: Float64Array; readonly isQuick: boolean }

export interface DivingTask {
  readonly of: GoalModel
  /** Index of the model's first cut; rows from here on hold for integer points only. */
  readonly cutsFrom: number
  /** Blocks of the model, improved in turn. */
  readonly blocks: readonly Block[]
  readonly begins: Begins
  /** A known rota, to be crossed with the first one. */
  readonly known?: Float64Array | undefined
  readonly effort: SearchEffort & {
    /** Once true, the costs of steps are no longer compared until there is a rota. */
    readonly isLate: () => boolean
  }
  readonly incumbent: Incumbent
  readonly isEnough: IsEnough
  /** Optimises contacts and slacks for a rota's integer columns. */
  readonly polished: (point: Float64Array) => Promise<Float64Array>
}

/** When rotas are compared: how much more a level's deviation costs than the next level's, each relative to what is allowed. */
const PRIORITY = 2
/** The same for the relaxation that each dive starts from. Rotas from different priorities have different strengths. */
const PRIORITIES = [PRIORITY, 1.5, 3, 1.2, 2.5, 1.35, 4, 1.1]

/** The best rota found. Undefined if every dive failed or the engine has no sessions. */
export async function diveAndCrossover(task: DivingTask): Promise<Float64Array | undefined> {
  return task.effort.engine.open === undefined ? undefined : new DiveAndCrossover(task).best()
}

/** A fractional point of the model. */
interface Fractions {
  readonly point: Float64Array
  readonly basis: Basis | null
}

interface Begun extends Fractions {
  readonly whole: SubproblemSearch
  readonly isQuick: boolean
  /** Re-solves the rest after this block is settled. Undefined if that takes too long or is not wanted. */
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
    // A single level needs no priorities: one dive, which adaptive neighbourhoods then improve.
    const priorities = of.model.levels.length > 1 ? PRIORITIES : [PRIORITY]
    if (begins.way === 'known') this.#best = begins.point
    for (const priority of priorities) {
      if (this.#best === undefined) await this.#beginFrom(priority)
      else await this.#improve(priority, this.#best)
      if (this.#isDone || effort.isOver()) break
    }
    return this.#best
  }

  /** The first dive, and its crossover with the known rota. */
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

  /** Makes the first rota from relaxations. */
  async #begin(priority: number): Promise<void> {
    const { begins, of } = this.#task
    const whole = this.#searchOf({ ...this.#everything, lp: this.#lp, point: new Float64Array(of.model.lp.columns) })
    const settled =
      begins.way === 'decomposed-from' ? await this.#decomposed(priority, { whole, ...begins, basis: null }) : undefined
    const found = settled ?? (await whole.opened((session) => this.#beginAtRoot(priority, { search: whole, session })))
    if (found !== undefined) await this.#keep(whole.placed(found))
  }

  /** Solves the relaxation of everything and dives from it. */
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
   * Makes the blocks integer in turn, later ones still fractional. If a block fails, it stays
   * fractional, the others go on, and the result is undefined.
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

  /** Without cuts over several blocks, which restrict the others too much while a block is fractional. */
  #withoutSharedCuts(): Lp {
    const { blocks, cutsFrom, of } = this.#task
    const blockOfColumn = new Int32Array(this.#lp.columns).fill(-1)
    for (const [k, { own }] of blocks.entries()) for (const j of own) blockOfColumn[j] = k
    return withoutRowsAcross(this.#lp, [cutsFrom, of.model.lp.rows], blockOfColumn)
  }

  /** Blocks are improved in reverse order: the last one made is the largest, and had to take what the others left. */
  async #improve(priority: number, rota: Float64Array): Promise<void> {
    for (const block of [...this.#task.blocks].reverse()) {
      if (this.#isDone || this.#task.effort.isOver()) return
      await this.#improveBlock(block, priority, this.#best ?? rota)
    }
    if (this.#inBlocks && !this.#isDone) await this.#endRound(this.#best ?? rota)
  }

  /** Between blocks, contacts stay as each block left them. Planned for all blocks together, the rota may be good enough. */
  async #endRound(rota: Float64Array): Promise<void> {
    const { incumbent, isEnough, polished } = this.#task
    const point = await polished(rota)
    this.#best = point
    incumbent.better(point)
    this.#isDone = (await isEnough(point, true)) || (await isEnough(point, false))
  }

  /** Improves one block of the rota with all others fixed. */
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
    // The rota around a block leaves it little room, so a dive may end where both ways of a rounding are infeasible.
    return dived ?? (effort.isOver() ? undefined : search.induced(session, root))
  }

  #searchOf(asked: ConstructorParameters<typeof SubproblemSearch>[2]): SubproblemSearch {
    return new SubproblemSearch(this.#task.of, this.#task.effort, asked)
  }

  async #keep(point: Float64Array): Promise<void> {
    this.#best = point
    this.#task.incumbent.better(point)
    // Between blocks only proven bounds count: relaxations of everything wait for the end of a round.
    this.#isDone = await this.#task.isEnough(point, this.#inBlocks)
  }
}
