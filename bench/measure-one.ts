/** The process of one measurement: a task as its only word, a measurement as JSON on standard output. */
import { readFileSync } from 'node:fs'
import type { Engine } from '../solver/engines/engine.ts'
import { highsEngine } from '../solver/engines/highs.ts'
import { jslpEngine } from '../solver/engines/jslp.ts'
import { nativeEngine } from '../solver/engines/native.ts'
import { floorOf } from '../solver/floors.ts'
import { judge } from '../solver/judge.ts'
import { isInForce } from '../solver/numbers.ts'
import { relax } from '../solver/relax.ts'
import { RULES, ruleBook } from '../solver/rules/index.ts'
import { draftOf, solve } from '../solver/solve.ts'
import type { Level } from '../src/breach.ts'
import { BadInput } from '../src/errors.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import type { Problem } from '../src/problem.ts'
import { documentFor } from './documents.ts'
import { programOf } from './machine.ts'
import { travel } from './roads.ts'
import type { Measurement, Spent, Task } from './task.ts'

const task = JSON.parse(process.argv[2] ?? '') as Task
const document = documentFor(task, task.seed, readAtlas())
const problem = readDocument(
  { ...document, solve: { seconds: task.seconds, gap: task.gap, seed: task.seed } },
  ruleBook(),
)
const [model, build] = await timed(async () => {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  return relax(draftOf(problem, rules), rules, problem)
})
const size = {
  columns: model.lp.columns,
  wholeColumns: model.lp.whole.reduce((n, whole) => n + whole, 0),
  rows: model.lp.rows,
  people: problem.people.length,
}
const way = task.way === 'ours' ? await ours(problem) : await another()
const measurement: Measurement = {
  task,
  ...size,
  build,
  ...way,
  peakMemory: Math.round(process.resourceUsage().maxRSS / 1024),
}
process.stdout.write(JSON.stringify(measurement))
process.exit(0)

type Way = Pick<Measurement, 'solve' | 'first' | 'judge' | 'reached' | 'end'>

async function ours(problem: Problem): Promise<Way> {
  const began = now()
  let first: Spent | null = null
  const [outcome, spent] = await timed(() =>
    solve(
      problem,
      { engine: highsEngine(), why: 'the bench', clock: () => performance.now() / 1000 },
      {
        onProgress: ({ level }) => {
          // A level is looked at from a rota that is known, wherever one was found before the first of them.
          if (level !== null) first ??= since(began)
        },
      },
    ),
  )
  if (outcome.kind !== 'rota') return { solve: spent, first: null, judge: null, reached: false, end: outcome.kind }
  const [, judging] = await timed(async () => judge(outcome.rota, problem))
  const worst = Math.max(0, ...outcome.levels.map((level) => level.gap))
  const reached = worst <= task.gap + 1e-9
  const apart = outcome.levels
    .filter((l) => l.gap > task.gap + 1e-9)
    .map((l) => `${l.level} ${(100 * l.gap).toFixed(1)} %`)
  const disputed = outcome.audit.agrees ? '' : ', disputed'
  return {
    solve: spent,
    first,
    judge: judging,
    reached,
    end: `${reached ? 'done' : `still apart: ${apart.join(', ')}`}${disputed}`,
  }
}

async function another(): Promise<Way> {
  const relaxed = task.way.startsWith('relaxation')
  const began = now()
  const left = () => task.seconds - since(began).wall
  const none = { first: null, judge: null }
  try {
    const road = {
      engine: engineOf(),
      relaxed,
      interior: task.way === 'relaxation-interior',
      gap: task.gap,
      left,
      floorOf: (level: Level) => floorOf(level, problem),
    }
    const [travelled, spent] = await timed(() => travel(model, road))
    return { solve: spent, ...none, reached: travelled.solved === travelled.levels, end: travelled.end }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return { solve: since(began), ...none, reached: false, end: error.complaints[0]?.detail ?? 'refused' }
  }
}

function engineOf(): Engine {
  if (task.way === 'javascript-lp-solver') return jslpEngine()
  if (task.way !== 'cbc') return highsEngine()
  const file = programOf('cbc')
  if (file === null) throw new BadInput([{ pointer: '', detail: 'no program "cbc" on this machine' }])
  return nativeEngine({ kind: 'cbc', file })
}

function now(): Spent {
  const { user, system } = process.cpuUsage()
  return { wall: performance.now() / 1000, processor: (user + system) / 1e6 + ofChildren() }
}

function since(began: Spent): Spent {
  const ended = now()
  return { wall: ended.wall - began.wall, processor: ended.processor - began.processor }
}

async function timed<T>(work: () => Promise<T>): Promise<[T, Spent]> {
  const began = now()
  const result = await work()
  return [result, since(began)]
}

/** Processor seconds of programs that were started and have ended; Linux tells them in hundredths, others not at all. */
function ofChildren(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return 0
  }
}
