/** A network whose levels take more than half of the time to relax has a rota all the same, and every level has a bound. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleBook } from '../../solver/rules/index.ts'
import type { HeuristicRun } from '../../solver/search/heuristic.ts'
import { solve } from '../../solver/solve.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { HIGHS } from '../solved-week.ts'

const DOCUMENT = JSON.parse(
  readFileSync(new URL('../../fixtures/networks/five-practices.json', import.meta.url), 'utf8'),
)
const SECONDS = 40

it('is rebuilt block by block once its levels are bounded', async () => {
  const problem = readDocument({ ...DOCUMENT, solve: { seconds: SECONDS, gap: 0.01, seed: 1 } }, ruleBook())
  const runs: string[] = []
  let now = 0
  // Time passes where a heuristic ends: all levels at once at 55% of it, the blocks with the last of it.
  const onHeuristic = ({ name }: HeuristicRun) => {
    runs.push(name)
    if (name === 'all levels at once') now = 0.55 * SECONDS
    if (name === 'quick dive by blocks') now = SECONDS
  }
  const outcome = await solve(problem, { engine: HIGHS, why: 'a test', clock: () => now }, { onHeuristic })
  expect(runs.slice(0, 3)).toEqual(['greedy', 'all levels at once', 'quick dive by blocks'])
  if (!('levels' in outcome)) throw new Error('there is a rota')
  const untried = outcome.levels.filter(({ gap }) => gap > 0.5).map(({ level }) => level)
  expect(untried).toEqual([])
}, 120_000)
