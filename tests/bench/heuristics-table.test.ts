import { expect, it } from 'vitest'
import { countedIn, heuristicsTable } from '../../bench/heuristics-table.ts'

it('heuristics are counted over all solves, the one that took most first', () => {
  const one = countedIn(
    [
      { name: 'dive', seconds: 1, isBetter: true },
      { name: 'restarted dive', seconds: 2, isBetter: false },
      { name: 'restarted dive', seconds: 2, isBetter: true },
    ],
    10,
  )
  const other = countedIn([{ name: 'dive', seconds: 1, isBetter: false }], 10)
  expect(heuristicsTable([one, other]).split('\n')).toEqual([
    '2 solves, 20 processor seconds',
    '',
    '| heuristic | calls | better | processor seconds | share |',
    '|---|---|---|---|---|',
    '| restarted dive | 2 | 1 | 4.0 | 20.0% |',
    '| dive | 2 | 1 | 2.0 | 10.0% |',
    '',
  ])
})
