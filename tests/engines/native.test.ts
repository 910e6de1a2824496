/** The native engine, with programs made for the test; and where this machine has a real one, the whole exam. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nativeEngine } from '../../solver/engines/native/native.ts'
import {
  argumentsOf,
  everyNative,
  findNative,
  optionsOf,
  startOf,
  understand,
} from '../../solver/engines/native/solvers.ts'
import { toMps } from '../../solver/lp/mps.ts'
import { programme } from '../../solver/lp/table.ts'
import { BadInput, Defect } from '../../src/errors.ts'
import { PLAIN } from './cases/expected.ts'
import { everyEngine } from './every-engine.ts'

const LP = programme({
  columns: [{ cost: 50, upper: 2, whole: true }, { cost: 5 }],
  rows: [{ of: [12, 1], atLeast: 15.6 }],
})
const VERSION = 'if [ "$1" = --version ]; then echo "HiGHS version 1.15.1 Githash x"; exit 0; fi'
/** A program is called as `highs --model_file M --options_file O`; the options name the solution file. */
const TO_FILE = 'out=$(sed -n "s/^solution_file = //p" "$4")'

let folder = ''
let temporary: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'native-test-'))
  temporary = process.env.TMPDIR
  process.env.TMPDIR = folder
})

afterEach(() => {
  if (temporary === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = temporary
  rmSync(folder, { recursive: true, force: true })
})

function made(...lines: readonly string[]) {
  const file = join(folder, 'highs')
  writeFileSync(file, ['#!/bin/sh', VERSION, TO_FILE, ...lines, ''].join('\n'))
  chmodSync(file, 0o755)
  return nativeEngine({ kind: 'highs', file })
}

function writes(status: string, values: readonly string[]): string {
  return `printf '%s\\n' 'Model status' '${status}' '' '# Primal solution values' 'Feasible' 'Objective 0' '# Columns 2' ${values.map((v) => `'${v}'`).join(' ')} '# Rows 0' > "$out"`
}

const leftBehind = () => readdirSync(folder).filter((name) => name !== 'highs')

test('the point and the bound of a program are taken, its temporary files are removed', async () => {
  const engine = made('cp "$2" "$out.seen"', writes('Optimal', ['c0 1', 'c1 3.6']), 'echo "  Dual bound        68"')
  expect(engine).toMatchObject({ name: 'highs-native', version: '1.15.1' })
  expect(await engine.solve(LP, PLAIN)).toEqual({
    status: 'optimal',
    point: Float64Array.of(1, 3.6),
    objective: 68,
    bound: 68,
  })
  expect(leftBehind()).toEqual([])
})

test('a point that breaks a row is a defect, and nothing is left behind', async () => {
  const engine = made(writes('Optimal', ['c0 0', 'c1 3.6']))
  await expect(engine.solve(LP, PLAIN)).rejects.toThrow('a point that does not keep its programme')
  expect(leftBehind()).toEqual([])
})

test('half a session is a defect', async () => {
  await expect(made(writes('Optimal', ['c0 0.5', 'c1 9.6'])).solve(LP, PLAIN)).rejects.toThrow(Defect)
})

test('a program that writes nothing is a defect that repeats its words', async () => {
  await expect(made('echo "licence expired"', 'exit 3').solve(LP, PLAIN)).rejects.toThrow('licence expired')
})

test('a program that takes no notice of time and signals is ended by force', async () => {
  const engine = made("trap '' INT", 'while :; do sleep 0.2; done')
  const began = performance.now()
  expect(await engine.solve(LP, { ...PLAIN, seconds: 0.3 })).toEqual({ status: 'out-of-time' })
  expect((performance.now() - began) / 1000).toBeLessThan(3)
  expect(leftBehind()).toEqual([])
})

test('what it has written by the time it is asked to stop counts, with the bound of its log', async () => {
  const written = join(folder, 'written')
  const solution = writes('Time limit reached', ['c0 2', 'c1 0'])
  const engine = made('echo "Dual bound 60"', solution, `touch ${written}`, 'exec sleep 20')
  const stop = Int32Array.of(0)
  const answer = engine.solve(LP, { ...PLAIN, stop })
  await vi.waitUntil(() => existsSync(written), { timeout: 30_000 })
  Atomics.store(stop, 0, 1)
  expect(await answer).toMatchObject({ status: 'feasible', objective: 100, bound: 60 })
})

test('"infeasible" is asked again without costs, since programs mix it up with unbounded', async () => {
  const runs = join(folder, 'runs')
  const engine = made(`echo run >> ${runs}`, writes('Infeasible', []).replace("'Feasible'", "'None'"))
  expect(await engine.solve(LP, PLAIN)).toEqual({ status: 'infeasible' })
  const either = made(
    `if [ -e ${runs}2 ]; then ${writes('Optimal', ['c0 2', 'c1 0'])}; else touch ${runs}2; ${writes('Primal infeasible or unbounded', []).replace("'Feasible'", "'None'")}; fi`,
  )
  expect(await either.solve(LP, PLAIN)).toEqual({ status: 'unbounded' })
})

test('a program that is missing, or cannot run, is reported', async () => {
  expect(() => nativeEngine(null)).toThrow(BadInput)
  expect(() => nativeEngine(null)).toThrow('no program "highs" or "cbc" on the search path')
  expect(findNative(join(folder, 'nowhere'))).toBeNull()
  expect(findNative('')).toBeNull()
})

test('a program that is there but does not run is reported as a fault to fix, in its own words', () => {
  const file = join(folder, 'highs')
  writeFileSync(file, '#!/bin/sh\necho "libhighs.so: cannot open" >&2\nexit 127\n', { mode: 0o755 })
  expect(() => nativeEngine({ kind: 'highs', file })).toThrow(BadInput)
  expect(() => nativeEngine({ kind: 'highs', file })).toThrow('libhighs.so: cannot open')
})

test('highs is taken before cbc, and only what may be run', () => {
  const [first, second] = [mkdtempSync(join(folder, 'a')), mkdtempSync(join(folder, 'b'))]
  const path = [first, second].join(delimiter)
  writeFileSync(join(first, 'highs'), '')
  writeFileSync(join(first, 'cbc'), '', { mode: 0o755 })
  chmodSync(join(first, 'highs'), 0o644)
  expect(findNative(path)).toEqual({ kind: 'cbc', file: join(first, 'cbc') })
  writeFileSync(join(second, 'highs'), '', { mode: 0o755 })
  expect(findNative(path)).toEqual({ kind: 'highs', file: join(second, 'highs') })
  expect(everyNative(path).map(({ kind }) => kind)).toEqual(['highs', 'cbc'])
})

describe('what programs are asked', () => {
  const files = { model: 'm.mps', options: 'o', start: 'b', solution: 's' }
  const ask = { seconds: 7.5, relativeGap: 0.01, absoluteGap: 0.001, seed: -3, interior: false, started: false }

  test('time, gaps and seed, of highs by a file', () => {
    expect(argumentsOf({ kind: 'highs', file: 'highs' }, files, ask)).toEqual([
      '--model_file',
      'm.mps',
      '--options_file',
      'o',
    ])
    const lines = optionsOf(files, ask).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'time_limit = 7.5',
        'mip_rel_gap = 0.01',
        'mip_abs_gap = 0.001',
        'random_seed = 3',
        'solution_file = s',
      ]),
    )
    expect(optionsOf(files, { ...ask, interior: true })).toContain('solver = ipm')
  })

  test('time, gaps and seed, of cbc on the line', () => {
    const line = argumentsOf({ kind: 'cbc', file: 'cbc' }, files, ask).join(' ')
    expect(line).toMatch(
      /^m\.mps sec 7\.5 timeMode elapsed ratio 0\.01 allow 0\.001 randomCbcSeed 3 .*solve solution s$/,
    )
  })
})

