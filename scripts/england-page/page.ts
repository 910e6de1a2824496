/** Formats a run over England as a page, from its output file. */
import type { EnglandLine } from '../../cli/england/line.ts'
import { bySize, slowest, summarise } from '../../cli/england/summary.ts'
import { distance, percent, whole } from '../../src/output/figures.ts'

export interface EnglandPage {
  readonly lines: readonly EnglandLine[]
  /** Number of networks in the atlas. */
  readonly england: number
  /** Further notes on the run: the command, the machine. */
  readonly notes: readonly string[]
}

/** Number of networks listed individually, without names. */
const SLOWEST = 10
const QUICK_SECONDS = 5

export function englandPage({ lines, england, notes }: EnglandPage): string {
  const [first] = lines
  if (first === undefined) return '# England\n\nNo network has been planned.\n'
  return [
    '# England',
    '',
    `${whole(lines.length)} of ${whole(england)} networks, week of ${first.week}, seed ${first.seed}. Practices, list sizes and demand come from the`,
    'atlas; the people are synthetic, so these figures say nothing about any real network or board, and none is named. Generated from the output',
    'of `rota england -o FILE` with `npx tsx scripts/england-page.ts FILE PAGE`.',
    '',
    ...notes.map((note) => `${note}\n`),
    ...figures(lines, england),
    '',
    ...practicesTable(lines),
    '',
    ...bySlowness(lines),
  ].join('\n')
}

function figures(lines: readonly EnglandLine[], england: number): string[] {
  const seconds = lines.reduce((sum, line) => sum + line.seconds, 0)
  const mean = seconds / lines.length
  const states = [...new Set(lines.map(({ status }) => status))].sort()
  const disputed = lines.filter((line) => !line.agrees)
  return [
    `- Model and checks agree: ${disputed.length === 0 ? 'in every network' : `not in ${disputed.map((l) => l.ods).join(', ')}`}.`,
    `- Status: ${states.map((state) => `${whole(lines.filter((l) => l.status === state).length)} ${state}`).join(', ')}.`,
    `- ${allWords(lines)}`,
    `- Seconds per network: mean ${mean.toFixed(1)}, median ${middle(lines.map((l) => l.seconds)).toFixed(1)}; ${whole(3600 / mean)} networks an hour per worker.`,
    lines.length === england
      ? `- All of England took ${(seconds / 3600).toFixed(1)} hours on one worker.`
      : `- All of England, ${whole(england)} networks, at this pace: ${((mean * england) / 3600).toFixed(1)} hours on one worker.`,
  ]
}

/** All networks together. */
function allWords(lines: readonly EnglandLine[]): string {
  const all = summarise(lines).at(-1)
  if (all === undefined) return ''
  const { practices, people, urgentShare, unmet } = all
  return `${whole(practices)} practices, ${whole(people)} synthetic people. Urgent need dealt with on the day: ${percent(urgentShare)} (official measure); contacts not met in time: ${whole(unmet)}.`
}

function bySlowness(lines: readonly EnglandLine[]): string[] {
  return [
    `## The slowest ${Math.min(SLOWEST, lines.length)}`,
    '',
    '| practices | people | columns | gap | s | status |',
    '|---|---|---|---|---|---|',
    ...slowest(lines, SLOWEST).map((l) =>
      row([...[l.practices, l.people, l.columns].map(whole), distance(l.worstGap), l.seconds.toFixed(1), l.status]),
    ),
    '',
  ]
}

function practicesTable(lines: readonly EnglandLine[]): string[] {
  return [
    '## By number of practices',
    '',
    '| practices | networks | within the gap | under 5 s | median s | median gap | largest gap |',
    '|---|---|---|---|---|---|---|',
    ...bySize(lines).map((group) => row([group.name, ...cellsOf(group.lines)])),
  ]
}

function cellsOf(own: readonly EnglandLine[]): string[] {
  const gaps = own.map((line) => line.worstGap)
  const within = own.filter(({ status }) => status === 'optimal' || status === 'within-gap')
  const quick = own.filter(({ seconds }) => seconds < QUICK_SECONDS)
  return [
    ...[own.length, within.length, quick.length].map(whole),
    middle(own.map((line) => line.seconds)).toFixed(1),
    ...[middle(gaps), Math.max(...gaps)].map(distance),
  ]
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
