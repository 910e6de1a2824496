/** A programme with names for columns and rows (letters, digits, underscores), for human readers and other solvers. */
import type { Lp } from './lp.ts'

export interface NamedLp {
  readonly lp: Lp
  /** By column; unique. */
  readonly columns: readonly string[]
  /** By row; unique. */
  readonly rows: readonly string[]
  /** Comments for the head of the file. */
  readonly comments: readonly string[]
}

/** Line length; some readers accept no more than 510. */
const WIDE = 160

/**
 * Writes CPLEX LP format. A row with two bounds becomes two rows, since some readers do not accept
 * ranges; the offset is a column `constant` fixed at 1.
 */
export function toLpFormat({ lp, columns, rows, comments }: NamedLp): string {
  const cost = Array.from(lp.cost, (value, j) => [value, columns[j] ?? ''] as const).filter(([value]) => value !== 0)
  const objective = lp.offset === 0 ? cost : [...cost, [lp.offset, 'constant'] as const]
  return [
    ...comments.map((words) => `\\ ${words.replaceAll(/[^\x20-\x7E]/g, '?')}`),
    'Minimize',
    ...wrapped(' cost:', objective.length === 0 ? [`0 ${columns[0] ?? 'nothing'}`] : terms(objective)),
    'Subject To',
    ...rows.flatMap((name, r) => rowLines(lp, { name, r, columns })),
    'Bounds',
    ...columns.map((name, j) => ` ${boundOf(name, lp.lower[j] ?? 0, lp.upper[j] ?? 0)}`),
    ...(lp.offset === 0 ? [] : [' constant = 1']),
    'Generals',
    ...columns.filter((_, j) => lp.whole[j] === 1).map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n')
}

interface NamedRow {
  readonly name: string
  readonly r: number
  readonly columns: readonly string[]
}

function rowLines(lp: Lp, { name, r, columns }: NamedRow): string[] {
  const [lower, upper] = [lp.rowLower[r] ?? 0, lp.rowUpper[r] ?? 0]
  const entries: (readonly [number, string])[] = []
  for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++)
    entries.push([lp.values[e] ?? 0, columns[lp.indices[e] ?? 0] ?? ''])
  if (entries.length === 0) return []
  const line = (head: string, end: string) => wrapped(` ${head}:`, [...terms(entries), end])
  if (lower === upper) return line(name, `= ${lower}`)
  const [hasLower, hasUpper] = [lower > -Infinity, upper < Infinity]
  return [
    ...(hasLower ? line(hasUpper ? `${name}_least` : name, `>= ${lower}`) : []),
    ...(hasUpper ? line(hasLower ? `${name}_most` : name, `<= ${upper}`) : []),
  ]
}

function terms(entries: readonly (readonly [value: number, name: string])[]): string[] {
  return entries.map(([value, name]) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`)
}

function boundOf(name: string, lower: number, upper: number): string {
  if (lower === upper) return `${name} = ${lower}`
  if (lower === -Infinity && upper === Infinity) return `${name} free`
  return `${lower === -Infinity ? '-inf' : lower} <= ${name} <= ${upper === Infinity ? '+inf' : upper}`
}

function wrapped(head: string, pieces: readonly string[]): string[] {
  const lines: string[] = []
  let line = head
  for (const piece of pieces) {
    if (line.length + piece.length > WIDE) {
      lines.push(line)
      line = '  '
    }
    line += ` ${piece}`
  }
  return [...lines, line]
}
