/** What a benchmark run measures: chains of measurements, each of which determines whether the next is worthwhile. */

import type { Asked, AskedCase } from './asked.ts'
import type { Entry } from './entry.ts'
import { isReached, processorOf } from './entry.ts'
import { percent } from './figures.ts'
import { type Peer, RELAXATIONS, type Way } from './task.ts'

/** Gap asked of the peers. */
const PEER_GAP = 0.01

/**
 * Relaxations that are not warm-started get this multiple of the warm one's seconds: it is nearly always
 * the fastest, and only the fastest is used as the limit.
 */
const SLOWER = 3

export interface Step {
  readonly way: Way
  readonly gap: number
  /** Processor seconds allowed. */
  readonly seconds: number
}

export interface Chain {
  readonly of: AskedCase
  /** In the order of measurement. */
  readonly ways: readonly { readonly way: Way; readonly gap: number }[]
}

/** For each case: our own solve from the widest gap to the narrowest, the relaxations, and each peer on its own. */
export function chainsFor({ cases, gaps }: Pick<Asked, 'cases' | 'gaps'>, peers: readonly Peer[]): Chain[] {
  const ours = [...gaps].sort((a, b) => b - a).map((gap) => ({ way: 'ours' as const, gap }))
  const relaxations = [...RELAXATIONS].reverse().map((way) => ({ way, gap: PEER_GAP }))
  return cases.flatMap((of) => [
    { of, ways: ours },
    { of, ways: relaxations },
    ...peers.map((way) => ({ of, ways: [{ way, gap: PEER_GAP }] })),
  ])
}

/** Measures a chain step by step; skips a narrower gap if a wider one was not reached. */
export async function follow(
  { of, ways }: Chain,
  measure: (step: Step) => Promise<Entry>,
  onEntry: (entry: Entry) => void,
): Promise<void> {
  let missed: Entry | undefined
  let { seconds } = of
  for (const { way, gap } of ways) {
    const { practices, weeks } = of
    const entry =
      missed === undefined
        ? await measure({ way, gap, seconds })
        : { practices, weeks, way, gap, runs: [], fault: `not tried, since ${percent(missed.gap)} was not reached` }
    if (way === 'ours' && !isReached(entry)) missed ??= entry
    if (way === 'relaxation-warm' && isReached(entry)) seconds = Math.min(seconds, SLOWER * processorOf(entry))
    onEntry(entry)
  }
}

/** A known measurement of the same case, way and gap. */
export function knownOf(entries: readonly Entry[], of: AskedCase, { way, gap }: Step): Entry | undefined {
  return entries.find((one) => isSame(one, { ...of, way, gap }) && one.runs.length > 0)
}

/** Earlier measurements that this run has not repeated yet. */
export function leftOf(before: readonly Entry[], entries: readonly Entry[]): Entry[] {
  return before.filter((one) => !entries.some((other) => isSame(one, other)))
}

type Asking = Pick<Entry, 'practices' | 'weeks' | 'way' | 'gap'>

function isSame(one: Asking, other: Asking): boolean {
  return (
    one.practices === other.practices && one.weeks === other.weeks && one.way === other.way && one.gap === other.gap
  )
}

/** Runs `by` items at a time, in order. */
export async function side<T>(by: number, work: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  const left = [...work]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await one(item)
  }
  await Promise.all(Array.from({ length: by }, worker))
}
