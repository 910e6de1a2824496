/** Progress of a solve as a single line that a terminal overwrites. */
import type { Level } from '../breach.ts'
import { distance } from './figures.ts'
import { LEVEL_NAMES } from './levels.ts'

/** A running solve. Unknown values are null. */
export interface Progress {
  /** The current stage, in words. */
  readonly stage: string
  readonly level: Level | null
  readonly best: number | null
  /** Relative gap. */
  readonly gap: number | null
  readonly seconds: number
  /** Sentences on the current step, the best rota so far and its gap. */
  readonly doing?: string
  readonly headline?: string
  readonly distance?: string
}

/** "12 s. Improving the rota. Urgent need dealt with on the same day: 93%; at most 3.1% from the best possible", truncated to `width`. */
export function progressLine(progress: Progress, width: number): string {
  const { doing, headline, distance: farther } = progress
  const said = [headline, farther].filter((words) => words !== undefined).join('; ')
  const line =
    doing === undefined
      ? figuresLine(progress)
      : `${Math.round(progress.seconds)} s. ${doing}${said === '' ? '' : `. ${said}`}`
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`
}

/** For a solve without such sentences: "Urgent need: best 14.2, at most 3.1% from the best possible, 12 s". */
function figuresLine(progress: Progress): string {
  const { level, best, gap } = progress
  const name = level === null ? progress.stage : LEVEL_NAMES[level]
  const facts = [
    ...(best === null || !Number.isFinite(best) ? [] : [`best ${Math.round(best * 10) / 10}`]),
    ...(gap === null || !Number.isFinite(gap) ? [] : [`at most ${distance(gap)} from the best possible`]),
    `${Math.round(progress.seconds)} s`,
  ]
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${facts.join(', ')}`
}
