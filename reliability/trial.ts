/** What every trial of the reliability run is given, and what it answers. */

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
  /** Tells whoever watches how far it is. */
  say(line: string): void
  /** To be done when the trial is over, however it ends; last in, first out. */
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

/** A trial that this machine lacks something for. It has not been survived, and the run fails. */
export class Missing extends Error {
  override readonly name = 'Missing'
}

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Asks again, a few times a second, until it is so; rejects after so many seconds with what it waited for. */
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
