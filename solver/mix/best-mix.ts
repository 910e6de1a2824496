/** The best posts for a sum of money, half-time and full-time, by branch and bound over the staffing mix, level by level. */
import type { BestMix, ChosenPost, PotName } from '../../src/mix-answer.ts'
import { WEEKS_AT_WORK } from '../../src/pay-weeks.ts'
import type { Engine } from '../engines/engine.ts'
import { type Row, withRows } from '../lp/edit.ts'
import { type Lp, relaxationOf } from '../lp/lp.ts'
import { levelValue } from '../search/tolerances.ts'
import { HALF_POST } from './mix-draft.ts'
import { gainOf, type OpenPost, totalsOf } from './open-posts.ts'
import { leftIn } from './pots.ts'
import type { Base } from './values.ts'

export interface Purse {
  /** Pounds per year. */
  readonly budget: number
  /** Only posts with this funding; null for any. */
  readonly funding: string | null
  /** Wall-clock seconds per level. */
  readonly seconds: number
}

/** Relative gap within which a choice of posts counts as best. */
const GAP = 0.002

interface Sums extends Omit<Purse, 'budget'> {
  readonly budgets: readonly number[]
  readonly onSum?: (budget: number) => void
}

/** The best posts for each of several sums, ascending; each search starts from the previous result. */
export async function frontierOf(
  base: Base,
  posts: readonly OpenPost[],
  { budgets, onSum, ...purse }: Sums,
  engine: Engine,
): Promise<BestMix[]> {
  const found: BestMix[] = []
  let start = base.answer.point
  for (const budget of budgets) {
    onSum?.(budget)
    const next = await chosenPosts(base, posts, { ...purse, budget, start }, engine)
    found.push(next.best)
    start = next.point
  }
  return found
}

export async function bestMix(base: Base, posts: readonly OpenPost[], purse: Purse, engine: Engine): Promise<BestMix> {
  return (await chosenPosts(base, posts, { ...purse, start: base.answer.point }, engine)).best
}

interface Start extends Purse {
  /** A point within the budget; hiring nobody is always one. */
  readonly start: Float64Array
}

async function chosenPosts(base: Base, posts: readonly OpenPost[], purse: Start, engine: Engine) {
  const { model } = base.mix
  const buyable = posts.filter(
    ({ funding, costPerSession }) => (purse.funding ?? funding) === funding && costPerSession > 0,
  )
  const rows = [spendingRow(base, buyable, purse.budget), ...potRows(base, buyable, purse)]
  let lp = withPosts(withRows(model.lp, rows), base, buyable)
  let point = purse.start
  let gap = 0
  for (const costs of model.levels) {
    const cost = new Float64Array(lp.columns)
    costs.columns.forEach((column, k) => {
      cost[column] = costs.costs[k] ?? 0
    })
    const asked = { seconds: purse.seconds, relativeGap: GAP, absoluteGap: 1e-3, seed: 1 }
    const rounded = await roundedDown({ ...lp, cost }, base, engine)
    const better = (other: Float64Array) => levelValue(costs, other) < levelValue(costs, point) - 1e-6
    if (rounded !== null && better(rounded.point)) point = rounded.point
    const answer = await engine.solve({ ...lp, cost }, { ...asked, start: point })
    // A point that is no better on this level might be worse on later ones, so keep the current one.
    if ('point' in answer && better(answer.point)) point = answer.point
    const value = levelValue(costs, point)
    const bound = Math.max('point' in answer ? answer.bound : 0, rounded?.bound ?? 0)
    gap = Math.max(0, value - bound) / Math.max(1, value)
    const most = value + 1e-6 * Math.max(1, value)
    lp = withRows(lp, [{ indices: costs.columns, values: costs.costs, lower: Number.NEGATIVE_INFINITY, upper: most }])
  }
  return { point, best: told(base, buyable, { purse, point, gap }) }
}

/** Time limit of an LP, which takes a fraction of a second. */
const SECONDS = 60

/** The relaxation with its half-time posts rounded down, if that keeps the earlier levels; and the relaxation's bound. */
async function roundedDown(lp: Lp, { mix }: Base, engine: Engine) {
  const limits = { seconds: SECONDS, relativeGap: 0, absoluteGap: 0, seed: 1 }
  const relaxed = await engine.solve(relaxationOf(lp), limits)
  if (!('point' in relaxed)) return null
  const [lower, upper] = [lp.lower.slice(), lp.upper.slice()]
  for (const column of mix.halfPosts.values())
    lower[column] = upper[column] = Math.floor((relaxed.point[column] ?? 0) + 1e-6)
  const fixed = await engine.solve(relaxationOf({ ...lp, lower, upper }), limits)
  return 'point' in fixed ? { point: fixed.point, bound: relaxed.bound } : null
}

/** These posts cost at most `most` pounds a year. */
function spendingRow({ mix }: Base, posts: readonly OpenPost[], most: number): Row {
  const terms = posts.flatMap(({ group, costPerSession }) => {
    const column = mix.halfPosts.get(group)
    return column === undefined ? [] : [{ column, value: (costPerSession * HALF_POST * WEEKS_AT_WORK) / 1000 }]
  })
  return {
    indices: terms.map(({ column }) => column),
    values: terms.map(({ value }) => value),
    lower: Number.NEGATIVE_INFINITY,
    upper: most / 1000,
  }
}

/**
 * Posts that only a scheme pays for cost at most what is left of it. A caller who names the funding knows
 * what is left, so there only the given sum is the limit.
 */
function potRows(base: Base, posts: readonly OpenPost[], { funding }: Purse): Row[] {
  const pots = base.pots.filter(({ pot }) => funding !== pot)
  return pots.map(({ pot }) =>
    spendingRow(
      base,
      posts.filter((post) => post.funding === pot),
      leftIn(base.pots, pot),
    ),
  )
}

/** Makes half-time posts integer and opens them. */
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
  { purse, point, gap }: { purse: Purse; point: Float64Array; gap: number },
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
  return {
    budget: purse.budget,
    spent: chosen.reduce((sum, post) => sum + post.cost, 0),
    posts: chosen,
    reimbursed: reimbursedOf(base, { posts, chosen }, purse),
    gain,
    gap,
  }
}

function reimbursedOf(
  { pots }: Base,
  { posts, chosen }: { posts: readonly OpenPost[]; chosen: readonly ChosenPost[] },
  { funding }: Purse,
): BestMix['reimbursed'] {
  const paidBy = (name: PotName) => {
    const claimed = chosen.reduce((sum, one) => {
      const paid = posts.find(({ role, site }) => role === one.role && site === one.site)?.paid
      return paid?.pot === name ? sum + one.cost * paid.share : sum
    }, 0)
    return Math.round(funding === name ? claimed : Math.min(claimed, leftIn(pots, name)))
  }
  return { arrs: paidBy('arrs'), 'practice-gp': paidBy('practice-gp') }
}
