/** Measures our own solve as callers get it, and the parts that should stay small compared with it. */
import { audit } from '../solver/check/audit.ts'
import { judge } from '../solver/check/judge.ts'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import type { Model } from '../solver/model/elastic.ts'
import { solve } from '../solver/solve.ts'
import type { Problem } from '../src/problem.ts'
import { Stopwatch, timed } from './spent.ts'
import type { Measurement, Spent, Task } from './task.ts'

export type Measured = Pick<Measurement, 'solve' | 'first' | 'aside' | 'reached' | 'end' | 'values'>

export async function ours(problem: Problem, model: Model, task: Task): Promise<Measured> {
  const watch = new Stopwatch()
  let first: Spent | null = null
  const [outcome, spent] = await timed(() =>
    solve(
      problem,
      { engine: highsEngine(), why: 'the bench', clock: () => performance.now() / 1000 },
      {
        onProgress: ({ best }) => {
          if (best !== null) first ??= watch.read()
        },
      },
    ),
  )
  if (outcome.kind !== 'rota')
    return { solve: spent, first: null, aside: null, reached: false, end: outcome.kind, values: [] }
  const [verdicts, judging] = await timed(() => judge(outcome.rota, problem))
  // The time does not depend on the point.
  const [, auditing] = await timed(() => audit(model, new Float64Array(model.lp.columns), verdicts, false))
  const apart = outcome.levels
    .filter((l) => l.gap > task.gap + 1e-9)
    .map((l) => `${l.level} ${(100 * l.gap).toFixed(1)}%`)
  const reached = apart.length === 0
  return {
    ...{ solve: spent, first, reached, aside: { judge: judging, audit: auditing } },
    end: `${reached ? 'done' : `still apart: ${apart.join(', ')}`}${outcome.audit.agrees ? '' : ', disputed'}`,
    values: outcome.levels.map(({ value }) => value),
  }
}
