/** Describes a workforce plan in sentences, from its compared quarters alone. */
import type { ComparedScenario, Verdict } from './comparison.ts'
import type { PlanQuarter } from './workforce-plan.ts'

type Quarter = Omit<PlanQuarter, 'sentence'>

/** Compares a quarter under the plan with the same quarter if nothing is done. */
export function quarterSentence(quarter: Quarter): string {
  const [without, plan] = quarter.scenarios
  const failed = [without, plan].find(({ sentence }) => sentence !== undefined)
  if (failed?.sentence !== undefined) return `Quarter ${quarter.quarter} has no answer: ${failed.sentence}`
  // Compared as a share, because the number due depends on the waiting list.
  const met = Math.round(100 * difference(quarter, 'routine-in-time'))
  const waiting = waitingMore(quarter)
  const cost = Math.round(quarter.cost.with - quarter.cost.without)
  const words = [
    unlessNone(met, (n) => `${n} points ${met > 0 ? 'more' : 'less'} of other need is met in time in its first week`),
    unlessNone(waiting, (n) => `${n} ${waiting > 0 ? 'more' : 'fewer'} wait past their target at its end`),
    unlessNone(cost, (n) => `it costs £${n} ${cost > 0 ? 'more' : 'less'}`),
  ].filter((part) => part !== null)
  if (words.length === 0) return `Quarter ${quarter.quarter}: the plan changes nothing yet.`
  const last = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return `Quarter ${quarter.quarter}: with the plan ${last} (${VERDICT[quarter.conclusion]}).`
}

const VERDICT: Readonly<Record<Verdict, string>> = {
  better: 'better',
  worse: 'worse',
  'no difference shown': 'no difference shown in patients’ need',
}

/** Sums up the year. */
export function yearSentences(quarters: readonly Quarter[], weeks: number): string[] {
  if (quarters.some(({ scenarios }) => scenarios.some(({ sentence }) => sentence !== undefined))) return []
  const cost = Math.round(quarters.reduce((sum, { cost: pounds }) => sum + pounds.with - pounds.without, 0))
  const training = quarters.reduce((sum, quarter) => sum + quarter.training * weeks, 0)
  const last = quarters.at(-1)
  const waiting = last === undefined ? 0 : waitingMore(last)
  return [
    unlessNone(cost, (n) => `The year costs £${n} ${cost > 0 ? 'more' : 'less'} than if nothing were done.`),
    turningPoint(quarters.map(({ conclusion }) => conclusion)),
    unlessNone(
      waiting,
      (n) => `At the end of the year ${n} ${waiting > 0 ? 'more' : 'fewer'} contacts wait past their target.`,
    ),
    unlessNone(
      training,
      (n) => `${n} paid sessions of the year go into training; protected time stays on top of them.`,
    ),
  ].filter((sentence) => sentence !== null)
}

/** Says from which quarter the plan is better for patients. */
function turningPoint(conclusions: readonly Verdict[]): string {
  const from = conclusions.findIndex((_, k) => conclusions.slice(k).every((one) => one === 'better'))
  const isWorse = conclusions.includes('worse')
  if (from === -1)
    return isWorse
      ? 'Patients are worse off in some quarters, and the plan is not yet better for them at the end of the year.'
      : 'No lasting difference in patients’ need is shown within the year.'
  const quarter = `quarter ${from + 1}`
  return isWorse && conclusions.indexOf('worse') < from
    ? `Patients are worse off at first; from ${quarter} on the plan is better for them.`
    : `From ${quarter} on the plan is better for patients.`
}

/** Contacts past their target at the end of the quarter, with the plan. */
function waitingMore({ waiting }: Quarter): number {
  return Math.round(waiting.with.late - waiting.without.late)
}

function difference({ scenarios: [without, plan] }: Quarter, id: string): number {
  return figureOf(plan, id) - figureOf(without, id)
}

function figureOf({ figures }: ComparedScenario, id: string): number {
  return figures.find((figure) => figure.id === id)?.value ?? 0
}

function unlessNone(amount: number, words: (size: string) => string): string | null {
  return amount === 0 ? null : words(Math.abs(amount).toLocaleString('en-GB'))
}
