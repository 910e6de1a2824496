import { expect, it } from 'vitest'
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
