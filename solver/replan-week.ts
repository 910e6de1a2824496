/** The best rotas with few changes to a published one. */
import type { Problem } from '../src/problem.ts'
import type { ReplanAnswer } from '../src/replan-answer.ts'
import { meetsNeeds, type Rota } from '../src/rota.ts'
import { trustedChoice } from './engine-choice.ts'
import { isInForce } from './facts/rule-settings.ts'
import { replanAnswer } from './replan/replan-report.ts'
import { type Replan, replans } from './replan/replans.ts'
import { RULES } from './rules/index.ts'
import { contactPlan } from './search/contact-plan.ts'

export interface ReplanTask {
  /** The week as it is now, in which the published rota may no longer be possible. */
  readonly problem: Problem
  /** As published. */
  readonly rota: Rota
  /** Index of the first session that has not started; nothing before it changes. */
  readonly since: number
  /** Numbers of changes to plan for, ascending. */
  readonly allowed: readonly (number | 'any')[]
  /** Seconds from any fixed point. Needed for the full search for any number of changes; undefined to skip it. */
  readonly clock?: () => number
  readonly onStep?: (allowed: number | 'any') => void
  /** Called with the answer so far, after each number of changes but the last. */
  readonly onPoint?: (soFar: ReplanAnswer) => void
}

/** Uses an engine, which blocks its thread. */
export async function replanWeek({
  problem,
  rota,
  since,
  allowed,
  clock,
  onStep,
  onPoint,
}: ReplanTask): Promise<ReplanAnswer> {
  const { engine } = await trustedChoice(problem)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  try {
    const isBare = rota.clinics.length === 0 && rota.assignments.some((a) => meetsNeeds(a.work))
    const published = isBare ? await contactPlan(problem, rota.assignments, { engine, rules }) : rota
    const moves = allowed.map((most) => (most === 'any' ? Number.POSITIVE_INFINITY : most))
    const tell = (most: number) => onStep?.(Number.isFinite(most) ? most : 'any')
    const isGone = (person: string, session: number) => problem.availability.get(person)?.away[session] === true
    const left = published.assignments.filter((a) => a.session < since || !isGone(a.person, a.session))
    const answerOf = (found: readonly Replan[]) =>
      replanAnswer(found, allowed, { problem, published: { ...published, assignments: left } })
    const found = await replans({ problem, rules, rota: published, since }, moves, {
      engine,
      onStep: tell,
      onFound: (soFar) => soFar.length < moves.length && onPoint?.(answerOf(soFar)),
      ...(clock === undefined ? {} : { clock }),
    })
    return answerOf(found)
  } finally {
    await engine.close?.()
  }
}
