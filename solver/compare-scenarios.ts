/** Compares scenarios, either as staffing mixes in this thread or by the rotas already planned for them. */
import { type Comparison, comparisonOf, type Solved } from '../src/comparison.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { trustedChoice } from './engine-choice.ts'
import { highsEngine } from './engines/highs/highs.ts'
import { solvedMix } from './mix/solved-mix.ts'
import { solvedRota } from './mix/solved-rota.ts'

/** A scenario's week; the base comes first. */
export interface ComparedWeek {
  readonly name: string
  readonly problem: Problem
}

export async function compareMixes(
  weeks: readonly ComparedWeek[],
  onStep?: (name: string) => void,
): Promise<Comparison> {
  const solved: Solved[] = []
  const [first] = weeks
  if (first !== undefined) await trustedChoice(first.problem)
  const engine = highsEngine()
  for (const { name, problem } of weeks) {
    onStep?.(name)
    solved.push(await solvedMix(name, problem, engine))
  }
  return comparisonOf('mix', solved)
}

export interface PlannedWeek extends ComparedWeek {
  readonly report: Report
  readonly rota: Rota
}

export function compareRotas(weeks: readonly PlannedWeek[]): Comparison {
  return comparisonOf(
    'rota',
    weeks.map(({ name, ...week }) => solvedRota(name, week)),
  )
}
