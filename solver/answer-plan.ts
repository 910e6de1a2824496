/** A workforce plan: each quarter's staffing mix, next to the same quarter if nothing is done. */
import { type ComparedScenario, comparisonOf, conclusionOf, type Solved } from '../src/comparison.ts'
import { WEEKS_A_QUARTER, WEEKS_A_YEAR } from '../src/pay-weeks.ts'
import { quarterSentence, yearSentences } from '../src/plan-sentences.ts'
import type { Problem } from '../src/problem.ts'
import type { PlanQuarter, QuarterWaiting, WaitingRow, WorkforcePlanAnswer } from '../src/workforce-plan.ts'
import { trustedChoice } from './engine-choice.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { lateOf, type WaitingByNeed, waitingAfter, waitingAtStart, waitingRows } from './mix/carried-waiting.ts'
import { solvedMix } from './mix/solved-mix.ts'
import { yearlyPay } from './report/yearly-pay.ts'

export interface PlanTask {
  readonly name: string
  readonly quarters: readonly (Omit<PlanQuarter, 'scenarios' | 'conclusion' | 'cost' | 'sentence' | 'waiting'> & {
    readonly without: PlanWeek
    readonly with: PlanWeek
  })[]
}

/** A week that represents a quarter; weeks with the same key are identical. */
export interface PlanWeek {
  readonly problem: Problem
  readonly key: string
  /** The same week with another waiting list at its start. */
  readonly carrying: (waiting: readonly WaitingRow[]) => PlanWeek
}

export async function answerPlan({ name, quarters }: PlanTask, onStep?: (name: string) => void) {
  const solved = new Map<string, Found>()
  const engine = highsEngine()
  const solve = async (title: string, { problem, key }: PlanWeek) => {
    const known = solved.get(key)
    if (known !== undefined) return { ...known, mix: { ...known.mix, name: title } }
    onStep?.(title)
    await trustedChoice(problem)
    const mix = await solvedMix(title, problem, engine)
    const found = { mix, waiting: await waitingAfter(problem, engine) }
    solved.set(key, found)
    return found
  }
  const told: Omit<PlanQuarter, 'sentence'>[] = []
  let left: Left | null = null
  for (const { without, with: plan, ...rest } of quarters) {
    const weeks: readonly [PlanWeek, PlanWeek] = [carried(without, left?.without), carried(plan, left?.with)]
    const [nothing, decided]: readonly [Found, Found] = [
      await solve('if nothing is done', weeks[0]),
      await solve(name, weeks[1]),
    ]
    const { scenarios } = comparisonOf('mix', [nothing.mix, decided.mix])
    const [base, changed] = scenarios as readonly [ComparedScenario, ComparedScenario]
    const cost = { without: quarterCost(without.problem), with: quarterCost(plan.problem) + rest.once }
    const waiting = { without: runOf(weeks[0], nothing), with: runOf(weeks[1], decided) }
    left = { without: nothing.waiting, with: decided.waiting }
    told.push({ ...rest, scenarios: [base, changed], conclusion: conclusionOf(changed), cost, waiting })
  }
  const answer: WorkforcePlanAnswer = {
    name,
    quarters: told.map((quarter) => ({ ...quarter, sentence: quarterSentence(quarter) })),
    sentences: yearSentences(told, WEEKS_A_QUARTER),
  }
  return answer
}

/** What is carried over from one quarter to the next. */
interface Left {
  readonly without: WaitingByNeed
  readonly with: WaitingByNeed
}

interface Found {
  readonly mix: Solved
  /** At the end of the quarter. */
  readonly waiting: WaitingByNeed
}

/** The week with the previous quarter's waiting list; the first quarter keeps the document's own. */
function carried(week: PlanWeek, left: WaitingByNeed | undefined): PlanWeek {
  return left === undefined ? week : week.carrying(waitingRows(week.problem, left))
}

function runOf({ problem }: PlanWeek, { waiting }: Found): QuarterWaiting {
  return { start: total(waitingAtStart(problem)), end: total(waiting), late: Math.round(lateOf(waiting, problem)) }
}

function total(waiting: WaitingByNeed): number {
  return Math.round([...waiting.values()].reduce((sum, contacts) => sum + contacts, 0))
}

/**
 * A quarter of a year's pay, in pounds. Salaries continue during leave, so the document's own week, with more or less leave, is not used.
 */
function quarterCost(problem: Problem): number {
  return Math.round((yearlyPay(problem, () => true) * WEEKS_A_QUARTER) / WEEKS_A_YEAR)
}
