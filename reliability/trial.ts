/** What every trial of the reliability run gets and returns. */

export interface Ground {
  readonly seed: number
  /** Full size, or as small as CI has time for. */
  readonly small: boolean
  /** How often something is tried: as was asked for, or at full or small size. */
  count(sizes: { readonly full: number; readonly small: number }): number
  /** True once the time that this trial was given is over: it ends, and says how far it came. */
  isLate(): boolean
  /** A folder of this trial's own; whoever runs the trial takes it away. */
  readonly folder: string
  /** Reports progress to whoever watches. */
  say(line: string): void
  /** To do when the trial is over, however it ends; last in, first out. */
  after(tidy: () => unknown): void
}

/** One line of the table: what was tried, how often, and what came of it. */
export interface Row {
  readonly what: string
  readonly tried: string
  readonly seen: string
  readonly survived: boolean
}

export interface Trial {
  /** As `--only` names it. */
  readonly name: string
  readonly title: string
  run(ground: Ground): Promise<readonly Row[]>
}

/** Something that this machine lacks for a trial. The trial counts as failed, and so does the run. */
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
