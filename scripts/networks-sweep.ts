/**
 * Plans thirty English networks of 1 to 12 practices, sampled with a seed, each in a thread as in production: `npm run
 * test:networks -- --seed 7 --seconds 60 --networks 30`. Exit code 1 on a crash, a dispute or no rota. `npx tsx --import
 * ./bench/processor-clock.ts scripts/networks-sweep.ts --processor` counts processor seconds, in one thread, so that load on the
 * machine doesn't matter; `--share 2/4` takes every fourth network starting with the second.
 */
import { parseArgs } from 'node:util'
import { plan } from '../solver/plan.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { planInThread } from '../solver/worker/thread.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { type NetworkEntry, NO_NETWORK, readAtlas } from '../src/intake/atlas.ts'
import { hashDocument } from '../src/intake/document-hash.ts'
import { draw } from '../src/intake/network/draw.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'

/** An ordinary week; people are generated with the same seed as the networks are sampled. */
const WEEK = '2026-11-30'
const LARGEST = 12

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261130' },
    seconds: { type: 'string', default: '60' },
    networks: { type: 'string', default: '30' },
    gap: { type: 'string', default: '0.01' },
    processor: { type: 'boolean', default: false },
    share: { type: 'string', default: '1/1' },
  },
})
const [seed, seconds, count, gap] = [values.seed, values.seconds, values.networks, values.gap].map(Number) as [
  number,
  number,
  number,
  number,
]
const [nth, shares] = values.share.split('/').map(Number) as [number, number]

/** Takes a random network of each size in turn until there are enough, since large ones are rare. */
function chosen(): NetworkEntry[] {
  const sizes = Array.from({ length: LARGEST }, (_, i) =>
    [...readAtlas().networks.values()]
      .filter(({ ods, practices }) => ods !== NO_NETWORK && practices.length === i + 1)
      .map((network) => ({ network, lot: draw(seed, network.ods, 'sweep').next() }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ network }) => network),
  )
  const rounds = Math.max(...sizes.map((networks) => networks.length))
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    sizes.flatMap((networks) => networks.slice(round, round + 1)),
  )
  return inTurn
    .flat()
    .slice(0, count)
    .sort((a, b) => a.practices.length - b.practices.length)
    .filter((_, i) => i % shares === nth - 1)
}

interface Line {
  readonly report: Report | null
  readonly words: readonly string[]
}

/** Numbered, not named: the people are synthetic, and their figures say nothing about the network. */
async function lineOf({ ods, practices }: NetworkEntry, nth: number): Promise<Line> {
  const made = networkDocument(readAtlas(), ods, { week: WEEK, seed })
  const document = { ...made, solve: { ...made.solve, seconds, gap } }
  const size = [String(nth), String(practices.length), String(document.people.length)]
  try {
    const problem = readDocument(document, ruleBook())
    const report = await planned(problem, hashDocument(document))
    return { report, words: [...size, ...figuresOf(report)] }
  } catch (error) {
    return { report: null, words: [...size, ods, 'crashed:', String(error)] }
  }
}

async function planned(problem: Problem, documentHash: string): Promise<Report> {
  if (!values.processor) return planInThread(problem, { documentHash, seconds })
  return plan({ problem, documentHash }, () => performance.now() / 1000)
}

function figuresOf({ stamp, levels, service, status, audit }: Report): string[] {
  const worst = levels.reduce((most, level) => (level.gap > most.gap ? level : most), { level: '', gap: 0 })
  return [
    String(stamp.columns),
    stamp.seconds.toFixed(1),
    `${(100 * worst.gap).toFixed(2)}%`,
    worst.gap > 0 ? worst.level : '',
    `${(100 * service.urgent.share).toFixed(1)}%`,
    status,
    audit.agrees ? 'agrees' : 'DISPUTED',
  ]
}

const HEAD = ['network', 'practices', 'people', 'columns', 'seconds', 'worst gap', 'at', 'urgent', 'status', 'audit']

console.log(
  `${count} networks, week of ${WEEK}, seed ${seed}, ${seconds} ${values.processor ? 'processor seconds' : 's'} each, or a gap of ${100 * gap}%; their people are synthetic.`,
)
console.log(`| ${HEAD.join(' | ')} |\n|${HEAD.map(() => '---').join('|')}|`)
let failed = 0
for (const [n, network] of chosen().entries()) {
  const { report, words } = await lineOf(network, n + 1)
  const isRota = report?.audit.agrees === true && !['impossible', 'no-rota'].includes(report.status)
  if (!isRota) {
    failed += 1
    console.error(`Network ${n + 1} is ${network.ods}.`)
  }
  console.log(`| ${words.join(' | ')} |`)
}
console.log(failed === 0 ? 'Every network has a rota, and every audit agrees.' : `${failed} failed.`)
process.exitCode = failed === 0 ? 0 : 1
