/** What a first rota aims at: the bound of each level by the relaxation, those before it held where they are good. */

import type { Answer, Limits } from '../../engines/engine.ts'
import type { Model } from '../../model/elastic.ts'
import { type Prospect, payingFrom } from '../relaxation.ts'
import { LARGE, VERY_LARGE } from '../sizes.ts'
import type { Staging } from '../staging.ts'
import { EXACT, equallyGood, GAP_SHARE, SPENDABLE } from '../tolerances.ts'
import type { Aim } from './goal-programme.ts'

export interface Aiming extends Pick<Staging, 'floors' | 'gap' | 'standing'> {
  readonly model: Model
  readonly prospect: Prospect
  readonly limits: () => Limits
  /** From then on no more tight rows are looked for. */
  readonly isLate: () => boolean
}

/** Of the gap: what a level that is held exactly may be off before it costs dearly. */
const EXACT_SHARE = 0.1
/** A gap below which aims are no longer moved: whoever asks for the very best gets a start that is nearly that. */
const LEAST_GAP = 1e-3
/** Times that the levels before are looked at again, where they cannot be held as low as they were thought to be. */
const LOOKS_AGAIN = 3

/** None where time ran out before every level was looked at. */
export async function aimsOf(aiming: Aiming): Promise<readonly Aim[] | undefined> {
  const { levels, lp } = aiming.model
  const looking = new Looking(aiming)
  // In a very large network a level takes much longer under the tight rows of another: these come last.
  const isLast = lp.columns > VERY_LARGE
  for (const rank of levels.keys())
    if (!(await looking.aimAt(rank, !isLast && isSplit(aiming.model, rank)))) return undefined
  for (const rank of isLast ? levels.keys() : []) {
    if (isSplit(aiming.model, rank)) await looking.aimAt(rank, true)
    else looking.carryTo(rank)
  }
  return looking.aims
}

class Looking {
  readonly aims: Aim[] = []
  readonly #aiming: Aiming
  readonly #mosts: number[] = []

  constructor(aiming: Aiming) {
    this.#aiming = aiming
  }

  /**
   * False where time ran out. Tight rows may show that whole sessions do not reach what a level before was thought to reach: then that
   * one is looked at again, with tight rows of its own.
   */
  async aimAt(rank: number, isTighter: boolean): Promise<boolean> {
    let status = await this.#look(rank, isTighter)
    for (let again = 0; status === 'infeasible' && again < LOOKS_AGAIN; again++) {
      for (let before = 0; before < rank; before++) if ((await this.#look(before, true)) !== 'optimal') return false
      status = await this.#look(rank, isTighter)
    }
    return status === 'optimal'
  }

  /** What earlier looks still prove of a level, those before it having changed since: less than a new look would, and at once. */
  carryTo(rank: number): void {
    this.#aim(rank, this.#aiming.prospect.carried(rank, this.#mosts))
  }

  async #look(rank: number, isTighter: boolean): Promise<Answer['status']> {
    const { model, prospect, gap, limits, isLate } = this.#aiming
    const tighter = isTighter ? { worth: payingFrom(model.lp, gap, this.#floorOf(rank)), isLate } : {}
    const looked = await prospect.look(rank, this.#mosts, { ...limits(), ...tighter })
    if (looked.status === 'optimal') this.#aim(rank, Math.max(0, looked.bound))
    return looked.status
  }

  #aim(rank: number, bound: number): void {
    const { model, floors, gap, standing } = this.#aiming
    const costs = model.levels[rank]
    if (costs === undefined) return
    standing.hope(costs, bound)
    this.#mosts[rank] = equallyGood({ floors, gap }, costs.level, bound)
    const share = EXACT.includes(costs.level) ? EXACT_SHARE : SPENDABLE
    const asked = Math.max(gap, LEAST_GAP) * Math.max(bound, this.#floorOf(rank))
    this.aims[rank] = { bound, allowed: share * asked, enough: GAP_SHARE * asked }
  }

  #floorOf(rank: number): number {
    return this.#aiming.floors.get(this.#aiming.model.levels[rank]?.level ?? 'never') ?? 1
  }
}

/**
 * Where whole sessions mostly cost what the relaxation does not see. Levels held exactly mostly reach their bound, and after the
 * last level nothing is left to decide; in a large network a round of tight rows takes long, and those for the first of the
 * other levels do for the rest.
 */
function isSplit({ levels, lp }: Model, rank: number): boolean {
  if (levels.length === 1) return true
  const isExact = levels.map(({ level }) => EXACT.includes(level))
  const last = lp.columns > LARGE ? isExact.indexOf(false) : levels.length - 2
  return isExact[rank] === false && rank <= last
}
