import { expect, test } from 'vitest'
import { underClock } from '../../solver/engines/clock.ts'

/** Like a solver: it goes on until the clock that it reads itself says that its time is up. (Not for ever, should the clock be wrong.) */
function workUntil(seconds: number): number {
  const began = performance.now()
  let readings = 0
  while (performance.now() - began < seconds * 1000 && readings < 100_000) readings += 1
  return readings
}

test('work that only looks at the clock ends once it is over, long before its own limit', () => {
  let asked = 0
  const readings = underClock(
    () => {
      asked += 1
      return asked > 50
    },
    () => workUntil(3600),
  )
  expect(readings).toBeLessThan(60)
})

test('the clock goes right until then, for the one who asks as well, and after', () => {
  const real = performance.now()
  const seen: number[] = []
  underClock(
    () => {
      seen.push(performance.now())
      return seen.length > 3
    },
    () => workUntil(3600),
  )
  seen.push(performance.now())
  for (const at of seen) expect(at - real).toBeLessThan(10_000)
  expect(Object.hasOwn(performance, 'now')).toBe(false)
})

test('an error of the work goes through, and the clock is right again', () => {
  const fail = () => {
    throw new Error('aborted')
  }
  expect(() => underClock(() => true, fail)).toThrow('aborted')
  expect(Object.hasOwn(performance, 'now')).toBe(false)
})
