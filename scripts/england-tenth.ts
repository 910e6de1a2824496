/**
 * England's sampled tenth, with limits in processor seconds for a shared machine: `npm run -s england-tenth -- FILE [--seconds
 * N]`. Plans the same 130 networks as `rota england --sample 130 --seed 1`, one after another in random order, and appends a line
 * to FILE for each. Networks already in the file are skipped, so a run can be interrupted and resumed at any point.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { choose } from '../cli/england/choice.ts'
import { lineOf, readLines } from '../cli/england/line.ts'
import { documentOf, factsOf } from '../cli/england/plan-network.ts'
import { plan } from '../solver/plan.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { readAtlas } from '../src/intake/atlas.ts'
import { draw } from '../src/intake/network/draw.ts'

const WEEK = { week: '2026-11-30', seed: 1 }
const TENTH = 130

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' } },
})
const [file] = positionals
if (file === undefined) {
  process.stderr.write('Usage: npm run -s england-tenth -- FILE [--seconds N]\n')
  process.exitCode = 2
} else await planTenth(file, Number(values.seconds))

async function planTenth(file: string, seconds: number): Promise<void> {
  const known = existsSync(file) ? readLines(readFileSync(file, 'utf8')).map(({ ods }) => ods) : []
  const left = choose(readAtlas(), { sample: TENTH, seed: WEEK.seed })
    .filter(({ ods }) => !known.includes(ods))
    .map((network) => ({ network, lot: draw(WEEK.seed, network.ods, 'order').next() }))
    .sort((a, b) => a.lot - b.lot)
  for (const { network } of left) {
    // No stop and no progress: killing the process loses at most one network.
    const task = { ods: network.ods, ...WEEK, seconds, stop: new Int32Array(1), onProgress: () => {} }
    const document = documentOf(task)
    const report = await plan(
      { problem: readDocument(document, ruleBook()), documentHash: '' },
      () => performance.now() / 1000,
    )
    appendFileSync(file, `${JSON.stringify(lineOf(factsOf(document), WEEK, report))}\n`)
  }
}
