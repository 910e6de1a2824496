/** Input and output of a reliability trial. */

export interface Ground {
  readonly seed: number
  /** Whether to run at the small size for CI. */
  readonly small: boolean
  /** Number of attempts: as requested, or the default for full or small size. */
  count(sizes: { readonly full: number; readonly small: number }): number
  /** True once the trial's time is up: it must end and report how far it got. */
  isLate(): boolean
  /** The trial's own folder, deleted by the runner. */
  readonly folder: string
  /** Prints progress. */
  say(line: string): void
  /** Registers clean-up for when the trial ends, in any way; last in, first out. */
  after(tidy: () => unknown): void
}

/** A table row: what was tried, how often, and the result. */
export interface Row {
  readonly what: string
  readonly tried: string
  readonly seen: string
  readonly survived: boolean
}

export interface Trial {
  /** Name for `--only`. */
  readonly name: string
  readonly title: string
  run(ground: Ground): Promise<readonly Row[]>
}

/** Thrown if this machine lacks a prerequisite. Trial and run count as failed. */
export class Missing extends Error {
  override readonly name = 'Missing'
}

/** Resolves after this many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Polls a few times a second until the condition holds; rejects after this many seconds with what it waited for. */
export async function until<T>(
  what: { readonly waitingFor: string; readonly seconds: number },
  look: () => Promise<T> | T,
  isSo: (seen: T) => boolean,
): Promise<T> {
  const end = performance.now() + what.seconds * 1000
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    if (performance.now() > end) throw new Error(`Waited ${what.seconds} s for ${what.waitingFor}.`)
    await pause(200)
  }
}
