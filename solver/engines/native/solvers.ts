/** The command-line solvers that the native engine can run: how to find them, call them and parse their output. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { BadInput } from '../../../src/errors.ts'
import type { Lp } from '../../lp/lp.ts'
import { cbcStart, highsStart, readCbcSolution, readHighsSolution, type SolutionFile } from '../../lp/mps.ts'

export interface NativeSolver {
  readonly kind: 'highs' | 'cbc'
  /** Path of the program. */
  readonly file: string
}

export interface Ask {
  readonly seconds: number
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** Never true for a MIP: HiGHS would ignore integrality. */
  readonly interior: boolean
  /** Whether its file contains a start point. */
  readonly started: boolean
}

/** Paths that a run reads and writes. */
export interface Files {
  readonly model: string
  readonly options: string
  readonly start: string
  readonly solution: string
}

/** The first `highs` and the first `cbc` on the search path, if present. */
export function everyNative(path: string = process.env.PATH ?? ''): NativeSolver[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return (['highs', 'cbc'] as const).flatMap((kind) => {
    const folder = folders.find((one) => runs(join(one, kind)))
    return folder === undefined ? [] : [{ kind, file: join(folder, kind) }]
  })
}

/** The first of them; null if there is none. */
export function findNative(path?: string): NativeSolver | null {
  return everyNative(path)[0] ?? null
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The program's own version, such as "1.15.1"; "unknown" if its output has none. Throws a BadInput if it does not run. */
export function versionOf({ kind, file }: NativeSolver): string {
  try {
    const words = [kind === 'highs' ? '--version' : '-quit']
    const told = execFileSync(file, words, { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' })
    return /version:?\s+(\d[\w.]*\w)/i.exec(told)?.[1] ?? 'unknown'
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)
    const detail = `The program ${file} is there but does not run: ${said}`
    throw new BadInput([
      { pointer: '/solve/engine', detail, seen: 'highs-native', maybe: 'Mend it, or ask for "auto".' },
    ])
  }
}

export function argumentsOf(solver: NativeSolver, files: Files, ask: Ask): string[] {
  if (solver.kind === 'highs')
    return [
      ...['--model_file', files.model, '--options_file', files.options],
      ...(ask.started ? ['--read_solution_file', files.start] : []),
    ]
  const limits = ['sec', String(ask.seconds), 'timeMode', 'elapsed', 'ratio', String(ask.relativeGap)]
  const more = [
    'allow',
    String(ask.absoluteGap),
    'randomCbcSeed',
    String(seedOf(ask)),
    'threads',
    '1',
    'integerTolerance',
    '1e-8',
  ]
  const start = ask.started ? ['mips', files.start] : []
  return [
    files.model,
    ...start,
    ...limits,
    ...more,
    ...(ask.interior ? ['barrier'] : []),
    'solve',
    'solution',
    files.solution,
  ]
}

/** Contents of HiGHS's options file. */
export function optionsOf(files: Files, ask: Ask): string {
  const options = {
    time_limit: ask.seconds,
    mip_rel_gap: ask.relativeGap,
    mip_abs_gap: ask.absoluteGap,
    random_seed: seedOf(ask),
    threads: 1,
    write_solution_to_file: true,
    solution_file: files.solution,
    ...(ask.interior ? { solver: 'ipm' } : {}),
  }
  return `${Object.entries(options)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')}\n`
}

/** Contents of a start point file. */
export function startOf({ kind }: NativeSolver, lp: Lp, point: Float64Array): string {
  return kind === 'highs' ? highsStart(lp, point) : cbcStart(point)
}

function seedOf({ seed }: Ask): number {
  return Math.abs(Math.trunc(seed)) % 0x7fffffff
}

export type Verdict = 'optimal' | 'limit' | 'infeasible' | 'unbounded' | 'either' | 'trouble'

export interface NativeEnd extends SolutionFile {
  readonly status: Verdict
  /** For a MIP, from the log; otherwise -Infinity. */
  readonly bound: number
}

export function understand(
  solver: NativeSolver,
  lp: Lp,
  told: { readonly solution: string; readonly log: string },
): NativeEnd {
  if (solver.kind === 'highs') {
    const file = readHighsSolution(told.solution, lp)
    return { ...file, status: statusOf(file.verdict), bound: lastNumber(told.log, /Dual bound\s+(\S+)/g) }
  }
  const file = readCbcSolution(told.solution, lp)
  // The log rounds the bound to three decimal places.
  const bound = lastNumber(told.log, /Lower bound:\s+(\S+)/g) - 6e-4
  const exact = file.verdict === 'optimal' ? lastNumber(told.solution, /objective value (\S+)/g) : -Infinity
  return { ...file, status: statusOf(file.verdict), bound: Math.max(bound, exact) }
}

function statusOf(verdict: string): Verdict {
  if (verdict.startsWith('optimal')) return 'optimal'
  if (verdict.includes('infeasible or unbounded')) return 'either'
  if (verdict.endsWith('infeasible')) return 'infeasible'
  if (verdict.startsWith('unbounded')) return 'unbounded'
  return /limit|^stopped|interrupt/.test(verdict) ? 'limit' : 'trouble'
}

function lastNumber(text: string, pattern: RegExp): number {
  const value = Number([...text.matchAll(pattern)].at(-1)?.[1])
  return Number.isFinite(value) && Math.abs(value) < 1e30 ? value : -Infinity
}
