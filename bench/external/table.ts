/** External results as a table, next to the best known ones. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from './measure.ts'

export interface Known {
  readonly bound: number
  readonly cost: number
}

const WIDTHS = [12, 8, 11, 9, 13, 9, 10, 9] as const
const HEADINGS = ['instance', 'ours', 'best known', 'gap', 'known bound', 'our bound', 'seconds', 'processor']

export const HEAD = `${cells(HEADINGS)}  how it ended`

/** Read from `best-known.csv` (instance, bound, cost) next to the instances; empty if there is no such file. */
export function bestKnown(folder: string): ReadonlyMap<string, Known> {
  const file = join(folder, 'best-known.csv')
  if (!existsSync(file)) return new Map()
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  return new Map(
    lines.map((line) => {
      const [instance = '', bound, cost] = line.split(',')
      return [instance, { bound: Number(bound), cost: Number(cost) }]
    }),
  )
}

export interface Page {
  readonly all: readonly Measured[]
  readonly known: ReadonlyMap<string, Known>
  /** Sentences on features that could not be expressed. */
  readonly unsaid: readonly string[]
  readonly seconds: number
  readonly ofProcessor: boolean
}

/** The table as a page, followed by all faults of rotas. */
export function page({ all, known, unsaid, seconds, ofProcessor }: Page): string {
  const lines = all.map((measured) => {
    const best = known.get(measured.instance)
    const cells = [
      ...[measured.instance, measured.cost ?? 'none', best?.cost ?? '–', gapOf(measured, best)],
      ...[best?.bound ?? '–', measured.bound, measured.seconds.toFixed(1), measured.processorSeconds.toFixed(1)],
      measured.status,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const faults = all.flatMap(({ instance, faults }) => faults.map((fault) => `- ${instance}: ${fault}.`))
  return [
    '# The external measure',
    '',
    'Shift-scheduling instances of Curtois and Qu (2014), schedulingbenchmarks.org, by `npm run -s bench:external`: each turned',
    'into a document and its rules, solved through the normal door, and scored again by the benchmark’s own formula in code that',
    `knows nothing of ours. ${seconds} ${ofProcessor ? 'processor seconds' : 'seconds'} each.`,
    '',
    `| ${HEADINGS.join(' | ')} | how it ended |`,
    `|${'---|'.repeat(HEADINGS.length + 1)}`,
    ...lines,
    '',
    ...unsaid.map((sentence) => `- ${sentence}`),
    ...faults,
    ...(faults.length === 0
      ? ['Every rota keeps all hard rules of its instance, and costs what our report says.']
      : []),
    '',
  ].join('\n')
}

function gapOf({ cost }: Measured, known: Known | undefined): string {
  return cost === null || known === undefined ? '–' : `${((100 * (cost - known.cost)) / known.cost).toFixed(1)}%`
}

/** The gap is our excess over the best known cost, as a percentage of the latter. */
export function row(measured: Measured, known: Known | undefined): string {
  const { instance, cost, bound, seconds, processorSeconds, status } = measured
  const told = [
    instance,
    cost ?? 'none',
    known?.cost ?? '–',
    gapOf(measured, known),
    known?.bound ?? '–',
    bound,
    seconds.toFixed(1),
    processorSeconds.toFixed(1),
  ]
  return `${cells(told)}  ${status}`
}

function cells(values: readonly (string | number)[]): string {
  return values
    .map((value, k) => (k === 0 ? String(value).padEnd(WIDTHS[k] ?? 0) : String(value).padStart(WIDTHS[k] ?? 0)))
    .join(' ')
}
