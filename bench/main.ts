/** `npm run bench`: compares our own solve with the relaxation and with other solvers, in one run. Usage below. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Asked, readAsked, USAGE } from './asked.ts'
import type { Entry, Results } from './entry.ts'
import { machineInWords, peersHere } from './machine.ts'
import { benchOverTime } from './over-time/main.ts'
import { chainsFor, follow, knownOf, leftOf, type Step, side } from './plan.ts'
import { resultsPage } from './results.ts'
import { type Measurement, measureApart, type Task } from './task.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
/** Measurements that take more processor seconds than this are not repeated. */
const LONG = 60

const words = process.argv.slice(2)
if (words.includes('--over-time'))
  process.exitCode = await benchOverTime(words.filter((word) => word !== '--over-time'))
else await benchAll()

async function benchAll(): Promise<void> {
  const asked = readAsked(words, FOLDER)
  if (asked === 'help' || asked === 'wrong') {
    process.stderr.write(USAGE)
    process.exitCode = asked === 'wrong' ? 2 : 0
  } else await bench(asked)
}

async function bench(asked: Asked): Promise<void> {
  const { seed, repeats, cases, workers, python } = asked
  const peers = peersHere(asked.peers, python)
  for (const one of peers.missing) process.stderr.write(`Without ${one}\n`)
  const chains = chainsFor(asked, peers.here)
  const told = {
    machine: machineInWords(),
    allowed: cases,
    workers,
    seed,
    resumed: asked.resume,
    missing: peers.missing,
  }
  const before = asked.resume ? entriesBefore(asked) : []
  const entries: Entry[][] = chains.map(() => [])
  await side(workers, [...chains.keys()], async (k) => {
    const chain = chains[k]
    if (chain === undefined) return
    const { practices, weeks } = chain.of
    const measure = async (step: Step) =>
      knownOf(before, chain.of, step) ?? measured({ practices, weeks, ...step, seed, python }, repeats)
    await follow(chain, measure, (entry) => {
      entries[k]?.push(entry)
      // Written after every entry, so that a stopped benchmark keeps its results.
      const now = entries.flat()
      write(asked, { ...told, entries: [...now, ...leftOf(before, now)] })
    })
  })
  process.stdout.write(resultsPage({ ...told, entries: entries.flat() }))
}

function entriesBefore({ out, name }: Asked): readonly Entry[] {
  return (JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8')) as Results).entries
}

function write({ out, name }: Asked, results: Results): void {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify(results, null, 1)}\n`)
  writeFileSync(join(out, `${name}.md`), resultsPage(results))
}

async function measured(task: Task, repeats: number): Promise<Entry> {
  const { practices, weeks, way, gap } = task
  const runs: Measurement[] = []
  let fault: string | null = null
  for (let run = 0; run < repeats && fault === null; run++) {
    const result = await measureApart(task)
    if (typeof result === 'string') fault = result
    else runs.push(result)
    // A measurement that does not finish once will not finish the next time.
    if (typeof result !== 'string' && (!result.reached || result.solve.processor > LONG)) break
  }
  const told = runs.at(-1)
  const words = told === undefined ? fault : `${told.solve.processor.toFixed(1)} processor seconds, ${told.end}`
  process.stderr.write(`${practices} practices, ${weeks} weeks, ${way} to ${100 * gap}%: ${words}\n`)
  return { practices, weeks, way, gap, runs, fault }
}
