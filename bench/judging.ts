/**
 * Compares judging with solving: `npm run -s bench:judging [-- --seconds N --seed N --pins-only --rotas-only --only NAME]`. Takes rotas of
 * our own, removes their clinics and judges them again: how far their levels are from those of the solve, and how long it takes. Also the
 * sample week with more and more of its own rota pinned. Times are processor seconds.
 */
// Imported first, so that nothing reads another clock before.
import './processor-clock.ts'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import { judgementOf } from '../solver/judge-given.ts'
import { reportOf } from '../solver/plan.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { solve } from '../solver/solve.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import { readRota } from '../src/intake/rota-reading.ts'
import type { LevelReport, Report } from '../src/report.ts'
import { documentFor } from './documents.ts'
import { timed } from './spent.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    'pins-only': { type: 'boolean', default: false },
    'rotas-only': { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
})
const seed = Number(values.seed)
const SAMPLE = 'fixtures/networks/five-practices.json'
const FIXTURES = ['one-practice', 'five-practices-bank-holiday', 'five-practices'] as const
/** Sizes of networks drawn from the atlas, in practices. */
const DRAWN = [1, 2, 3, 4, 6, 8, 10] as const
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const

const fixture = (name: string): RotaDocument => JSON.parse(readFileSync(name, 'utf8'))

async function solved(document: RotaDocument): Promise<{ readonly report: Report; readonly seconds: number }> {
  const asked = { ...document, solve: { ...document.solve, seconds: Number(values.seconds), gap: 0.01, seed } }
  const problem = readDocument(asked, ruleBook())
  const means = { engine: highsEngine(), why: 'the bench', clock: () => performance.now() / 1000 }
  const [outcome, spent] = await timed(() => solve(problem, means))
  return { report: reportOf(problem, outcome, 'sha256:0'), seconds: spent.processor }
}

if (!values['pins-only']) await judgeRotas()
if (!values['rotas-only']) await pinMoreAndMore()

async function judgeRotas(): Promise<void> {
  print([
    'network',
    'people',
    'rota',
    'farthest level',
    'solve, s',
    'judge, s',
    'elapsed, s',
    'of the solve',
    'without telephones, s',
  ])
  const atlas = readAtlas()
  const weeks = [
    ...FIXTURES.map((name) => [name, fixture(`fixtures/networks/${name}.json`)] as const),
    ...DRAWN.map((practices) => [`${practices} practices`, documentFor({ practices, weeks: 1 }, seed, atlas)] as const),
  ]
  for (const [name, document] of weeks.filter(([name]) => name.startsWith(values.only))) {
    const { report, seconds } = await solved(document)
    const bare = await judged(document, report)
    const typed = await judged(
      document,
      report.assignments.map(({ remote, ...a }) => a),
    )
    print([
      name,
      String(document.people.length),
      report.status,
      `${(100 * farthest(report.levels, bare.levels)).toFixed(4)}%`,
      seconds.toFixed(1),
      bare.seconds.toFixed(2),
      bare.elapsed.toFixed(2),
      (bare.seconds / seconds).toFixed(3),
      typed.seconds.toFixed(2),
    ])
  }
}

async function judged(document: RotaDocument, given: Report | Report['assignments']) {
  const problem = readDocument(document, ruleBook())
  const bare: unknown = 'format' in given ? { ...given, clinics: [] } : given
  const rota = readRota(bare, problem)
  const [{ levels }, spent] = await timed(() => judgementOf(problem, rota, bare))
  return { levels, seconds: spent.processor, elapsed: spent.wall }
}

type Valued = Pick<LevelReport, 'level' | 'value' | 'floor'>

/** The largest difference between two reports' levels, relative to the value or to one unit. */
function farthest(levels: readonly Valued[], others: readonly Valued[]): number {
  const far = levels.map(({ level, value }) => {
    const other = others.find((o) => o.level === level)?.value ?? 0
    return Math.abs(value - other) / Math.max(1, value)
  })
  return Math.max(0, ...far)
}

async function pinMoreAndMore(): Promise<void> {
  print(['pinned', 'columns', 'whole', 'rows', 'seconds', 'widest gap'])
  const document = fixture(SAMPLE)
  const own = await solved(document)
  for (const share of SHARES) {
    const chance = draw('pins', seed)
    const pins = own.report.assignments
      .filter(() => chance.next() < share)
      .map(({ person, date, part, site, work }) => ({ person, date, part, site, work }))
    const { report, seconds } = await solved({ ...document, pins })
    const { columns, wholeColumns, rows } = report.stamp
    const gap = Math.max(...report.levels.map((level) => level.gap))
    print([
      `${100 * share}%`,
      ...[columns, wholeColumns, rows].map(String),
      seconds.toFixed(1),
      `${(100 * gap).toFixed(2)}%`,
    ])
  }
}

/** Prints a row of a table. */
function print(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}
