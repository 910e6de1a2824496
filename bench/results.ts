/** Measurements of one run as a page, with ratios made within the run: the machine's speed falls out of them. */
import type { Measurement, Way } from './task.ts'

/** One way to one gap for one case, measured several times. */
export interface Entry {
  readonly practices: number
  readonly weeks: number
  readonly way: Way
  readonly gap: number
  readonly runs: readonly Measurement[]
  /** Why there is no measurement, where there is none. */
  readonly fault: string | null
}

export interface Results {
  readonly machine: string
  /** Wall seconds that a measurement was allowed. */
  readonly seconds: number
  readonly seed: number
  readonly missing: readonly string[]
  readonly entries: readonly Entry[]
}

export function resultsPage({ machine, seconds, seed, missing, entries }: Results): string {
  const cases = [...new Set(entries.map((entry) => `${entry.practices} ${entry.weeks}`))]
  return [
    '# Measured',
    '',
    `By \`npm run bench\`, in one run. ${machine}. Seed ${seed}; ${seconds} s allowed for each measurement, each in a process of`,
    'its own; medians, with the least and the most in brackets where there are several. "s" are wall seconds, "cpu" processor seconds.',
    'The gap is proven on every level. The relaxation is of all levels in order, by the faster of simplex and interior point.',
    '',
    ...(missing.length === 0 ? [] : ['Peers that were not there:', '', ...missing.map((peer) => `- ${peer}`), '']),
    ...cases.flatMap((one) => section(entries.filter((entry) => `${entry.practices} ${entry.weeks}` === one))),
  ].join('\n')
}

function section(entries: readonly Entry[]): string[] {
  const [first] = entries
  const known = entries.flatMap(({ runs }) => runs)[0]
  if (first === undefined) return []
  const title = `## ${first.practices} ${first.practices === 1 ? 'practice' : 'practices'}, ${first.weeks} ${first.weeks === 1 ? 'week' : 'weeks'}`
  const size =
    known === undefined
      ? 'Nothing was measured.'
      : `${count(known.people)} people, ${count(known.columns)} columns (${count(known.wholeColumns)} whole), ${count(known.rows)} rows.`
  const limit = limitOf(entries)
  return [
    title,
    '',
    size,
    '',
    '| way | gap | s | cpu | of the relaxation (cpu) | memory, MB | how it ended |',
    '|---|---|---|---|---|---|---|',
    ...entries.map((entry) => line(entry, limit)),
    '',
    ...remarks(entries),
    '',
  ]
}

function line({ way, gap, runs, fault }: Entry, limit: number | null): string {
  const asked = way.startsWith('relaxation') ? '–' : `${100 * gap} %`
  if (runs.length === 0) return `| ${way} | ${asked} | – | – | – | – | ${fault ?? 'not measured'} |`
  const cpu = runs.map((run) => run.build.processor + run.solve.processor)
  const wall = runs.map((run) => run.build.wall + run.solve.wall)
  const reached = runs.every((run) => run.reached)
  const refused = runs.every((run) => run.solve.wall < 0.05)
  const ratio = limit === null || refused ? '–' : `${reached ? '' : '> '}${(median(cpu) / limit).toFixed(1)}`
  const ends = [...new Set(runs.map((run) => run.end))].join('; ')
  const memory = Math.round(median(runs.map((run) => run.peakMemory)))
  return `| ${way} | ${asked} | ${spread(wall)} | ${spread(cpu)} | ${ratio} | ${count(memory)} | ${ends} |`
}

/** The first rota, the parts that must stay small, and ours against HiGHS undivided. */
function remarks(entries: readonly Entry[]): string[] {
  const ours = entries.filter((entry) => entry.way === 'ours')
  const firsts = ours.flatMap(({ runs }) => runs.flatMap(({ first }) => (first === null ? [] : [first])))
  const shares = ours.flatMap(({ runs }) =>
    runs.map(
      ({ build, judge, solve }) => (build.processor + (judge?.processor ?? 0)) / Math.max(1e-9, solve.processor),
    ),
  )
  const whole = entries.find((entry) => entry.way === 'highs-undivided')
  const same = ours.find((entry) => entry.gap === whole?.gap)
  return [
    ...(firsts.length === 0
      ? []
      : [`- A first rota: ${spread(firsts.map((f) => f.wall))} s, ${spread(firsts.map((f) => f.processor))} cpu.`]),
    ...(shares.length === 0
      ? []
      : [`- Building and judging take ${(100 * median(shares)).toFixed(1)} % of the solve (to stay below 10 %).`]),
    ...(whole === undefined || same === undefined || whole.runs.length === 0 || same.runs.length === 0
      ? []
      : [`- HiGHS undivided takes ${against(whole, same)} × our processor time to the same gap.`]),
  ]
}

function against(peer: Entry, ours: Entry): string {
  const ratio = median(peer.runs.map(cpuOf)) / Math.max(1e-9, median(ours.runs.map(cpuOf)))
  const cut = peer.runs.every((run) => run.reached) ? '' : 'more than '
  return `${cut}${ratio.toFixed(1)}${ours.runs.every((run) => run.reached) ? '' : ' (ours did not reach it)'}`
}

function cpuOf(run: Measurement): number {
  return run.solve.processor
}

/** Processor seconds of the faster relaxation; none where neither was solved. */
function limitOf(entries: readonly Entry[]): number | null {
  const solved = entries
    .filter((entry) => entry.way.startsWith('relaxation'))
    .flatMap(({ runs }) => (runs.length > 0 && runs.every((run) => run.reached) ? [median(runs.map(cpuOf))] : []))
  return solved.length === 0 ? null : Math.min(...solved)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

function spread(values: readonly number[]): string {
  const middle = median(values).toFixed(1)
  return values.length < 2 ? middle : `${middle} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`
}

function count(value: number): string {
  return value.toLocaleString('en-GB')
}