test('a point to begin from is handed over, unless it breaks the programme', async () => {
  const engine = made(`if [ "$5" = --read_solution_file ]; then cp "$6" ${folder}/begun; fi`, 'exec sleep 20')
  const limits = { ...PLAIN, seconds: 0.3, start: Float64Array.of(2, 0) }
  expect(await engine.solve(LP, limits)).toMatchObject({ status: 'feasible', objective: 100 })
  expect(readFileSync(join(folder, 'begun'), 'utf8')).toContain('# Columns 2\nc0 2\nc1 0\n')
  rmSync(join(folder, 'begun'))
  expect(await engine.solve(LP, { ...limits, start: Float64Array.of(0, 0) })).toEqual({ status: 'out-of-time' })
  expect(leftBehind()).toEqual([])
})

/** Stopped before its first node, a program has nothing but what it was given. */
describe.each(everyNative())('$kind, where this machine has it', (solver) => {
  test('takes a point to begin from for its own', async () => {
    const lp = { ...LP, offset: 7 }
    const files = { model: join(folder, 'm.mps'), options: join(folder, 'o'), start: join(folder, 'b'), solution: 's' }
    const ask = { seconds: 5, relativeGap: 0, absoluteGap: 0, seed: 1, interior: false, started: true }
    writeFileSync(files.model, toMps(lp))
    writeFileSync(files.options, optionsOf({ ...files, solution: join(folder, 's') }, ask))
    writeFileSync(files.start, startOf(solver, lp, Float64Array.of(2, 0)))
    const words = argumentsOf(solver, { ...files, solution: join(folder, 's') }, ask)
    const log = execFileSync(solver.file, words, { encoding: 'utf8' })
    expect(log).toMatch(/MIP start solution is feasible|MIPStart provided solution with cost/)
  })
})

test("cbc's rounded bound is never taken for more than it proves", () => {
  const cbc = { kind: 'cbc', file: 'cbc' } as const
  const log = 'Objective value:                1979.20827613\nLower bound:                    1971.462\n'
  const within = understand(cbc, LP, {
    solution: 'Optimal (within gap tolerance) - objective value 1979.20827613\n',
    log,
  })
  expect(within).toMatchObject({ status: 'optimal' })
  expect(within.bound).toBeLessThan(1971.4615)
  expect(within.bound).toBeGreaterThan(1971.46)
  expect(understand(cbc, LP, { solution: 'Optimal - objective value 68\n', log: '' })).toMatchObject({ bound: 68 })
  expect(
    understand(cbc, LP, { solution: 'Stopped on time - objective value 1\n', log: 'Lower bound: -1.797e+308' }).bound,
  ).toBe(-Infinity)
})

for (const found of everyNative()) everyEngine(`${found.kind} at the command line`, () => nativeEngine(found))
