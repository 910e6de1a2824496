/** Maps values to pixels, with round numbers for the axis ticks. */

export interface Scale {
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** Approximate number of ticks. */
const TICKS = 5

/** `to` may be less than `from`, for an axis that runs upwards. */
export function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const step = roundStep((most - least) / TICKS)
  const [low, high] = [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step]
  const top = high > low ? high : low + step
  const count = Math.round((top - low) / step)
  const ticks = Array.from({ length: count + 1 }, (_, k) => Math.round((low + k * step) * 1e6) / 1e6 + 0)
  return { ticks, at: (value) => from + ((value - low) / (top - low)) * (to - from) }
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  if (!(step > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(step))
  return power * ([1, 2, 5].find((times) => times * power >= step - 1e-12) ?? 10)
}
