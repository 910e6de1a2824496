/** Goals for a first rota: each level's LP bound with the earlier levels capped at what is equally good. */
import type { Level } from '../../../src/breach.ts'
import type { Answer, Limits } from '../../engines/engine.ts'
import type { Model } from '../../model/elastic.ts'
import { leastGain } from '../least-gain.ts'
import type { Search } from '../search.ts'
import { IN_BLOCKS, LARGE } from '../sizes.ts'
import { EXACT, equallyGood, floorIn, GAP_SHARE, SPENDABLE } from '../tolerances.ts'
import type { Goal } from './goal-programme.ts'
import type { Standing } from './good-enough.ts'

export interface GoalMeans {
  readonly search: Pick<Search, 'asked' | 'relaxation' | 'incumbent'>
  readonly limits: () => Limits
  /** Returns true once no more cuts should be sought. */
  readonly isLate: () => boolean
  /** Called once every level has a bound, to ask how good the known rota is. */
  readonly standing?: () => Promise<Standing>
}

/** How far an exact level may miss its bound before that becomes expensive, as a share of the gap. */
const EXACT_SHARE = 0.1
/** Smaller gaps do not tighten goals: a request for the optimum gets a nearly optimal start. */
const LEAST_GAP = 1e-3
/** How often earlier levels are solved again because their caps turned out to be too low. */
const RETRIES = 3

export interface GoalsSet {
  /** Undefined if time ran out before every level was solved. */
  readonly goals?: readonly Goal[]
  /** The known rota is already good enough. */
  readonly isDone: boolean
}

/**
 * First every level without cuts, which takes next to nothing after the all-levels LP and gives each level a bound early. Then again with
 * cuts, unless a rota is near already: in that case cuts are sought only for the levels it misses (good-enough.ts).
 */
export async function goalsOf(model: Model, means: GoalMeans): Promise<GoalsSet> {
  const { levels } = model
  const setting = new GoalSetting(model, means)
  const [NONE, all] = [{ isDone: false }, () => ({ goals: setting.goals, isDone: false })]
  for (const rank of levels.keys()) if (!(await setting.solve(rank, false))) return NONE
  const standing = (await means.standing?.()) ?? 'far'
  if (standing !== 'far') return { goals: setting.goals, isDone: standing === 'enough' }
  let isCut = false
  for (const rank of levels.keys()) {
    const cuts = isCutFor(model, rank)
    isCut ||= cuts
    if (isCut && !(await setting.solve(rank, cuts))) return NONE
  }
  return all()
}

class GoalSetting {
  readonly goals: Goal[] = []
  readonly #model: Model
  readonly #means: GoalMeans
  readonly #caps: number[] = []

  constructor(model: Model, means: GoalMeans) {
    this.#model = model
    this.#means = means
  }

  /**
   * Returns false if time ran out. If cuts show that no integer solution reaches the caps, the
   * earlier levels are solved again with cuts of their own.
   */
  async solve(rank: number, withCuts: boolean): Promise<boolean> {
    let status = await this.#relax(rank, withCuts)
    for (let retry = 0; status === 'infeasible' && retry < RETRIES; retry++) {
      for (let before = 0; before < rank; before++) if ((await this.#relax(before, true)) !== 'optimal') return false
      status = await this.#relax(rank, withCuts)
    }
    return status === 'optimal'
  }

  async #relax(rank: number, withCuts: boolean): Promise<Answer['status']> {
    const { search, limits, isLate } = this.#means
    const cuts = withCuts
      ? { leastGain: leastGain(this.#model.lp.columns, search.asked, this.#levelAt(rank)), isLate }
      : {}
    const answer = await search.relaxation.solve(rank, this.#caps, { ...limits(), ...cuts })
    if (answer.status === 'optimal') this.#set(rank, Math.max(0, answer.bound))
    return answer.status
  }

  #set(rank: number, bound: number): void {
    const { asked, incumbent } = this.#means.search
    const costs = this.#model.levels[rank]
    if (costs === undefined) return
    incumbent.relaxed(costs, bound)
    this.#caps[rank] = equallyGood(asked, costs.level, bound)
    const share = EXACT.includes(costs.level) ? EXACT_SHARE : SPENDABLE
    const unit = Math.max(asked.gap, LEAST_GAP) * Math.max(bound, floorIn(asked, costs.level))
    this.goals[rank] = { bound, allowed: share * unit, enough: GAP_SHARE * unit }
  }

  #levelAt(rank: number): Level {
    return this.#model.levels[rank]?.level ?? 'never'
  }
}

/**
 * Which levels get cuts: those whose integer solutions usually cost more than the relaxation sees. Exact levels usually reach their bound,
 * and after the last level nothing is left to decide. In a large network a round of cuts takes long, and cuts for the first non-exact level
 * serve the others too. Where blocks come first, one round takes as long as many dives of a block, and raises no bound by enough.
 */
function isCutFor({ levels, lp }: Model, rank: number): boolean {
  if (levels.length === 1) return true
  if (lp.columns > IN_BLOCKS) return false
  const isExact = levels.map(({ level }) => EXACT.includes(level))
  const last = lp.columns > LARGE ? isExact.indexOf(false) : levels.length - 2
  return isExact[rank] === false && rank <= last
}
