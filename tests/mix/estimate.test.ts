/** A quick estimate leaves no more unmet than the staffing mix of the same week, which no rota can better, if that keeps all safety. */
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run } from '../../solver/engines/jslp/run.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { type Estimate, estimateOf } from '../../solver/mix/estimate.ts'
import { sketchOf } from '../../solver/mix/sketch.ts'
import { solvedMix } from '../../solver/mix/solved-mix.ts'
import type { Solved } from '../../src/comparison.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { applyChanges } from '../../src/intake/scenario/apply-changes.ts'
import { tinyDocuments } from '../oracle/tiny-documents.ts'
import { busyLastAfternoon, shortWeek } from '../short-week.ts'
import { exactly, HIGHS, problemOf } from '../solved-week.ts'

const ONE_PRACTICE = new URL('../../fixtures/networks/one-practice.json', import.meta.url)

function byJslp(lp: Lp): Float64Array | null {
  const { feasible, bounded, point } = run(lp, { whole: false, tolerance: 0 })
  return feasible && bounded ? point : null
}

function estimated(document: RotaDocument, more: ReadonlyMap<string, number> = new Map()): Estimate {
  const found = estimateOf(sketchOf(problemOf(document)), more, byJslp)
  if (found === null) throw new Error('every sketch has an answer')
  return found
}

const figureOf = ({ figures }: Solved, id: string) => figures.find((one) => one.id === id)?.value ?? 0

/** Engines round, and a mix lets the levels that are won already slip by a ten-thousandth. */
const NOISE = 0.02

/** The estimate of the document with so many more sessions, next to the mix of the document that has them. */
async function expectBound(document: RotaDocument, more: ReadonlyMap<string, number> = new Map(), after = document) {
  const mix = await solvedMix('mix', problemOf(after), HIGHS)
  // What safety a mix gives up, an estimate may keep, at others' cost: then neither bounds the other.
  if (mix.status !== 'optimal' || (mix.levels[0]?.value ?? 0) > 1e-6) return false
  const { needs } = sketchOf(problemOf(document))
  const estimate = estimated(document, more)
  const ofMix = (id: string) => figureOf(mix, `unmet-need:${id}`)
  const ofEstimate = (id: string) =>
    estimate.byNeed.reduce((sum, o) => (o.need === id ? sum + o.due - o.inTime : sum), 0)
  const urgent = needs.filter(({ sameDay }) => sameDay)
  const missed = (some: typeof needs, of: (id: string) => number) =>
    some.reduce((sum, { id, weight }) => sum + weight * of(id), 0)
  expect(missed(urgent, ofEstimate)).toBeLessThanOrEqual(missed(urgent, ofMix) + NOISE)
  const all = (of: (id: string) => number) => missed(needs, of) + 99 * missed(urgent, of)
  expect(all(ofEstimate)).toBeLessThanOrEqual(all(ofMix) * (1 + 1e-3) + NOISE)
  return true
}

const WEEKS: Readonly<Record<string, () => RotaDocument>> = {
  'a short week': () => shortWeek(),
  'a busy last afternoon': busyLastAfternoon,
  'a duty desk for both practices': () => shortWeek({ rules: { 'duty-doctor': { groups: [['alder', 'birch']] } } }),
  'sessions promised to partners': () =>
    shortWeek({ rules: { 'partner-time': { sessions: [{ role: 'gp', sessions: 2 }] } } }),
  'one room': () => shortWeek({ sites: shortWeek().sites.map((site) => ({ ...site, rooms: 1 })) }),
}

describe.each(Object.entries(WEEKS))('%s', (_, week) => {
  it('leaves no more unmet as an estimate than as a mix', async () => {
    expect(await expectBound(week())).toBe(true)
  })

  it('leaves no more unmet with two more sessions of GPs, or two fewer', async () => {
    const document = week()
    const more = applyChanges(document, [{ add: { role: 'gp', sessions: 2 } }])
    const fewer = applyChanges(document, [{ remove: { role: 'gp', sessions: 2 } }])
    expect(await expectBound(document, new Map([['gp', 2]]), more)).toBe(true)
    expect(await expectBound(document, new Map([['gp', -2]]), fewer)).toBe(true)
  })
})

it('says a little less is left waiting than the mix does, and what sessions change about as well', async () => {
  const document: RotaDocument = JSON.parse(await readFile(ONE_PRACTICE, 'utf8'))
  const waitingOf = async (one: RotaDocument) => figureOf(await solvedMix('mix', problemOf(one), HIGHS), 'waiting')
  const before = await waitingOf(document)
  const quick = estimated(document).waiting
  expect(quick).toBeLessThanOrEqual(before)
  expect(quick).toBeGreaterThan(0.97 * before)
  for (const role of ['salaried-gp', 'anp', 'practice-nurse']) {
    const gain = before - (await waitingOf(applyChanges(document, [{ add: { role, sessions: 4 } }])))
    const estimate = quick - estimated(document, new Map([[role, 4]])).waiting
    expect(estimate / gain, role).toBeGreaterThan(0.95)
    expect(estimate / gain, role).toBeLessThan(1.4)
  }
})

it('any tiny week leaves no more unmet as an estimate than as a mix', async () => {
  let compared = 0
  const property = fc.asyncProperty(tinyDocuments(), async (document) => {
    if (await expectBound(exactly(document))) compared += 1
  })
  await fc.assert(property, { numRuns: 120, seed: 20 })
  expect(compared).toBeGreaterThan(15)
})
