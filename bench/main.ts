/** `npm run bench -- [--sizes 1,5,10,20,5x4] [--quick] [--repeats N] [--seconds N] [--seed N] [--ways …] [--out FOLDER]`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Case } from './documents.ts'
import { machineInWords, missingPeers } from './machine.ts'
import { type Entry, type Results, resultsPage } from './results.ts'
import { type Measurement, measureApart, type Task, WAYS, type Way } from './task.ts'

const USAGE = `Usage: npm run bench -- [options]

  --sizes 1,5,10,20   practices; 5x4 is five practices for four weeks
  --ways ours,cbc     only these: ${WAYS.join(', ')}
  --repeats N         runs of each measurement (3)
  --seconds N         wall seconds allowed for each (300)
  --seed N            which networks are drawn (1)
  --out FOLDER        where results.md and results.json go (bench)
  --quick             one run, 60 seconds, our own solve to 5 % and 1 % only
`

const GAPS = [0.05, 0.01, 0.005]
/** To which gap the peers are asked. */
const PEER_GAP = 0.01

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,5,10,20' },
    ways: { type: 'string' },
    repeats: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const asked = {
  cases: values.sizes.split(',').map(caseOf),
  ways: WAYS.filter((way) => values.ways?.split(',').includes(way) ?? true),
  repeats: Number(values.repeats ?? (values.quick ? 1 : 3)),
  seconds: Number(values.seconds ?? (values.quick ? 60 : 300)),
  seed: Number(values.seed),
  gaps: values.quick ? GAPS.slice(0, 2) : GAPS,
}
const wrong = asked.cases.some(({ practices, weeks }) => !(practices >= 1 && weeks >= 1)) || asked.ways.length === 0
if (values.help || wrong) {
  process.stderr.write(USAGE)
  process.exitCode = wrong ? 2 : 0
} else await bench()

async function bench(): Promise<void> {
  const { seconds, seed } = asked
  const results: Results = { machine: machineInWords(), seconds, seed, missing: missingPeers(), entries: [] }
  const entries: Entry[] = []
  for (const one of asked.cases) {
    for (const { way, gap } of plan()) {
      entries.push(await measured({ ...one, way, gap, seconds, seed }))
      // After every entry, so that a bench that is stopped leaves what it has.
      const soFar = { ...results, entries }
      writeFileSync(join(values.out, 'results.json'), `${JSON.stringify(soFar, null, 2)}\n`)
      writeFileSync(join(values.out, 'results.md'), resultsPage(soFar))
    }
  }
  process.stdout.write(resultsPage({ ...results, entries }))
}

function plan(): { readonly way: Way; readonly gap: number }[] {
  return asked.ways.flatMap((way) => (way === 'ours' ? asked.gaps : [PEER_GAP]).map((gap) => ({ way, gap })))
}

async function measured(task: Task): Promise<Entry> {
  const { practices, weeks, way, gap } = task
  const runs: Measurement[] = []
  let fault: string | null = null
  for (let run = 0; run < asked.repeats && fault === null; run++) {
    const result = await measureApart(task)
    if (typeof result === 'string') fault = result
    else runs.push(result)
    // Who does not come to an end once will not the next time.
    if (typeof result !== 'string' && !result.reached) break
  }
  const told = runs.at(-1)
  const words = told === undefined ? fault : `${told.solve.processor.toFixed(1)} processor seconds, ${told.end}`
  process.stderr.write(`${practices} practices, ${weeks} weeks, ${way} to ${100 * gap} %: ${words}\n`)
  return { practices, weeks, way, gap, runs, fault }
}

/** `5`, or `5x4` for four weeks. */
function caseOf(word: string): Case {
  const [practices, weeks] = word.split('x')
  return { practices: Number(practices), weeks: Number(weeks ?? 1) }
}
