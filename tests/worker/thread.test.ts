/** A solve in its thread: watched while it goes on, and its best rota kept however it has to be ended. */
import { describe, expect, it } from 'vitest'
import { salvage } from '../../solver/recover.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import type { BestSoFar, SolveProgress } from '../../solver/search/watch.ts'
import { planInThread } from '../../solver/worker/thread.ts'
import { Stopped } from '../../src/errors.ts'
import { columnsOf } from '../model-columns.ts'
import { shortWeek } from '../short-week.ts'
import { exactly, problemOf } from '../solved-week.ts'

const STUCK = new URL('../threads/stuck.ts', import.meta.url)
const SILENT = new URL('../threads/silent.ts', import.meta.url)
const problem = problemOf(exactly(shortWeek()))
const hash = 'sha256:0'

describe('a solving thread', () => {
  it('tells of a first rota and of better ones, and hands out each level with its bound', async () => {
    const seen: SolveProgress[] = []
    const found: BestSoFar[] = []
    const watch = { onProgress: (p: SolveProgress) => seen.push(p), onBest: (b: BestSoFar) => found.push(b) }
    const report = await planInThread(problem, { documentHash: hash }, watch)
    expect(found.length).toBeGreaterThan(1)
    // Short weeks win levels faster than progress is told: a quarter of a second apart.
    expect(seen.some((p) => p.level !== null)).toBe(true)
    for (const { level, bound, best, gap } of seen.filter((p) => p.level !== null)) {
      const told = report.levels.find((l) => l.level === level)
      expect(bound ?? 0).toBeLessThanOrEqual((told?.value ?? 0) + 1e-6)
      expect(best ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual((told?.bound ?? 0) - 1e-6)
      expect(gap ?? 0).toBeGreaterThanOrEqual(0)
    }
    const last = found.at(-1)
    if (last === undefined) throw new Error('No rota was handed out.')
    expect(new Set(last.bounds.map(({ level }) => level))).toEqual(new Set(report.levels.map(({ level }) => level)))
    const stop = new Int32Array(1)
    const outcome = salvage(problem, { best: last, engine: { name: 'x', version: '1', why: '' }, seconds: 1, stop })
    if (outcome.kind !== 'rota') throw new Error(outcome.kind)
    expect(outcome.audit.agrees).toBe(true)
    outcome.levels.forEach((level, k) => {
      expect(level.value).toBeCloseTo(report.levels[k]?.value ?? Number.NaN, 3)
    })
  })

  it('that stops responding is ended at its hard limit, and its best rota kept with a true gap', async () => {
    const options = { documentHash: hash, seconds: 3, grace: 4, entry: STUCK }
    const report = await planInThread(problem, options)
    expect(report.status).toBe('out-of-time')
    expect(report.assignments.length).toBeGreaterThan(0)
    expect(report.disputed).toBe(false)
    const best = await planInThread(problem, { documentHash: hash })
    report.levels.forEach(({ value, bound, gap, floor }, k) => {
      expect(gap).toBeCloseTo((value - bound) / Math.max(value, floor), 5)
      // A bound holds among rotas that keep the levels before as they were won: the first level's for all.
      if (k === 0) expect(bound).toBeLessThanOrEqual((best.levels[0]?.value ?? 0) + 1e-6)
    })
  }, 60_000)

  it('that takes no notice of a stop is ended soon after, long before its limit', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const onBest = () => Atomics.store(stop, 0, 1)
    const report = await planInThread(
      problem,
      { documentHash: hash, seconds: 600, grace: 0.5, entry: STUCK },
      { stop, onBest },
    )
    expect(report.status).toBe('stopped')
    expect(report.assignments.length).toBeGreaterThan(0)
  }, 60_000)

  it('that is ended before it had a rota is a defect', async () => {
    const options = { documentHash: hash, seconds: 0.2, grace: 0.2, entry: SILENT }
    await expect(planInThread(problem, options)).rejects.toThrow('had no rota by then')
  })

  it('that is stopped before it has a rota, for example while a large week is built, is no defect', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    Atomics.store(stop, 0, 1)
    const options = { documentHash: hash, seconds: 600, grace: 0.2, entry: SILENT }
    await expect(planInThread(problem, options, { stop })).rejects.toThrow(Stopped)
  })
})

describe('where a solve stands', () => {
  it('is reported before the levels, too: the level farthest from its bound', () => {
    let now = 0
    const told: SolveProgress[] = []
    const found: BestSoFar[] = []
    const watch = { onProgress: (p: SolveProgress) => told.push(p), onBest: (b: BestSoFar) => found.push(b) }
    const standing = new Incumbent(watch, () => now, { gap: 0.01, floors: new Map() })
    const urgent = { level: 'urgent' as const, columns: columnsOf(0), costs: [2] }
    const service = { level: 'service' as const, columns: columnsOf(1), costs: [1] }
    standing.relaxed(urgent, 6)
    expect(told.at(-1)).toEqual({ stage: 'a first rota', level: 'urgent', bound: 6, best: null, gap: null, seconds: 0 })
    now = 1
    standing.relaxed(service, 30)
    expect(told.at(-1)).toMatchObject({ level: 'service', bound: 30, best: null })
    standing.better(Float64Array.of(4, 36))
    expect(told.at(-1)).toMatchObject({ stage: 'a first rota', level: 'urgent', bound: 6, best: 8, gap: 0.25 })
    now = 2
    standing.better(Float64Array.of(3, 40))
    expect(told.at(-1)).toMatchObject({ level: 'service', best: 40, gap: 0.25, seconds: 2 })
    // What is hoped for proves nothing of a rota in which the levels before are not at their best.
    expect(found.at(-1)?.bounds).toEqual([])
    now = 3
    standing.begin(urgent)
    expect(told.at(-1)).toMatchObject({ stage: 'urgent', bound: 0, best: 6 })
  })

  it('is reported at most four times a second, but a first rota at once', () => {
    let now = 0
    const told: SolveProgress[] = []
    const standing = new Incumbent({ onProgress: (p) => told.push(p) }, () => now, {
      gap: 0.01,
      floors: new Map([['urgent', 10]]),
    })
    standing.begin({ level: 'urgent', columns: columnsOf(0), costs: [2] })
    standing.better(Float64Array.of(4))
    expect(told.at(-1)).toMatchObject({ level: 'urgent', best: 8, bound: 0, gap: 0.8 })
    standing.proven('urgent', 6)
    standing.better(Float64Array.of(3.5))
    expect(told).toHaveLength(2)
    now = 0.25
    standing.tell()
    expect(told.at(-1)).toMatchObject({ best: 7, bound: 6, gap: 0.1, seconds: 0.25 })
    standing.tell()
    expect(told).toHaveLength(3)
  })
})
