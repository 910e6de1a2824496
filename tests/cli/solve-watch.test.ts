import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { planWeek } from '../../cli/plan-week.ts'
import { watchSolve } from '../../cli/solve-watch.ts'
import { fakeWorld } from './fake-world.ts'

it('asks for the best rota so far on the first Ctrl-C, and quits on the second', () => {
  const world = fakeWorld()
  const { watch } = watchSolve(world)
  expect(watch.stop?.[0]).toBe(0)
  world.interrupt()
  expect(watch.stop?.[0]).toBe(1)
  expect(world.seen.quit).toBeNull()
  world.interrupt()
  expect(world.seen.quit).toBe(130)
})

it('lets go of Ctrl-C and wipes its line when the solve is over', () => {
  const world = fakeWorld()
  const { watch, done } = watchSolve(world)
  watch.onProgress?.({ stage: 'building', level: null, bound: null, best: null, gap: null, seconds: 1 })
  done()
  expect(world.seen.progress).toEqual(['Building: 1 s', ''])
  world.interrupt()
  expect(watch.stop?.[0]).toBe(0)
})

it('has the best rota so far for whoever asks for it before the document is read', async () => {
  const path = new URL('../../fixtures/networks/five-practices.json', import.meta.url)
  const world = fakeWorld()
  const planned = planWeek({ document: JSON.parse(readFileSync(path, 'utf8')), source: 'a week' }, {}, world)
  world.interrupt()
  const { report } = await planned
  expect(report.status).toBe('stopped')
  expect(report.audit?.agrees).toBe(true)
  expect(report.assignments.length).toBeGreaterThan(100)
})
