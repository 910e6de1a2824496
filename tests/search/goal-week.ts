/** The week of one practice as a goal programme, each level's goal found by itself. */

import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { type Goal, goalProgramme } from '../../solver/search/start/goal-programme.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { HIGHS, problemOf } from '../solved-week.ts'
import { practicesTogether } from './practices-together.ts'

export const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

/** The programme of a document, its goals and its goal programme; and where the relaxation of the last level ended. */
export async function goalWeek(document: RotaDocument) {
  const problem = problemOf(document)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  const model = elasticModel(draft, rules, problem)
  const relaxation = new Relaxation(model, HIGHS)
  const goals: Goal[] = []
  for (const [rank, { level }] of model.levels.entries()) {
    const answer = await relaxation.solve(
      rank,
      goals.map(({ bound, allowed }) => bound + allowed),
      LIMITS,
    )
    if (answer.status !== 'optimal') throw new Error(answer.status)
    const bound = Math.max(0, answer.bound)
    const one = Math.max(bound, floorOf(level, problem))
    goals.push({ bound, allowed: 0.001 * one, enough: 0.002 * one })
  }
  const { point: relaxed = new Float64Array() } = relaxation.known(model.levels.length - 1)
  relaxation.close()
  return { draft, model, goals, relaxed, programme: goalProgramme(model, goals, 2) }
}

export const week = await goalWeek(practicesTogether(1))

/** Enough time for everything here. */
export const EFFORT = { engine: HIGHS, limits: () => LIMITS, isOver: () => false, isLate: () => false }
