/**
 * Rotas out of the programme that aims at all levels: a dive makes whole sessions of its relaxation, and where that is not good
 * enough, other priorities and tight rows lead the next dive elsewhere. Of two such rotas the best parts are joined: what both
 * agree on stays, and the rest is dived for, or branched over. A large network, or many weeks, go part by part (docs/decisions/0023
 * to 0027).
 */

import type { Basis, Session } from '../../engines/engine.ts'
import type { Lp } from '../../lp/lp.ts'
import { withoutRowsAcross } from '../../lp/subproblem.ts'
import type { ColumnsOfPart } from './decomposition.ts'
import { aimed } from './goal-programme.ts'
import { type Found, isBetter, PartSearch, type PartTask } from './subproblem-search.ts'

/**
 * How the first rota is made. In a large programme part by part is the only way to look at what every step costs. It goes out of the
 * relaxation of everything that aims, or out of where the looks have ended (a point of the model): week by week that does as well, and
 * the relaxation of thirteen weeks takes longer than all of the rest. `isHasty`: nobody looks at what steps cost.
 */
export type Begins =
  | { readonly way: 'at-once' | 'part-by-part' }
  | { readonly way: 'part-by-part-from'; readonly point: Float64Array; readonly isHasty: boolean }

export interface AimSearch extends PartTask {
  /** Rows of the model from this one on are tight rows: only whole sessions keep them. */
  readonly tightFrom: number
  /** Of the model, each made better in turn. */
  readonly parts: readonly ColumnsOfPart[]
  readonly begins: Begins
  /** From then on nobody looks at what steps cost, as long as there is no rota. */
  readonly isLate: () => boolean
  /** Nothing is left to be wished for. */
  readonly isEnough: (point: Float64Array) => Promise<boolean>
  readonly onBetter: (point: Float64Array) => void
}

/** How much dearer it is to miss a level than to miss the next by as much of what is allowed, where rotas are compared. */
const PRIORITY = 2
/** The same, for the relaxation that each dive starts from: what ends elsewhere has other good parts. */
const PRIORITIES = [PRIORITY, 1.5, 3, 1.2, 2.5, 1.35, 4, 1.1]

/** The best rota found; none where every dive ended in nothing. The engine can hold programmes open. */
export async function searchForAims(task: AimSearch): Promise<Float64Array | undefined> {
  return task.engine.open === undefined ? undefined : new AimedSearch(task).best()
}

interface Opened {
  readonly whole: PartSearch
  readonly session: Session
}

/** Where everything is in fractions, of the model. */
interface Standing {
  readonly point: Float64Array
  readonly basis: Basis | null
}

interface Begun extends Standing {
  readonly whole: PartSearch
  /** Nobody looks at what steps cost. */
  readonly isHasty: boolean
  /** Where it is once this part is settled; none where that takes long, or is not looked for. */
  readonly goneOn?: (point: Float64Array, part: ColumnsOfPart) => Promise<Standing | undefined>
}

interface Another {
  readonly search: PartSearch
  readonly session: Session
  readonly priority: number
}

class AimedSearch {
  readonly #task: AimSearch
  readonly #lp: Lp
  readonly #everything: ColumnsOfPart
  /** Where the relaxation of a part ended last. */
  readonly #roots = new Map<ColumnsOfPart, Basis>()
  #best: Float64Array | undefined
  #isDone = false

  constructor(task: AimSearch) {
    const lp = aimed(task.model, task.aims, PRIORITY)
    const whole = new Uint8Array(lp.columns)
    whole.set(task.model.lp.whole)
    this.#task = task
    this.#lp = { ...lp, whole }
    const [only, ...others] = task.parts
    const everything = { own: [...Array(task.model.lp.columns).keys()], shared: [], flows: [] }
    this.#everything = only !== undefined && others.length === 0 ? only : everything
  }

