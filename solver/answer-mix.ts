/** Answers a director's questions about one staffing mix, using one programme held open. */
import { Defect } from '../src/errors.ts'
import type { MixAnswer, MixQuestion, NationalAverage, PostPlace } from '../src/mix-answer.ts'
import type { Problem } from '../src/problem.ts'
import { trustedChoice } from './engine-choice.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { bestMix, frontierOf } from './mix/best-mix.ts'
import { mixModelOf } from './mix/mix-model.ts'
import { OpenMix } from './mix/mix-solve.ts'
import { gainOf, type OpenPost, openPosts, totalsOf } from './mix/open-posts.ts'
import { potsOf } from './mix/pots.ts'
import { priorityPrices } from './mix/priorities.ts'
import { type Base, curveOf, gainWith, sessionValues } from './mix/values.ts'
import { costOf } from './report/cost.ts'
import { yearlyPay } from './report/yearly-pay.ts'

export interface MixTask {
  /** The week, with a vacant person for each post that could be filled. */
  readonly problem: Problem
  /** By id of the vacant person. */
  readonly places: ReadonlyMap<string, PostPlace>
  /** The week as it is, for its cost. */
  readonly before: Problem
  readonly question: MixQuestion
  /** Wall-clock seconds per level when choosing posts. */
  readonly seconds: number
  /** Called with what is being solved, in words. */
  readonly onStep?: (doing: string) => void
  /** The same patients with a team like England's average, if requested. */
  readonly national?: { readonly problem: Problem; readonly staff: NationalAverage['staff'] }
}

/** Null if the week as it is is impossible. Uses an engine, which blocks its thread. */
export async function answerMix(task: MixTask): Promise<MixAnswer | null> {
  const { problem, places, before, question, seconds, national, onStep = () => undefined } = task
  onStep('solving the staffing mix as it is')
  await trustedChoice(before)
  const engine = highsEngine()
  const mix = mixModelOf(problem, new Set(places.keys()))
  const open = new OpenMix(mix, engine)
  try {
    const answer = await open.solve()
    if (answer === null) return null
    const { waiting, ...totals } = totalsOf(mix, open, answer)
    const { total: cost } = costOf(before, [])
    const pots = potsOf(before)
    const base: Base = { mix, open, answer, totals, pots }
    const posts = openPosts(mix, places)
    onStep('trying one more session of each role')
    const values = await sessionValues(base, posts)
    const { inTime, met, levels } = totals
    if (question.curve !== null) onStep('trying from ten sessions fewer to ten more')
    const curve = question.curve === null ? undefined : await curveOf(base, placeFor(question.curve, posts, values))
    const { points, ...shape } = curve ?? {}
    const purse = { funding: question.funding, seconds }
    if (question.budget !== null) onStep('choosing the best posts')
    const best =
      question.budget === null ? null : await bestMix(base, posts, { ...purse, budget: question.budget }, engine)
    const onSum = (sum: number) => onStep(`choosing the best posts for £${sum.toLocaleString('en-GB')} a year`)
    const frontier = await frontierOf(base, posts, { ...purse, budgets: question.frontier, onSum }, engine)
    if (national !== undefined) onStep('solving England’s average team')
    const average = national === undefined ? null : await averageOf(base, national, engine)
    onStep('pricing the priorities')
    return {
      base: { inTime, met, waiting, cost, levels },
      pots,
      values,
      ...(points === undefined ? {} : { curve: points, curveOf: shape as NonNullable<MixAnswer['curveOf']> }),
      priorities: await priorityPrices(base),
      ...(question.add.length === 0 ? {} : { added: await added(base, posts, { question, values }) }),
      ...(best === null ? {} : { best }),
      ...(frontier.length === 0 ? {} : { frontier }),
      ...(average === null ? {} : { average }),
      solved: open.solved,
    }
  } finally {
    open.close()
  }
}

/** What England's average team would do for these patients; null if that week is impossible. */
async function averageOf(
  base: Base,
  { problem, staff }: NonNullable<MixTask['national']>,
  engine: ReturnType<typeof highsEngine>,
): Promise<NationalAverage | null> {
  const mix = mixModelOf(problem)
  const open = new OpenMix(mix, engine)
  try {
    const answer = await open.solve()
    if (answer === null) return null
    const gain = gainOf(totalsOf(mix, open, answer), base.totals)
    const pay = (week: Problem) => Math.round(yearlyPay(week, () => true))
    // Nobody is in post in the base's vacancies, so its pay counts only the others.
    const today = base.mix.week.fine
    const inPost = today.people.filter(({ id }) => !base.mix.week.groups.some((g) => g.vacant && g.people.includes(id)))
    return { staff, gain, cost: pay(problem) - pay({ ...today, people: inPost }) }
  } finally {
    open.close()
  }
}

/** The place where a session of the role is worth most. */
function placeFor(role: string, posts: readonly OpenPost[], values: MixAnswer['values']): OpenPost {
  const best = values.find((value) => value.role === role)
  const post = posts.find((one) => one.role === role && one.site === best?.site)
  if (post === undefined) throw new Defect(`no post of ${role} to try`)
  return post
}

async function added(
  base: Base,
  posts: readonly OpenPost[],
  { question, values }: { question: MixQuestion; values: MixAnswer['values'] },
): Promise<NonNullable<MixAnswer['added']>> {
  const chosen = question.add.map(({ role, sessions }) => ({ post: placeFor(role, posts, values), sessions }))
  const gain = await gainWith(base, new Map(chosen.map(({ post, sessions }) => [post.group, sessions])))
  const cost = chosen.reduce((sum, { post, sessions }) => sum + post.costPerSession * sessions, 0)
  const told = chosen.map(({ post: { role, title, site, place }, sessions }) => ({
    role,
    title,
    site,
    place,
    sessions,
  }))
  return { posts: told, gain, cost }
}
