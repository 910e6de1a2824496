/**
 * Writes a programme as an MPS file, which every solver reads, and reads the solution files of
 * two solvers. Columns are c0, c1 … unless named.
 */
import type { Lp } from './lp.ts'

interface Names {
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly comments?: readonly string[]
}

/** Free MPS. The offset is an extra column fixed at 1, since solvers disagree on the sign of the objective's right-hand side. */
export function toMps(lp: Lp, names: Names = numbered(lp)): string {
  const rows = Array.from({ length: lp.rows }, (_, r) => r).filter((r) => typeOf(lp, r) !== null)
  const row = (r: number) => names.rows[r] ?? ''
  const lines = [
    ...(names.comments ?? []).map((words) => `* ${words.replaceAll(/[^\x20-\x7E]/g, '?')}`),
    'NAME programme FREE',
    'ROWS',
    ' N cost',
    ...rows.map((r) => ` ${typeOf(lp, r)} ${row(r)}`),
    'COLUMNS',
  ]
  columnLines(lp, names, lines)
  lines.push('RHS')
  for (const r of rows) lines.push(` RHS ${row(r)} ${rhsOf(lp, r)}`)
  const ranged = rows.filter((r) => typeOf(lp, r) === 'G' && (lp.rowUpper[r] ?? Infinity) < Infinity)
  if (ranged.length > 0) lines.push('RANGES')
  for (const r of ranged) lines.push(` RANGE ${row(r)} ${(lp.rowUpper[r] ?? 0) - (lp.rowLower[r] ?? 0)}`)
  lines.push('BOUNDS')
  for (let j = 0; j < lp.columns; j++) boundLines(names.columns[j] ?? '', [lp.lower[j] ?? 0, lp.upper[j] ?? 0], lines)
  if (lp.offset !== 0) lines.push(' FX BOUND one 1')
  return [...lines, 'ENDATA', ''].join('\n')
}

/** Null if the row has no bound; it is omitted. */
function typeOf(lp: Lp, r: number): 'E' | 'G' | 'L' | null {
  const [lower, upper] = [lp.rowLower[r] ?? 0, lp.rowUpper[r] ?? 0]
  if (lower === upper) return 'E'
  if (lower > -Infinity) return 'G'
  return upper < Infinity ? 'L' : null
}

function rhsOf(lp: Lp, r: number): number {
  return (typeOf(lp, r) === 'L' ? lp.rowUpper[r] : lp.rowLower[r]) ?? 0
}

function numbered(lp: Lp): Names {
  return {
    columns: Array.from({ length: lp.columns }, (_, j) => `c${j}`),
    rows: Array.from({ length: lp.rows }, (_, r) => `r${r}`),
  }
}

function columnLines(lp: Lp, { columns, rows }: Names, lines: string[]): void {
  const entries: string[][] = Array.from({ length: lp.columns }, () => [])
  for (let r = 0; r < lp.rows; r++) {
    if (typeOf(lp, r) === null) continue
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      entries[j]?.push(` ${columns[j]} ${rows[r]} ${lp.values[e]}`)
    }
  }
  let inside = false
  for (let j = 0; j < lp.columns; j++) {
    const whole = lp.whole[j] === 1
    if (whole !== inside) lines.push(` M${j} 'MARKER' '${whole ? 'INTORG' : 'INTEND'}'`)
    inside = whole
    // A column without entries appears only with its cost.
    lines.push(` ${columns[j]} cost ${lp.cost[j]}`, ...(entries[j] ?? []))
  }
  if (inside) lines.push(` M${lp.columns} 'MARKER' 'INTEND'`)
  if (lp.offset !== 0) lines.push(` one cost ${lp.offset}`)
}

/** Writes every bound explicitly: readers' defaults for integer columns and negative upper bounds differ. */
function boundLines(name: string, [lower, upper]: readonly [number, number], lines: string[]): void {
  if (lower === upper) lines.push(` FX BOUND ${name} ${lower}`)
  else if (lower === -Infinity && upper === Infinity) lines.push(` FR BOUND ${name}`)
  else {
    lines.push(lower === -Infinity ? ` MI BOUND ${name}` : ` LO BOUND ${name} ${lower}`)
    lines.push(upper === Infinity ? ` PL BOUND ${name}` : ` UP BOUND ${name} ${upper}`)
  }
}

/** A start point in the format of `highs --read_solution_file`. */
export function highsStart(lp: Lp, point: Float64Array): string {
  const columns = [...Array.from(point, (x, j) => `c${j} ${x}`), ...(lp.offset === 0 ? [] : ['one 1'])]
  const head = ['Model status', 'Unknown', '', '# Primal solution values', 'Feasible', 'Objective 0']
  return [...head, `# Columns ${columns.length}`, ...columns, '# Rows 0', ''].join('\n')
}

/** A start point in the format of `cbc … mips FILE`. */
export function cbcStart(point: Float64Array): string {
  return ['Stopped on time - objective value 0', ...Array.from(point, (x, j) => `${j} c${j} ${x} 0`), ''].join('\n')
}

/** A parsed solution file. `verdict` is the solver's status line in lower case; the point may be missing. */
export interface SolutionFile {
  readonly verdict: string
  readonly point: Float64Array | null
  /** Per row; only for LPs, if the file has them. */
  readonly duals: Float64Array | null
}

/** Reads the output of `highs --solution_file`. */
export function readHighsSolution(text: string, lp: Lp): SolutionFile {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const verdict = (lines[lines.indexOf('Model status') + 1] ?? '').toLowerCase()
  const primal = lines.indexOf('# Primal solution values')
  const dual = lines.indexOf('# Dual solution values')
  const has = (at: number) => at >= 0 && lines[at + 1] === 'Feasible'
  return {
    verdict,
    point: has(primal)
      ? valuesAfter(
          lines,
          lines.findIndex((line, k) => k > primal && line.startsWith('# Columns')),
          ['c', lp.columns],
        )
      : null,
    duals: has(dual)
      ? valuesAfter(
          lines,
          lines.findIndex((line, k) => k > dual && line.startsWith('# Rows')),
          ['r', lp.rows],
        )
      : null,
  }
}

function valuesAfter(lines: readonly string[], at: number, [letter, count]: readonly [string, number]): Float64Array {
  const values = new Float64Array(count)
  for (const line of lines.slice(at + 1)) {
    if (line === '' || line.startsWith('#')) break
    const [name = '', value = ''] = line.split(/\s+/)
    if (name.startsWith(letter)) values[Number(name.slice(1))] = Number(value)
  }
  return values
}

/** Reads the output of `cbc … solution FILE`: a status line, then index, name, value, reduced cost. Zeros may be omitted. */
export function readCbcSolution(text: string, lp: Lp): SolutionFile {
  const [first = '', ...rest] = text.split(/\r?\n/)
  const verdict = first.split(' - ')[0]?.trim().toLowerCase() ?? ''
  // Without an integer point, CBC writes the relaxation's point instead and says so only here. Two stars mark a violated row.
  if (first.includes('no integer solution') || !/^(optimal|stopped)/.test(verdict))
    return { verdict, point: null, duals: null }
  const point = new Float64Array(lp.columns)
  for (const line of rest) {
    const [name = '', value = ''] = line
      .replace(/^\s*\*\*/, '')
      .trim()
      .split(/\s+/)
      .slice(1)
    if (/^c\d+$/.test(name)) point[Number(name.slice(1))] = Number(value)
  }
  return { verdict, point, duals: null }
}
