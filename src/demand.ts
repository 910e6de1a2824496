/** Contacts that arrive or wait, as counts, never a patient; and when they are due. */
import { DEMAND_VARIATION } from './policy.ts'

export interface Arrivals {
  readonly site: string
  readonly need: string
  /** Session index. */
  readonly session: number
  /** What is planned for: more than the mean of same-day needs if the document is planned at its P80. */
  readonly contacts: number
  /** What is expected, as the document has it. */
  readonly mean: number
}

export interface Waiting {
  readonly site: string
  readonly need: string
  /** Days of the calendar since they asked, when the horizon starts. */
  readonly waitedDays: number
  /**
   * Day of the horizon by whose end they should be met: its first working day if already overdue; none after the
   * horizon.
   */
  readonly due: number | null
  readonly contacts: number
}

/**
 * Day of the horizon by whose end somebody who asks on `day` should be met, given this many working days; none if it
 * lies after the horizon.
 */
export function dueDay(workingDays: readonly number[], day: number, withinDays: number): number | null {
  let left = withinDays
  for (const working of workingDays) {
    if (working <= day) continue
    left -= 1
    if (left === 0) return working
  }
  return null
}

/** Standard normal deviate that four in five do not exceed. */
const Z80 = 0.8416212335729143

/**
 * Contacts of a day that four days in five do not exceed, where `mean` are expected. They come by chance (Poisson) around an
 * expectation that itself varies by DEMAND_VARIATION: variance = mean + (variation · mean)². The quantile is that of the gamma
 * distribution with this mean and variance, by the formula of Wilson and Hilferty (1931), so that it grows smoothly from
 * zero; never below the mean, where most days bring nobody.
 */
export function busyDay(mean: number): number {
  if (mean <= 0) return 0
  const spread = (1 + DEMAND_VARIATION ** 2 * mean) / (9 * mean)
  return mean * Math.max(1, (1 - spread + Z80 * Math.sqrt(spread)) ** 3)
}
