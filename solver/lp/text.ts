/** A programme as text in LP format, for people and for a look with another solver. Nothing in this house reads it back. */
import type { Lp } from './lp.ts'

export interface Names {
  /** What a column or row stands for: "anna mon am". Made safe, and kept apart by its index. */
  readonly column?: (index: number) => string
  readonly row?: (index: number) => string
}

export function listing(lp: Lp, names: Names = {}): string {
  const column = (j: number) => safe('x', j, names.column?.(j))
  const all = Array.from({ length: lp.columns }, (_, j) => j)
  const whole = all.filter((j) => lp.whole[j] === 1)
  return [
    'minimize',
    ` cost: ${sum(all.map((j) => term(lp.cost[j] ?? 0, column(j))))}${lp.offset === 0 ? '' : ` ${signed(lp.offset)}`}`,
    'subject to',
    ...Array.from({ length: lp.rows }, (_, r) =>
      rowLines(lp, r, { column, row: (k) => safe('r', k, names.row?.(k)) }),
    ).flat(),
    'bounds',
    ...all.map((j) => ` ${boundLine(lp.lower[j] ?? 0, lp.upper[j] ?? 0, column(j))}`),
    ...(whole.length > 0 ? ['general', ...whole.map((j) => ` ${column(j)}`)] : []),
    'end',
    '',
  ].join('\n')
}

function rowLines(lp: Lp, r: number, names: Required<Names>): string[] {
  const terms: string[] = []
  for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
    terms.push(term(lp.values[e] ?? 0, names.column(lp.indices[e] ?? 0)))
  }
  const [lower, upper] = [lp.rowLower[r] ?? 0, lp.rowUpper[r] ?? 0]
  // A row of its own for each side: some readers stop at a row with two.
  const of = sum(terms)
  if (lower === upper) return [` ${names.row(r)}: ${of} = ${lower}`]
  return [
    ...(lower > -Infinity ? [` ${names.row(r)}_low: ${of} >= ${lower}`] : []),
    ...(upper < Infinity ? [` ${names.row(r)}_high: ${of} <= ${upper}`] : []),
  ]
}

function boundLine(lower: number, upper: number, name: string): string {
  if (lower === upper) return `${name} = ${lower}`
  if (lower === -Infinity && upper === Infinity) return `${name} free`
  return `${lower === -Infinity ? '-inf' : lower} <= ${name} <= ${upper === Infinity ? '+inf' : upper}`
}

function term(value: number, name: string): string {
  return `${signed(value)} ${name}`
}

function signed(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`
}

/** LP format wants at least one term. */
function sum(terms: readonly string[]): string {
  return terms.length > 0 ? terms.join(' ') : '0'
}

/** Words of the format ("free", "end") and signs in a name change what a line means. */
function safe(letter: string, index: number, meaning: string | undefined): string {
  const words = meaning?.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 80)
  return words ? `${letter}${index}_${words}` : `${letter}${index}`
}
