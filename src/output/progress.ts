/** How far a solve has come, as one line that a terminal writes over and over. */
import type { Level } from '../breach.ts'
import { distance } from './figures.ts'
import { LEVEL_NAMES } from './levels.ts'

/** A solve on its way; what is not known yet is null. */
export interface Progress {
  /** What is being done, in words. */
  readonly stage: string
  readonly level: Level | null
  readonly best: number | null
  /** Relative to the best value. */
  readonly gap: number | null
  readonly seconds: number
}

/** "Urgent need: best 14.2, at most 3.1 % from the best possible, 12 s", cut to `width`. */
export function progressLine(progress: Progress, width: number): string {
  const { level, best, gap } = progress
  const name = level === null ? progress.stage : LEVEL_NAMES[level]
  const facts = [
    ...(best === null || !Number.isFinite(best) ? [] : [`best ${Math.round(best * 10) / 10}`]),
    ...(gap === null || !Number.isFinite(gap) ? [] : [`at most ${distance(gap)} from the best possible`]),
    `${Math.round(progress.seconds)} s`,
  ]
  const line = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${facts.join(', ')}`
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`
}
