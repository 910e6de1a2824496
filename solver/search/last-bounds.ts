/** A bound for every level that has none when the end comes, be it a stop or the clock: nothing is told to be unknown because nothing was tried. */
import type { Model } from '../model/elastic.ts'
import type { Search } from './search.ts'
import { equallyGood } from './tolerances.ts'

/** Seconds for all levels together, and as a share of the whole time. After all levels at once a level takes a fraction of a second. */
const MOST = 3
const SHARE = 0.05

/** Relaxations without cuts of the levels that have none yet, those before each at their best. They disregard a stop. */
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
