/** The week of one practice as a programme that aims at all levels, each level's aim found by itself. */

import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { relax } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { Prospect } from '../../solver/search/relaxation.ts'
import { type Aim, aimed } from '../../solver/search/start/goal-programme.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { HIGHS, problemOf } from '../solved-week.ts'
import { practicesTogether } from './practices-together.ts'

export const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

/** The programme of a document, its aims and the programme that aims at all of them; and where the last look has ended. */
export async function aimedWeek(document: RotaDocument) {
  const problem = problemOf(document)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  const model = relax(draft, rules, problem)
  const prospect = new Prospect(model, HIGHS)
  const aims: Aim[] = []
  for (const [rank, { level }] of model.levels.entries()) {
    const looked = await prospect.look(
      rank,
      aims.map(({ bound, allowed }) => bound + allowed),
      LIMITS,
    )
    if (looked.status !== 'optimal') throw new Error(looked.status)
    const bound = Math.max(0, looked.bound)
    const one = Math.max(bound, floorOf(level, problem))
    aims.push({ bound, allowed: 0.001 * one, enough: 0.002 * one })
  }
  const { point: looked = new Float64Array() } = prospect.seen(model.levels.length - 1)
  prospect.close()
  return { draft, model, aims, looked, programme: aimed(model, aims, 2) }
}

export const week = await aimedWeek(practicesTogether(1))