  async best(): Promise<Float64Array | undefined> {
    const { model, isOver } = this.#task
    // With one level there is nothing to weigh, and the search by pieces goes on from the first dive.
    const priorities = model.levels.length > 1 ? PRIORITIES : [PRIORITY]
    for (const priority of priorities) {
      if (this.#best === undefined) await this.#begin(priority)
      else await this.#improve(priority, this.#best)
      if (this.#isDone || isOver()) break
    }
    return this.#best
  }

  /** A rota out of what relaxations say. */
  async #begin(priority: number): Promise<void> {
    const { model, begins } = this.#task
    const point = new Float64Array(model.lp.columns)
    const whole = new PartSearch(this.#task, { ...this.#everything, lp: this.#lp, point })
    const settled =
      begins.way === 'part-by-part-from'
        ? await this.#settlePartByPart(priority, { whole, ...begins, basis: null })
        : undefined
    const found = settled ?? (await whole.opened((session) => this.#beginFromRoot(priority, { whole, session })))
    if (found !== undefined) await this.#keep(whole.placed(found))
  }

  /** The relaxation of everything, and whole sessions out of it; all columns of `whole` are the programme's own. */
  async #beginFromRoot(priority: number, { whole, session }: Opened): Promise<Found | undefined> {
    const { begins, isOver, isLate } = this.#task
    const root = await whole.relaxed(session, priority, this.#roots.get(this.#everything))
    if (root === undefined || isOver()) return undefined
    if (root.basis !== null) this.#roots.set(this.#everything, root.basis)
    const goneOn = async (point: Float64Array, { own }: ColumnsOfPart) => {
      whole.settle(session, point, own)
      const seen = await whole.goneOn(session)
      return seen && { point: whole.placed(seen), basis: seen.basis }
    }
    const begun = { whole, point: whole.placed(root), basis: root.basis, isHasty: false, goneOn }
    const settled = begins.way === 'part-by-part' ? await this.#settlePartByPart(priority, begun) : undefined
    return settled ?? (await whole.dive(session, { isHasty: isLate }))
  }

  /**
   * Each part in turn made whole, those after it still in fractions. None where a part comes to no end: it is left in fractions, and
   * whoever goes on holds all others.
   */
  async #settlePartByPart(priority: number, begun: Begun): Promise<Found | undefined> {
    const lp = this.#inFractions()
    let isWhole = true
    let { basis, point } = begun
    for (const part of this.#task.parts) {
      if (this.#task.isOver()) return undefined
      const isOwn = new Set(part.own)
      const own = lp.whole.map((mark, j) => (isOwn.has(j) ? mark : 0))
      const shared = [...part.shared, ...part.flows]
      const search = new PartSearch(this.#task, { own: part.own, shared, lp: { ...lp, whole: own }, point })
      const pace = { share: part.own.length / lp.columns, isHasty: () => begun.isHasty || this.#task.isLate() }
      const dived = await search.opened(async (within) => {
        const looked = await search.relaxed(within, priority, basis === null ? undefined : search.basisIn(basis))
        return looked && (await search.dive(within, pace))
      })
      if (dived === undefined) {
        isWhole = false
        continue
      }
      point = search.placed(dived)
      const seen = await begun.goneOn?.(point, part)
      if (seen !== undefined) [basis, point] = [seen.basis ?? basis, seen.point]
    }
    return isWhole ? begun.whole.planned(point) : undefined
  }

  /** Without the tight rows over several parts: while a part is in fractions they ask too much of the others. */
  #inFractions(): Lp {
    const partOfColumn = new Int32Array(this.#lp.columns).fill(-1)
    for (const [k, { own }] of this.#task.parts.entries()) for (const j of own) partOfColumn[j] = k
    return withoutRowsAcross(this.#lp, [this.#task.tightFrom, this.#task.model.lp.rows], partOfColumn)
  }

  /** The last made is the first to be made better: it is the largest, and had to take what those before it left. */
  async #improve(priority: number, rota: Float64Array): Promise<void> {
    for (const part of [...this.#task.parts].reverse()) {
      if (this.#isDone || this.#task.isOver()) return
      await this.#improvePart(part, priority, this.#best ?? rota)
    }
  }

  /** One part of the rota, all others staying as they are. */
  async #improvePart(part: ColumnsOfPart, priority: number, point: Float64Array): Promise<void> {
    const search = new PartSearch(this.#task, { ...part, lp: this.#lp, point })
    const before = search.given
    const found = await search.opened(async (session) => {
      const other = await this.#another(part, { search, session, priority })
      return other && { other, joined: await search.joined(session, ...ordered(before, other)) }
    })
    if (found === undefined) return
    const [better, worse] = ordered(before, found.other)
    if (better === found.other) await this.#keep(search.placed(better))
    if (this.#isDone) return
    const { joined } = found
    const best = joined !== undefined && isBetter(joined, better) ? joined : await search.branched(better, worse)
    if (best !== undefined && isBetter(best, better)) await this.#keep(search.placed(best))
  }

  /** A rota of the part to join with the one that is there: that it is another is more than that it is good. */
  async #another(part: ColumnsOfPart, { search, session, priority }: Another): Promise<Found | undefined> {
    const from = this.#roots.get(part)
    const root = await search.relaxed(session, priority, from)
    if (root === undefined) return undefined
    if (root.basis !== null) this.#roots.set(part, root.basis)
    if (from !== undefined && !(await search.tighten(session, root))) return undefined
    return search.dive(session, { isHasty: () => true })
  }

  async #keep(point: Float64Array): Promise<void> {
    this.#best = point
    this.#task.onBetter(point)
    this.#isDone = await this.#task.isEnough(point)
  }
}

/** The better one first. */
function ordered(before: Found, found: Found): [Found, Found] {
  return isBetter(found, before) ? [found, before] : [before, found]
}
