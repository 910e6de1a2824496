/** The value of one more session of each role, where it is worth most, and how the value changes with more of them. */
import type { Level } from '../../src/breach.ts'
import type { Curve, CurvePoint, MixGain, MixPot, SessionValue } from '../../src/mix-answer.ts'
import { WEEKS_AT_WORK } from '../../src/pay-weeks.ts'
import type { MixModel } from './mix-model.ts'
import type { MixAnswer, OpenMix } from './mix-solve.ts'
import { fewer, gainOf, type OpenPost, totalsOf } from './open-posts.ts'
import { leftIn, netCost } from './pots.ts'

export interface Base {
  readonly mix: MixModel
  readonly open: OpenMix
  readonly answer: MixAnswer
  readonly totals: MixGain
  readonly pots: readonly MixPot[]
}

/** Number of posts to solve for: the best by estimated value. */
const CHECKED = 24

/** Best first. The most promising are solved with the session added; the rest are estimates. */
export async function sessionValues(base: Base, posts: readonly OpenPost[]): Promise<SessionValue[]> {
  const priced = [...posts].sort((a, b) => byLevels(priceOf(base, a), priceOf(base, b)))
  const values: SessionValue[] = []
  for (const [k, post] of priced.entries()) {
    const checked = k < CHECKED
    const gain = checked ? await gainWith(base, new Map([[post.group, 1]])) : estimateOf(base, post)
    values.push(toldValue(base, post, gain, checked))
  }
  return values.sort((a, b) => byLevels(a.gain.levels, b.gain.levels) || b.gain.met - a.gain.met || a.cost - b.cost)
}

/** The gain of these additional sessions, solved. An infeasible mix gains nothing. */
export async function gainWith({ mix, open, totals }: Base, extra: ReadonlyMap<string, number>): Promise<MixGain> {
  const answer = await open.solve(extra)
  return answer === null ? gainOf(totals, totals) : gainOf(totalsOf(mix, open, answer), totals)
}

function priceOf({ answer }: Base, { group }: OpenPost): MixGain['levels'] {
  const prices = answer.prices.get(group) ?? []
  return Object.fromEntries(answer.levels.map(({ level }, rank) => [level, Math.min(0, prices[rank] ?? 0)]))
}

function estimateOf(base: Base, post: OpenPost): MixGain {
  return { inTime: 0, met: 0, urgent: 0, levels: priceOf(base, post) }
}

const ORDER: readonly Level[] = ['never', 'safety', 'urgent', 'service']

/** Lower first, level by level. */
function byLevels(a: MixGain['levels'], b: MixGain['levels']): number {
  for (const level of ORDER) {
    const difference = (a[level] ?? 0) - (b[level] ?? 0)
    if (Math.abs(difference) > 1e-3) return difference
  }
  return 0
}

function toldValue(base: Base, post: OpenPost, gain: MixGain, checked: boolean): SessionValue {
  const { role, title, site, place, costPerSession: cost, paid } = post
  // One session a week for a year, with the money left for the year.
  const left = paid.pot === null ? 0 : leftIn(base.pots, paid.pot)
  const net = netCost(cost * WEEKS_AT_WORK, paid, left) / WEEKS_AT_WORK
  const metPerThousand = net > 0 ? (1000 * gain.met) / net : null
  return { role, title, site, place, gain, checked, cost, pot: paid.pot, netCost: net, metPerThousand }
}

/** Sessions to either side of the present number. */
const REACH = 10
/** The curve is flat from the session that gains less than this share of the first. */
const FLAT = 0.05

/** From ten sessions fewer to ten more, each solved. */
export async function curveOf(base: Base, post: OpenPost): Promise<Curve> {
  const points: CurvePoint[] = []
  for (let extra = -REACH; extra <= REACH; extra++) {
    const change =
      extra < 0 ? fewer(base.mix.week.groups, post.role, -extra) : new Map(extra === 0 ? [] : [[post.group, extra]])
    const gain = await gainWith(base, change)
    points.push({ extra, ...gain, cost: extra * post.costPerSession, checked: true })
  }
  const { role, title, site, place } = post
  return { role, title, site, place, points, ...shapeOf(points) }
}

/** Where the curve becomes flat, and whether it is concave, by the weighted sum of its levels. */
function shapeOf(points: readonly CurvePoint[]): Pick<Curve, 'flatFrom' | 'concave'> {
  const worth = (point: CurvePoint) =>
    -(point.levels.safety ?? 0) * 1e4 - (point.levels.urgent ?? 0) * 100 - (point.levels.service ?? 0)
  const steps = points
    .slice(1)
    .map((point, k) => ({ extra: point.extra, gain: worth(point) - worth(points[k] ?? point) }))
  const first = steps.find(({ extra }) => extra === 1)?.gain ?? 0
  const flat = steps.find(({ extra, gain }) => extra > 1 && gain < FLAT * first)
  const concave = steps.every(
    ({ gain }, k) => gain <= (steps[k - 1]?.gain ?? gain) + 1e-2 * Math.max(1, Math.abs(gain)),
  )
  return { flatFrom: first <= 1e-3 ? 0 : flat === undefined ? null : flat.extra - 1, concave }
}
