/** The run over England as a page, from the lines that it has left in its file. */
import type { EnglandLine } from '../../cli/england/line.ts'
import { slowest, summarise } from '../../cli/england/summary.ts'
import { distance, percent, whole } from '../../src/output/figures.ts'

export interface EnglandPage {
  readonly lines: readonly EnglandLine[]
  /** Names of the boards by code. */
  readonly icbs: ReadonlyMap<string, string>
  /** Networks of England in the atlas. */
  readonly england: number
  /** What else there is to be told of the run: the command, the machine. */
  readonly notes: readonly string[]
}

/** Networks that are told by name. */
const SLOWEST = 10
/** Networks up to so many practices are told together. */
const SIZES = [2, 4, 6, 8, Number.POSITIVE_INFINITY]
const QUICK_SECONDS = 5

export function englandPage({ lines, icbs, england, notes }: EnglandPage): string {
  const [first] = lines
  if (first === undefined) return '# England\n\nNo network has been planned.\n'
  return [
    '# England',
    '',
    `${whole(lines.length)} of ${whole(england)} networks, the week from ${first.week}, seed ${first.seed}. Real practices, list sizes and`,
    'demand of the atlas; the people are synthetic. Made from the file of `rota england -o FILE` by',
    '`npx tsx scripts/england-page.ts FILE PAGE`.',
    '',
    ...notes.map((note) => `${note}\n`),
    ...figures(lines, england),
    '',
    ...bySize(lines),
    '',
    '## By integrated care board',
    '',
    '| board | networks | practices | people | urgent met on the day | unmet contacts | largest gap | s, mean | s, most | disputed |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...summarise(lines, icbs).map((b) =>
      row([
        b.name,
        ...[b.networks, b.practices, b.people].map(whole),
        percent(b.urgentShare),
        whole(b.unmet),
        distance(b.worstGap),
        b.seconds.toFixed(1),
        b.slowest.toFixed(1),
        whole(b.disputed),
      ]),
    ),
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
    `- Both accounts agree: ${disputed.length === 0 ? 'in every network' : `not in ${disputed.map((l) => l.ods).join(', ')}`}.`,
    `- Ended: ${states.map((state) => `${whole(lines.filter((l) => l.status === state).length)} ${state}`).join(', ')}.`,
    `- Seconds a network: mean ${mean.toFixed(1)}, median ${middle(lines.map((l) => l.seconds)).toFixed(1)}; ${whole(3600 / mean)} networks an hour for each worker.`,
    lines.length === england
      ? `- All of England took ${(seconds / 3600).toFixed(1)} hours of one worker.`
      : `- All of England, ${whole(england)} networks, at this pace: ${((mean * england) / 3600).toFixed(1)} hours of one worker.`,
  ]
}

function bySlowness(lines: readonly EnglandLine[]): string[] {
  return [
    `## The slowest ${Math.min(SLOWEST, lines.length)}`,
    '',
    '| network | practices | people | columns | gap | s | ended |',
    '|---|---|---|---|---|---|---|',
    ...slowest(lines, SLOWEST).map((l) =>
      row([
        `${l.name} (${l.ods})`,
        ...[l.practices, l.people, l.columns].map(whole),
        distance(l.worstGap),
        l.seconds.toFixed(1),
        l.status,
      ]),
    ),
    '',
  ]
}

function bySize(lines: readonly EnglandLine[]): string[] {
  return [
    '## By practices',
    '',
    '| practices | networks | within the gap | under 5 s | s, median | gap, median | largest gap |',
    '|---|---|---|---|---|---|---|',
    ...sizesOf(lines).map(row),
  ]
}

/** Cells of a row for each size that there is. */
function sizesOf(lines: readonly EnglandLine[]): string[][] {
  return SIZES.flatMap((most, k) => {
    const more = SIZES[k - 1] ?? 0
    const own = lines.filter(({ practices }) => practices > more && practices <= most)
    if (own.length === 0) return []
    const gaps = own.map((line) => line.worstGap)
    const within = own.filter(({ status }) => status === 'optimal' || status === 'within-gap')
    const quick = own.filter(({ seconds }) => seconds < QUICK_SECONDS)
    return [
      [
        Number.isFinite(most) ? `${more + 1} to ${most}` : `${more + 1} and more`,
        ...[own.length, within.length, quick.length].map(whole),
        middle(own.map((line) => line.seconds)).toFixed(1),
        ...[middle(gaps), Math.max(...gaps)].map(distance),
      ],
    ]
  })
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
