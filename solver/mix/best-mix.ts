/** The best posts for a sum: half-time and whole ones, chosen by branch and bound over the mix, level by level. */
import type { BestMix, ChosenPost } from '../../src/mix-answer.ts'
import type { Engine } from '../engines/engine.ts'
import { type Row, withRows } from '../lp/edit.ts'
import type { Lp } from '../lp/lp.ts'
import { levelValue } from '../search/tolerances.ts'
import { HALF_POST } from './mix-draft.ts'
import { gainOf, type OpenPost, totalsOf } from './open-posts.ts'
import type { Base } from './values.ts'

/** Weeks a year that somebody is at work; what a session costs is a year's pay over these. */
export const WEEKS_AT_WORK = 44

export interface Purse {
  /** Pounds a year. */
  readonly budget: number
  /** Only posts paid by this; null: any. */
  readonly funding: string | null
  /** Wall seconds for each level. */
  readonly seconds: number
}

/** Relative gap at which a choice of posts counts as best. */
const GAP = 0.002

export async function bestMix(base: Base, posts: readonly OpenPost[], purse: Purse, engine: Engine): Promise<BestMix> {
  const { model } = base.mix
  const buyable = posts.filter(
    ({ funding, costPerSession }) => (purse.funding ?? funding) === funding && costPerSession > 0,
  )
  const budget = budgetRow(base, buyable, purse)
  let lp = withPosts(withRows(model.lp, [budget]), base, buyable)
  // Nobody new is a choice too.
  let point = base.answer.point
  let gap = 0
  for (const costs of model.levels) {
    const cost = new Float64Array(lp.columns)
    costs.columns.forEach((column, k) => {
      cost[column] = costs.costs[k] ?? 0
    })
    const asked = { seconds: purse.seconds, relativeGap: GAP, absoluteGap: 1e-3, seed: 1 }
    const answer = await engine.solve({ ...lp, cost }, { ...asked, start: point })
    if ('point' in answer) {
      point = answer.point
      gap = Math.max(0, answer.objective - answer.bound) / Math.max(1, Math.abs(answer.objective))
    } else gap = 1
    const most = levelValue(costs, point) + 1e-6 * Math.max(1, levelValue(costs, point))
    lp = withRows(lp, [{ indices: costs.columns, values: costs.costs, lower: Number.NEGATIVE_INFINITY, upper: most }])
  }
  return told(base, buyable, { budget: purse.budget, point, gap })
}

function budgetRow({ mix }: Base, posts: readonly OpenPost[], { budget }: Purse): Row {
  const terms = posts.flatMap(({ group, costPerSession }) => {
    const column = mix.halfPosts.get(group)
    return column === undefined ? [] : [{ column, value: (costPerSession * HALF_POST * WEEKS_AT_WORK) / 1000 }]
  })
  return {
    indices: terms.map(({ column }) => column),
    values: terms.map(({ value }) => value),
    lower: Number.NEGATIVE_INFINITY,
    upper: budget / 1000,
  }
}

/** Half-time posts whole, and free to be filled. */
function withPosts(lp: Lp, { mix }: Base, posts: readonly OpenPost[]): Lp {
  const [upper, whole] = [lp.upper.slice(), lp.whole.slice()]
  for (const { group } of posts) {
    const [extra, halves] = [mix.extra.get(group), mix.halfPosts.get(group)]
    if (extra === undefined || halves === undefined) continue
    upper[extra] = HALF_POST * (lp.upper[halves] ?? 0)
    whole[halves] = 1
  }
  return { ...lp, upper, whole }
}

function told(
  base: Base,
  posts: readonly OpenPost[],
  { budget, point, gap }: { budget: number; point: Float64Array; gap: number },
): BestMix {
  const { mix, open, answer, totals } = base
  const chosen = posts.flatMap((post): ChosenPost[] => {
    const halves = Math.round(point[mix.halfPosts.get(post.group) ?? -1] ?? 0)
    const { role, title, site, place, costPerSession } = post
    const sessions = halves * HALF_POST
    return halves === 0
      ? []
      : [{ role, title, site, place, halves, sessions, cost: costPerSession * sessions * WEEKS_AT_WORK }]
  })
  const levels = answer.levels.map(({ level }, rank) => {
    const costs = mix.model.levels[rank]
    const value = costs === undefined ? 0 : levelValue(costs, point)
    return { level, value, bound: value }
  })
  const gain = gainOf(totalsOf(mix, open, { ...answer, levels, point }), totals)
  return { budget, spent: chosen.reduce((sum, post) => sum + post.cost, 0), posts: chosen, gain, gap }
}
