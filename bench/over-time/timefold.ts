/** The process that watches Timefold over time: takes a task as its only argument and writes the result as JSON to standard output. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import type { Problem } from '../../src/problem.ts'
import { type Assignment, PATIENT_WORKS } from '../../src/rota.ts'
import { documentFor } from '../documents.ts'
import { MARKS, type OverTime, type OverTimeTask } from './marks.ts'
import { pricedMarks } from './priced.ts'
import { beyondTimefold, timefoldWeek } from './timefold-week.ts'

/** Output of bench/peers/timefold. */
interface Told {
  /** Processor seconds of the solving thread, and of the whole process, which includes JIT compilation and garbage collection. */
  readonly seconds: number
  readonly process: number
  readonly marks: readonly {
    readonly mark: number
    /** Person, session, site, work and 1 for telephone, by index; undefined before the first rota. */
    readonly assignments?: readonly Given[]
  }[]
}

const FOLDER = fileURLToPath(new URL('../peers/timefold/', import.meta.url))

const task = JSON.parse(process.argv[2] ?? '') as OverTimeTask
process.stdout.write(JSON.stringify(await overTime(task)), () => process.exit(0))

async function overTime(task: OverTimeTask): Promise<OverTime> {
  const document = documentFor(task, task.seed, readAtlas())
  const problem = readDocument({ ...document, solve: { seed: task.seed } }, ruleBook())
  const beyond = beyondTimefold(problem)
  if (beyond.length > 0) throw new RangeError(`The model for Timefold has no words for ${beyond.join(', ')}.`)
  const marks = MARKS.filter((mark) => mark <= task.seconds)
  const told = run(problem, task.seed, marks)
  const rotas = told.marks.map(({ mark, assignments }) => ({
    mark,
    assignments: assignments?.map((one) => assignmentOf(problem, one)) ?? null,
  }))
  return {
    ...{ name: task.name, way: 'Timefold', people: problem.people.length, columns: 0, unproven: true },
    at: await pricedMarks(problem, rotas),
    seconds: told.seconds,
    end: `stopped (its whole process took ${told.process.toFixed(1)} s)`,
    parts: [],
  }
}

/** Builds the peer if necessary, and runs it with plain Java. */
function run(problem: Problem, seed: number, marks: readonly number[]): Told {
  execFileSync('mvn', ['-q', 'package'], { cwd: FOLDER, stdio: ['ignore', 2, 2] })
  const folder = mkdtempSync(join(tmpdir(), 'rota-bench-'))
  try {
    const week = join(folder, 'week.json')
    writeFileSync(week, JSON.stringify(timefoldWeek(problem)))
    const classes = [join(FOLDER, 'target', 'classes'), join(FOLDER, 'target', 'lib', '*')].join(delimiter)
    const words = ['-XX:+UseSerialGC', '-cp', classes, 'peer.Main', week, String(seed), marks.join(',')]
    const out = execFileSync('java', words, { stdio: ['ignore', 'pipe', 2], maxBuffer: 1 << 28 })
    return JSON.parse(out.toString()) as Told
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Given = readonly [number, number, number, number, number]

function assignmentOf(problem: Problem, [person, session, site, work, remote]: Given): Assignment {
  return {
    person: problem.people[person]?.id ?? '',
    session,
    site: problem.sites[site]?.id ?? '',
    work: PATIENT_WORKS[work] ?? 'training',
    remote: remote === 1,
  }
}
