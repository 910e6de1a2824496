/** A director's questions about one staffing mix, answered in one programme held open. */
import { Defect } from '../src/errors.ts'
import type { MixAnswer, MixQuestion, PostPlace } from '../src/mix-answer.ts'
import type { Problem } from '../src/problem.ts'
import { trustedChoice } from './engine-choice.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { bestMix } from './mix/best-mix.ts'
import { mixModelOf } from './mix/mix-model.ts'
import { OpenMix } from './mix/mix-solve.ts'
import { type OpenPost, openPosts, totalsOf } from './mix/open-posts.ts'
import { priorityPrices } from './mix/priorities.ts'
import { type Base, curveOf, gainWith, sessionValues } from './mix/values.ts'
import { costOf } from './report/cost.ts'

export interface MixTask {
  /** The week with a vacant person for each post that could be filled. */
  readonly problem: Problem
  /** By id of vacant person. */
  readonly places: ReadonlyMap<string, PostPlace>
  /** The week as it is: what it costs. */
  readonly before: Problem
  readonly question: MixQuestion
  /** Wall seconds for each level of a choice of posts. */
  readonly seconds: number
  /** Hears what is being solved, in words. */
  readonly onStep?: (doing: string) => void
}

/** Null where the week is impossible as it is. Takes an engine, which blocks its thread. */
export async function answerMix(task: MixTask): Promise<MixAnswer | null> {
  const { problem, places, before, question, seconds, onStep = () => undefined } = task
  onStep('solving the staffing mix as it is')
  await trustedChoice(before)
  const engine = highsEngine()
  const mix = mixModelOf(problem, new Set(places.keys()))
  const open = new OpenMix(mix, engine)
  try {
    const answer = await open.solve()
    if (answer === null) return null
    const { waiting, ...totals } = totalsOf(mix, open, answer)
    const { total: cost, allowance } = costOf(before, [])
    const arrsLeft = (allowance.arrs?.of ?? 0) - (allowance.arrs?.used ?? 0)
    const base: Base = { mix, open, answer, totals, arrsLeft }
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
    const frontier = []
    for (const budget of question.frontier) {
      onStep(`choosing the best posts for £${budget.toLocaleString('en-GB')} a year`)
      frontier.push(await bestMix(base, posts, { ...purse, budget }, engine))
    }
    onStep('pricing the priorities')
    return {
      base: { inTime, met, waiting, cost, levels },
      values,
      ...(points === undefined ? {} : { curve: points, curveOf: shape as NonNullable<MixAnswer['curveOf']> }),
      priorities: await priorityPrices(base),
      ...(question.add.length === 0 ? {} : { added: await added(base, posts, { question, values }) }),
      ...(best === null ? {} : { best }),
      ...(frontier.length === 0 ? {} : { frontier }),
      solved: open.solved,
    }
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
