/**
 * Gives every level a bound before a solve ends, whether by a stop or by the time limit, so that
 * none is reported as unknown only because nobody tried.
 */
import type { Model } from '../model/elastic.ts'
import type { Search } from './search.ts'
import { equallyGood } from './tolerances.ts'

/**
 * Time for all levels together: seconds at most, and share of the time limit. After the
 * all-levels LP, each level takes a fraction of a second.
 */
const MOST = 3
const SHARE = 0.05

/**
 * Solves, without cuts, the relaxation of each level that has no bound yet, with the earlier levels
 * capped at what is equally good. Runs even after a stop.
 */
export async function lastBounds(model: Model, search: Search): Promise<void> {
  const { asked, incumbent, relaxation, seed, time } = search
  const until = time.elapsed() + Math.min(MOST, SHARE * time.seconds)
  const caps: number[] = []
  for (const [rank, costs] of model.levels.entries()) {
    if (relaxation.known(rank).point === undefined) {
      const seconds = until - time.elapsed()
      if (seconds <= 0) return
      const answer = await relaxation.solve(rank, caps, { seconds, relativeGap: 0, absoluteGap: 0, seed })
      if (answer.status !== 'optimal') return
      incumbent.relaxed(costs, Math.max(0, answer.bound))
    }
    caps.push(equallyGood(asked, costs.level, relaxation.known(rank).bound))
  }
}
