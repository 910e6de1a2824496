/**
 * Compares a staffing mix's prediction for four more sessions of a role with whole rotas: `npx tsx --import
 * ./bench/processor-clock.ts scripts/mix/predicted.ts [DOC] [--seconds N] [--roles N]`. Times are in processor seconds.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compareMixes, compareRotas, type PlannedWeek } from '../../solver/compare-scenarios.ts'
import { plan } from '../../solver/plan.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import type { Comparison } from '../../src/comparison.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    roles: { type: 'string', default: 'salaried-gp,anp,physio,pharmacist,practice-nurse' },
  },
})
const file = positionals[0] ?? 'fixtures/networks/one-practice.json'
const text = JSON.parse(readFileSync(file, 'utf8')) as RotaDocument
const document: RotaDocument = { ...text, solve: { ...text.solve, seconds: Number(values.seconds), gap: 0.001 } }
const weeks = [
  document,
  ...values.roles.split(',').map((role) => applyChanges(document, [{ add: { role, sessions: 4 } }])),
]
const named = weeks.map((week, n) => ({
  name: ['as it is', ...values.roles.split(',')][n] ?? '',
  problem: readDocument(week, ruleBook()),
}))
const mixes = await compareMixes(named)
const planned: PlannedWeek[] = []
for (const week of named) {
  const report = await plan({ problem: week.problem, documentHash: '' }, () => performance.now() / 1000)
  planned.push({ ...week, report, rota: readRota(report, week.problem) })
}
const rotas = compareRotas(planned)
console.log('| four more sessions | predicted: less waiting | obtained | predicted: service | obtained | rota’s gap |')
console.log('|---|---|---|---|---|---|')
for (const [n, { name }] of named.entries()) {
  if (n === 0) continue
  const gap = planned[n]?.report.levels.find(({ level }) => level === 'service')?.gap ?? 0
  const cells = [waiting(mixes, n), waiting(rotas, n), service(mixes, n), service(rotas, n)].map((x) => x.toFixed(1))
  console.log(`| ${name} | ${cells.join(' | ')} | ${(100 * gap).toFixed(1)}% |`)
}

function waiting({ scenarios }: Comparison, n: number): number {
  return -(scenarios[n]?.figures.find(({ id }) => id === 'waiting')?.difference ?? 0)
}

function service({ scenarios }: Comparison, n: number): number {
  const of = (k: number) => scenarios[k]?.levels.find(({ level }) => level === 'service')?.value ?? 0
  return of(0) - of(n)
}
