/**
 * Compares one duty desk for a whole network with a duty doctor in each practice, on networks sampled with a seed: `npx tsx
 * scripts/mix/duty-desk.ts [--networks N] [--seed N]`. Both are staffing mixes solved to optimality.
 */
import { parseArgs } from 'node:util'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { mixModelOf } from '../../solver/mix/mix-model.ts'
import { OpenMix } from '../../solver/mix/mix-solve.ts'
import { totalsOf } from '../../solver/mix/open-posts.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { NO_NETWORK, readAtlas } from '../../src/intake/atlas.ts'
import { draw } from '../../src/intake/network/draw.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'

const { values } = parseArgs({
  options: { networks: { type: 'string', default: '10' }, seed: { type: 'string', default: '20' } },
})
const seed = Number(values.seed)
const engine = highsEngine()
const atlas = readAtlas()
const known = [...atlas.networks.values()].filter(({ ods, practices }) => ods !== NO_NETWORK && practices.length === 5)
const chosen = known
  .map((network) => ({ network, place: draw(seed, network.ods, 'duty desk').next() }))
  .sort((x, y) => x.place - y.place)
  .slice(0, Number(values.networks))
  .map(({ network }) => network)

console.log('| network | patients | duty half-days, each | one desk | contacts met, each | one desk | gained |')
console.log('|---|---|---|---|---|---|---|')
for (const [n, { ods }] of chosen.entries()) {
  const document = networkDocument(atlas, ods, { week: '2026-11-30', seed: 1 })
  const each = applyChanges(document, [{ rules: { 'duty-doctor': { groups: [] } } }])
  const [apart, shared] = [await dutyOf(each), await dutyOf(applyChanges(each, [{ pool: { duty: true } }]))]
  const patients = document.sites.reduce((sum, site) => sum + site.patients, 0)
  const cells = [apart.duty, shared.duty, apart.met, shared.met, shared.met - apart.met].map((x) => Math.round(x))
  console.log(`| ${n + 1} | ${patients} | ${cells.join(' | ')} |`)
}

async function dutyOf(document: RotaDocument): Promise<{ duty: number; met: number }> {
  const mix = mixModelOf(readDocument(document, ruleBook()))
  const open = new OpenMix(mix, engine)
  try {
    const answer = await open.solve()
    if (answer === null) return { duty: 0, met: 0 }
    const value = open.reading(answer.point)
    const duty = mix.draft.placements.filter(({ work }) => work === 'duty').reduce((sum, p) => sum + value(p.column), 0)
    return { duty, met: totalsOf(mix, open, answer).met }
  } finally {
    open.close()
  }
}
