/** A table of what heuristics did, summed over several solves. */
import type { HeuristicRun } from '../solver/search/heuristic.ts'

interface Tally {
  readonly calls: number
  readonly better: number
  readonly seconds: number
}

/** One or more solves: their seconds and, by name, what each heuristic did. */
export interface Counted {
  readonly solves: number
  readonly seconds: number
  readonly heuristics: ReadonlyMap<string, Tally>
}

export function countedIn(runs: readonly HeuristicRun[], seconds: number): Counted {
  const heuristics = new Map<string, Tally>()
  for (const { name, isBetter, seconds: took } of runs)
    heuristics.set(name, added(heuristics.get(name), { calls: 1, better: isBetter ? 1 : 0, seconds: took }))
  return { solves: 1, seconds, heuristics }
}

export function heuristicsTable(all: readonly Counted[]): string {
  const total = new Map<string, Tally>()
  for (const { heuristics } of all)
    for (const [name, tally] of heuristics) total.set(name, added(total.get(name), tally))
  const solves = all.reduce((sum, one) => sum + one.solves, 0)
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0)
  const rows = [...total]
    .sort(([, a], [, b]) => b.seconds - a.seconds)
    .map(([name, tally]) => {
      const share = seconds === 0 ? 0 : (100 * tally.seconds) / seconds
      return `| ${name} | ${tally.calls} | ${tally.better} | ${tally.seconds.toFixed(1)} | ${share.toFixed(1)}% |\n`
    })
  return [
    `${solves} solves, ${seconds.toFixed(0)} processor seconds\n\n`,
    '| heuristic | calls | better | processor seconds | share |\n|---|---|---|---|---|\n',
    ...rows,
  ].join('')
}

function added(one: Tally | undefined, other: Tally): Tally {
  if (one === undefined) return other
  return {
    calls: one.calls + other.calls,
    better: one.better + other.better,
    seconds: one.seconds + other.seconds,
  }
}
