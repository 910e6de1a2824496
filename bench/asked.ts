/** Options of a benchmark run, read from the command line. */
import { parseArgs } from 'node:util'
import type { Case } from './documents.ts'
import { programOf } from './machine.ts'
import { PEERS } from './task.ts'

export const USAGE = `Usage: npm run bench -- [options]

  --sizes 1,20,5x4    practices; 5x4 is five practices for four weeks, and 50@400 is allowed 400 seconds
                      (1,5,10,20,50@400,5x4@150,5x13@400)
  --gaps 5,1,0.5      our own solve to these gaps, in per cent
  --peers NAMES       ${PEERS.join(', ')}; or none (all)
  --repeats N         runs of each measurement that takes less than a minute (3)
  --seconds N         processor seconds allowed for each (100)
  --workers N         measurements at a time (1)
  --seed N            which networks are drawn (1)
  --python PATH       the Python that has ortools and highspy (python3)
  --out FOLDER        where the results go (bench)
  --name NAME         what they are called: NAME.md and NAME.json (results)
  --resume            goes on with what is there under that name
  --over-time         instead: what a solve has to hand over at each moment (--over-time --help)
`

export interface Asked {
  readonly cases: readonly AskedCase[]
  readonly gaps: readonly number[]
  readonly peers: readonly string[]
  readonly repeats: number
  readonly workers: number
  readonly seed: number
  /** Path; null if there is none. */
  readonly python: string | null
  readonly out: string
  readonly name: string
  readonly resume: boolean
}

/** A case, with the processor seconds allowed for each of its measurements. */
export interface AskedCase extends Case {
  readonly seconds: number
}

/** `folder`: the default folder for results. */
export function readAsked(words: readonly string[], folder: string): Asked | 'help' | 'wrong' {
  const values = valuesOf(words, folder)
  if (values === null) return 'wrong'
  if (values.help) return 'help'
  const asked: Asked = {
    cases: values.sizes.split(',').map((word) => caseOf(word, Number(values.seconds))),
    gaps: values.gaps.split(',').map((percent) => Number(percent) / 100),
    peers: values.peers === 'none' ? [] : values.peers.split(','),
    repeats: Number(values.repeats),
    workers: Number(values.workers),
    seed: Number(values.seed),
    python: programOf(values.python),
    out: values.out,
    name: values.name,
    resume: values.resume,
  }
  const numbers = [
    ...asked.cases.flatMap(({ practices, weeks, seconds }) => [practices, weeks, seconds]),
    ...asked.gaps,
    ...[asked.repeats, asked.workers],
  ]
  const known = asked.peers.every((name) => PEERS.some((peer) => peer === name))
  return known && numbers.every((n) => n > 0) && Number.isInteger(asked.seed) ? asked : 'wrong'
}

function valuesOf(words: readonly string[], folder: string) {
  const text = (usual: string) => ({ type: 'string' as const, default: usual })
  try {
    return parseArgs({
      args: [...words],
      options: {
        sizes: text('1,5,10,20,50@400,5x4@150,5x13@400'),
        gaps: text('5,1,0.5'),
        peers: text(PEERS.join(',')),
        repeats: text('3'),
        seconds: text('100'),
        workers: text('1'),
        seed: text('1'),
        python: text('python3'),
        out: text(folder),
        name: text('results'),
        resume: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return null
  }
}

/** `5`, or `5x4` for four weeks; `50@400` allows 400 seconds. */
function caseOf(word: string, usual: number): AskedCase {
  const [size = '', seconds] = word.split('@')
  const [practices, weeks] = size.split('x')
  return { practices: Number(practices), weeks: Number(weeks ?? 1), seconds: Number(seconds ?? usual) }
}
