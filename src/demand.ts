/** Contacts arriving or waiting, and when they are due. Always counts, never individual patients. */
import { DEMAND_VARIATION } from './policy.ts'

export interface Arrivals {
  readonly site: string
  readonly need: string
  /** Session index. */
  readonly session: number
  /** Contacts planned for. More than the mean for same-day needs if the document plans at P80. */
  readonly contacts: number
  /** Contacts expected, as given in the document. */
  readonly mean: number
}

export interface Waiting {
  readonly site: string
  readonly need: string
  /** Calendar days between the request and the start of the horizon. */
  readonly waitedDays: number
  /** Day of the horizon by the end of which they should be met: its first working day if already overdue; null if after the horizon. */
  readonly due: number | null
  readonly contacts: number
}

/**
 * Day of the horizon by the end of which a contact requested on `day` should be met, given this many working days. Null if it is after
 * the horizon.
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

/** Standard normal quantile at 80%. */
const Z80 = 0.8416212335729143

/**
 * The 80th percentile of a day's contacts with the given mean. Arrivals are Poisson around a rate that itself varies by DEMAND_VARIATION,
 * so variance = mean + (variation · mean)². The quantile is that of the gamma distribution with this mean and variance, in Wilson and
 * Hilferty's (1931) approximation, so that it grows smoothly from zero. Never below the mean, as it would otherwise be when most days
 * bring no contacts.
 */
export function busyDay(mean: number): number {
  if (mean <= 0) return 0
  const spread = (1 + DEMAND_VARIATION ** 2 * mean) / (9 * mean)
  return mean * Math.max(1, (1 - spread + Z80 * Math.sqrt(spread)) ** 3)
}
