/**
 * Figures of the run over England: by size of network, in total, and for the slowest networks. The people are synthetic, so no
 * figure is shown with the name of a network or board.
 */
import { distance, percent, whole } from '../../src/output/figures.ts'
import type { EnglandLine } from './line.ts'

export interface SizeSummary {
  /** "3 to 4 practices", "All networks". */
  readonly name: string
  readonly networks: number
  readonly practices: number
  readonly people: number
  /** Of all urgent contacts that are due. */
  readonly urgentShare: number
  /** Contacts of any need that are not met in time. */
  readonly unmet: number
  readonly worstGap: number
  /** Elapsed seconds of an average network, and of the slowest. */
  readonly seconds: number
  readonly slowest: number
  /** Networks for which model and checks differ. */
  readonly disputed: number
}

/** Upper bounds of the size groups, in practices. */
const SIZES = [2, 4, 6, 8, Number.POSITIVE_INFINITY]

export interface SizeGroup {
  /** "3 to 4", "9 and more". */
  readonly name: string
  readonly lines: readonly EnglandLine[]
}

/** By number of practices, smallest first; empty groups are omitted. */
export function bySize(lines: readonly EnglandLine[]): SizeGroup[] {
  return SIZES.flatMap((most, k) => {
    const more = SIZES[k - 1] ?? 0
    const own = lines.filter(({ practices }) => practices > more && practices <= most)
    const name = Number.isFinite(most) ? `${more + 1} to ${most}` : `${more + 1} and more`
    return own.length === 0 ? [] : [{ name, lines: own }]
  })
}

/** Smallest networks first, then all of them. */
export function summarise(lines: readonly EnglandLine[]): SizeSummary[] {
  const sizes = bySize(lines).map((group) => ({ name: `${group.name} practices`, ...figuresOf(group.lines) }))
  return [...sizes, { name: 'All networks', ...figuresOf(lines) }]
}

function figuresOf(lines: readonly EnglandLine[]): Omit<SizeSummary, 'name'> {
  const sum = (figure: (line: EnglandLine) => number) => lines.reduce((total, line) => total + figure(line), 0)
  const due = sum((line) => line.urgentDue)
  return {
    networks: lines.length,
    practices: sum((line) => line.practices),
    people: sum((line) => line.people),
    urgentShare: due === 0 ? 1 : sum((line) => line.urgentDue * line.urgentShare) / due,
    unmet: Math.round(sum((line) => line.unmet)),
    worstGap: Math.max(0, ...lines.map((line) => line.worstGap)),
    seconds: lines.length === 0 ? 0 : Math.round((100 * sum((line) => line.seconds)) / lines.length) / 100,
    slowest: Math.max(0, ...lines.map((line) => line.seconds)),
    disputed: lines.filter((line) => !line.agrees).length,
  }
}

export function slowest(lines: readonly EnglandLine[], most: number): EnglandLine[] {
  return [...lines].sort((a, b) => b.seconds - a.seconds || (a.ods < b.ods ? -1 : 1)).slice(0, most)
}

/** One line for one network, without its name. */
export function lineInWords(line: EnglandLine): string {
  const facts = [
    `${line.practices} practices`,
    `${line.people} people`,
    `urgent ${percent(line.urgentShare)}`,
    `${whole(line.unmet)} late`,
    `gap ${distance(line.worstGap)}`,
    `${line.seconds.toFixed(1)} s`,
    `${whole(line.columns)} columns`,
    line.agrees ? 'agrees' : 'DISPUTED',
    ...(line.status === 'optimal' || line.status === 'within-gap' ? [] : [line.status]),
  ]
  return facts.join(', ')
}

export function summaryInWords(sizes: readonly SizeSummary[], slow: readonly EnglandLine[]): string {
  const width = Math.max(...sizes.map(({ name }) => name.length))
  const rows = sizes.map((b) =>
    [
      b.name.padEnd(width),
      whole(b.networks).padStart(8),
      whole(b.practices).padStart(9),
      whole(b.people).padStart(7),
      percent(b.urgentShare).padStart(6),
      whole(b.unmet).padStart(9),
      distance(b.worstGap).padStart(9),
      b.seconds.toFixed(1).padStart(8),
      b.slowest.toFixed(1).padStart(8),
      whole(b.disputed).padStart(8),
    ].join(' '),
  )
  const head = `${''.padEnd(width)} networks practices  people urgent      late worst gap s, mean   s, max disputed`
  const slowLines = slow.length === 0 ? [] : ['', `The slowest ${slow.length}`, ...slow.map(lineInWords)]
  return [head, ...rows, ...slowLines, ''].join('\n')
}

/** What the run took, to estimate how long all of England would take. */
export interface Spent {
  /** Networks planned in this run. */
  readonly planned: number
  /** Seconds, and processor seconds of all threads together. */
  readonly wall: number
  /** Null if other processes did the work. */
  readonly processor: number | null
}

/** Networks in England, as in the atlas. */
const ENGLAND = 1298

export function speedInWords({ planned, wall, processor }: Spent): string {
  if (planned === 0) return 'No network was planned in this run.'
  const hours = (n: number) => `${(n / 3600).toFixed(1)} h`
  const likeThis = hours((wall / planned) * ENGLAND)
  if (processor === null)
    return `${whole(planned)} networks in ${wall.toFixed(0)} s, through the queue. At this rate all ${whole(ENGLAND)} would take ${likeThis}.`
  const each = processor / planned
  return [
    `${whole(planned)} networks in ${wall.toFixed(0)} s and ${processor.toFixed(0)} processor seconds:`,
    `${each.toFixed(1)} processor seconds each, ${whole(3600 / each)} networks per core-hour.`,
    `At this rate all ${whole(ENGLAND)} would take ${hours(each * ENGLAND)} of processor time, ${likeThis} elapsed.`,
  ].join(' ')
}
