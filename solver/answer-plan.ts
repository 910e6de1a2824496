/** A workforce plan: each quarter's staffing mix, next to the same quarter if nothing is done. */
import { type ComparedScenario, comparisonOf, conclusionOf, type Solved } from '../src/comparison.ts'
import { WEEKS_A_QUARTER, WEEKS_A_YEAR } from '../src/pay-weeks.ts'
import { quarterSentence, yearSentences } from '../src/plan-sentences.ts'
import type { Problem } from '../src/problem.ts'
import type { PlanQuarter, WorkforcePlanAnswer } from '../src/workforce-plan.ts'
import { trustedChoice } from './engine-choice.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { solvedMix } from './mix/solved-mix.ts'
import { yearlyPay } from './report/yearly-pay.ts'

export interface PlanTask {
  readonly name: string
  readonly quarters: readonly (Omit<PlanQuarter, 'scenarios' | 'conclusion' | 'cost' | 'sentence'> & {
    readonly without: PlanWeek
    readonly with: PlanWeek
  })[]
}

/** A week that represents a quarter; weeks with the same key are identical. */
export interface PlanWeek {
  readonly problem: Problem
  readonly key: string
}

export async function answerPlan({ name, quarters }: PlanTask, onStep?: (name: string) => void) {
  const solved = new Map<string, Omit<Solved, 'name'>>()
  const engine = highsEngine()
  const solve = async (title: string, { problem, key }: PlanWeek): Promise<Solved> => {
    const known = solved.get(key)
    if (known !== undefined) return { name: title, ...known }
    onStep?.(title)
    await trustedChoice(problem)
    const { name: _, ...found } = await solvedMix(title, problem, engine)
    solved.set(key, found)
    return { name: title, ...found }
  }
  const told: Omit<PlanQuarter, 'sentence'>[] = []
  for (const { without, with: plan, ...rest } of quarters) {
    const pair = [await solve('if nothing is done', without), await solve(name, plan)]
    const { scenarios } = comparisonOf('mix', pair)
    const [base, changed] = scenarios as readonly [ComparedScenario, ComparedScenario]
    const cost = { without: quarterCost(without.problem), with: quarterCost(plan.problem) + rest.once }
    told.push({ ...rest, scenarios: [base, changed], conclusion: conclusionOf(changed), cost })
  }
  const answer: WorkforcePlanAnswer = {
    name,
    quarters: told.map((quarter) => ({ ...quarter, sentence: quarterSentence(quarter) })),
    sentences: yearSentences(told, WEEKS_A_QUARTER),
  }
  return answer
}

/**
 * A quarter of a year's pay, in pounds. Salaries continue during leave, so the document's own week, with more or less leave, is not used.
 */
function quarterCost(problem: Problem): number {
  return Math.round((yearlyPay(problem, () => true) * WEEKS_A_QUARTER) / WEEKS_A_YEAR)
}
