/**
 * Times forty what-ifs on one staffing mix with warm starts, and the same forty built and solved from scratch, in processor
 * seconds: `npx tsx scripts/mix/warm-what-ifs.ts [DOC]`.
 */
import { readFileSync } from 'node:fs'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { mixModelOf } from '../../solver/mix/mix-model.ts'
import { OpenMix } from '../../solver/mix/mix-solve.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { withVacancies } from '../../src/intake/scenario/vacant-posts.ts'

const COUNT = 40
const file = process.argv[2] ?? 'fixtures/networks/five-practices.json'
const { document, places } = withVacancies(JSON.parse(readFileSync(file, 'utf8')) as RotaDocument)
const problem = readDocument(document, ruleBook())
const vacant = new Set(places.keys())
const engine = highsEngine()
const seconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6

const mix = mixModelOf(problem, vacant)
const groups = mix.week.groups.filter((group) => group.vacant).slice(0, COUNT)
const open = new OpenMix(mix, engine)
const first = seconds()
await open.solve()
const began = seconds()
const warm: number[] = []
for (const { id } of groups) warm.push((await open.solve(new Map([[id, 1]])))?.levels.at(-1)?.value ?? 0)
const warmSeconds = seconds() - began
open.close()

const coldBegan = seconds()
let furthest = 0
for (const [n, { id }] of groups.entries()) {
  const fresh = new OpenMix(mixModelOf(problem, vacant), engine)
  const value = (await fresh.solve(new Map([[id, 1]])))?.levels.at(-1)?.value ?? 0
  fresh.close()
  furthest = Math.max(furthest, Math.abs(value - (warm[n] ?? 0)))
}
const coldSeconds = seconds() - coldBegan
console.log(`${file}: ${groups.length} what-ifs, ${mix.model.lp.columns} columns, ${mix.model.lp.rows} rows`)
console.log(
  `first solve ${(began - first).toFixed(1)} s; warm ${warmSeconds.toFixed(1)} s; cold ${coldSeconds.toFixed(1)} s`,
)
console.log(
  `warm is ${(coldSeconds / warmSeconds).toFixed(1)} times faster; values differ by ${furthest.toExponential(1)} at most`,
)
