/** `npm run bench`: our own solve beside the relaxation and beside others, in one run. Usage below. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Asked, readAsked, USAGE } from './asked.ts'
import type { Entry, Results } from './entry.ts'
import { machineInWords, type PeersHere, peersHere } from './machine.ts'
import { resultsPage } from './results.ts'
import { type Measurement, measureApart, RELAXATIONS, type Task, type Way } from './task.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
/** To which gap the peers are asked. */
const PEER_GAP = 0.01

const asked = readAsked(process.argv.slice(2), FOLDER)
if (asked === 'help' || asked === 'wrong') {
  process.stderr.write(USAGE)
  process.exitCode = asked === 'wrong' ? 2 : 0
} else await bench(asked)

async function bench(asked: Asked): Promise<void> {
  const { seconds, seed, repeats, cases } = asked
  const peers = peersHere(asked.peers, asked.python)
  for (const one of peers.missing) process.stderr.write(`Without ${one}\n`)
  const machine = machineInWords()
  const entries: Entry[] = []
  for (const one of cases) {
    for (const { way, gap } of plan(asked, peers)) {
      entries.push(await measured({ ...one, way, gap, seconds, seed, python: asked.python }, repeats))
      // After every entry, so that a bench that is stopped leaves what it has.
      write(asked, { machine, seconds, seed, missing: peers.missing, entries })
    }
  }
  process.stdout.write(resultsPage({ machine, seconds, seed, missing: peers.missing, entries }))
}

function write({ out, name }: Asked, results: Results): void {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, `${name}.json`), `${JSON.stringify(results, null, 1)}\n`)
  writeFileSync(join(out, `${name}.md`), resultsPage(results))
}

function plan({ gaps }: Asked, { here }: PeersHere): { readonly way: Way; readonly gap: number }[] {
  return [
    ...gaps.map((gap) => ({ way: 'ours' as const, gap })),
    ...[...RELAXATIONS, ...here].map((way) => ({ way, gap: PEER_GAP })),
  ]
}

async function measured(task: Task, repeats: number): Promise<Entry> {
  const { practices, weeks, way, gap } = task
  const runs: Measurement[] = []
  let fault: string | null = null
  for (let run = 0; run < repeats && fault === null; run++) {
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
