/** Measurements of one way to one gap for one case, and the run that they belong to. */
import type { AskedCase } from './asked.ts'
import type { Case } from './documents.ts'
import { median } from './figures.ts'
import { isRelaxation, type Measurement, type Way } from './task.ts'

export interface Entry {
  readonly practices: number
  readonly weeks: number
  readonly way: Way
  readonly gap: number
  readonly runs: readonly Measurement[]
  /** Why there is no measurement; null if there is one. */
  readonly fault: string | null
}

export interface Results {
  readonly machine: string
  /** Cases with the processor seconds allowed per measurement, and the number of measurements run in parallel. */
  readonly allowed: readonly AskedCase[]
  readonly workers: number
  readonly seed: number
  /** Whether it resumed an earlier run. */
  readonly resumed: boolean
  readonly missing: readonly string[]
  readonly entries: readonly Entry[]
}

/** Entries grouped by case, in order. */
export function byCase(entries: readonly Entry[]): Entry[][] {
  const names = [...new Set(entries.map(caseOf))]
  return names.map((name) => entries.filter((entry) => caseOf(entry) === name))
}

function caseOf({ practices, weeks }: Case): string {
  return `${practices} ${weeks}`
}

/** "5 practices", "5 practices, 4 weeks". */
export function caseInWords({ practices, weeks }: Case): string {
  const place = practices === 1 ? '1 practice' : `${practices} practices`
  return weeks === 1 ? place : `${place}, ${weeks} weeks`
}

/** Whether every level was within the gap in every run. */
export function isReached({ runs }: Entry): boolean {
  return runs.length > 0 && runs.every((run) => run.reached)
}

/** Processor seconds of the solve in the median run. */
export function processorOf({ runs }: Entry): number {
  return median(runs.map((run) => run.solve.processor))
}

/** Processor seconds of the case's fastest relaxation; null if none finished. */
export function limitOf(entries: readonly Entry[]): number | null {
  const solved = entries.filter((entry) => isRelaxation(entry.way) && isReached(entry)).map(processorOf)
  return solved.length === 0 ? null : Math.min(...solved)
}
