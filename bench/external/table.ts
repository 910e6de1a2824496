/** The external measure as a table, beside what others have reached. */
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

/** From `best-known.csv` (instance, bound, cost) beside the instances; none where it is not there. */
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

/** The gap is what ours costs over the best known, in per cent of the best known. */
export function row(measured: Measured, known: Known | undefined): string {
  const { instance, cost, bound, seconds, processorSeconds, status } = measured
  const gap = cost === null || known === undefined ? '–' : `${((100 * (cost - known.cost)) / known.cost).toFixed(1)} %`
  const told = [
    instance,
    cost ?? 'none',
    known?.cost ?? '–',
    gap,
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
