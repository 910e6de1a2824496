/**
 * `npm run bench:heuristics`: how often each heuristic of the search runs, how often it improves the rota, and how many processor seconds
 * it takes; on networks of several sizes, several weeks, and a sample of England.
 */
import './processor-clock.ts'
import { parseArgs } from 'node:util'
import { choose } from '../cli/england/choice.ts'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import { ruleBook } from '../solver/rules/index.ts'
import type { HeuristicRun } from '../solver/search/heuristic.ts'
import { solve } from '../solver/solve.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { documentFor } from './documents.ts'
import { type Counted, countedIn, heuristicsTable } from './heuristics-table.ts'

const USAGE = `Usage: npm run bench:heuristics -- [options]

  --sizes 1,5,10,20,5x4   practices; 5x4 is five practices for four weeks (default)
  --seeds N               networks of each size (1)
  --england N             networks sampled from England (12)
  --gap PERCENT           asked gap (1)
  --seconds N             processor seconds for each solve (60)
`

const options = {
  sizes: { type: 'string', default: '1,5,10,20,5x4' },
  seeds: { type: 'string', default: '1' },
  england: { type: 'string', default: '12' },
  gap: { type: 'string', default: '1' },
  seconds: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} as const

const { values } = parseArgs({ options })
if (values.help) process.stdout.write(USAGE)
else await measureAll()

async function measureAll(): Promise<void> {
  const atlas = readAtlas()
  const all: Counted[] = []
  for (const size of values.sizes.split(',').filter((word) => word !== '')) {
    const [practices = 1, weeks = 1] = size.split('x').map(Number)
    for (let seed = 1; seed <= Number(values.seeds); seed++)
      all.push(await measured(`${size} practices, seed ${seed}`, documentFor({ practices, weeks }, seed, atlas)))
  }
  for (const { ods } of choose(atlas, { only: undefined, sample: Number(values.england), seed: 1 }))
    all.push(await measured(ods, networkDocument(atlas, ods, { week: '2026-11-30', seed: 1 })))
  process.stdout.write(heuristicsTable(all))
}

/** Solves the document to the asked gap and counts what each heuristic did. */
async function measured(name: string, document: RotaDocument): Promise<Counted> {
  const asked = { ...document.solve, seconds: Number(values.seconds), gap: Number(values.gap) / 100 }
  const problem = readDocument({ ...document, solve: asked }, ruleBook())
  const runs: HeuristicRun[] = []
  const means = { engine: highsEngine(), why: 'the bench', clock: () => performance.now() / 1000 }
  const outcome = await solve(problem, means, { onHeuristic: (run) => runs.push(run) })
  const end = outcome.kind === 'rota' ? outcome.status : outcome.kind
  process.stderr.write(`${name}: ${end}, ${outcome.seconds.toFixed(1)} processor seconds\n`)
  return countedIn(runs, outcome.seconds)
}
