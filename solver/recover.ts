/**
 * Recovers the rota that a solve handed out before its thread was terminated, judged like any other. Uses no engine: rebuilding the
 * programme gives the same columns, from which the point is decoded.
 */
import type { Problem } from '../src/problem.ts'
import { audit } from './check/audit.ts'
import { judge } from './check/judge.ts'
import { isInForce } from './facts/rule-settings.ts'
import { build } from './model/build.ts'
import { decode } from './model/decode.ts'
import { readingOf } from './model/elastic.ts'
import { presolved } from './model/presolve.ts'
import { levelReports, statusOf } from './report/levels.ts'
import type { EngineNote, Outcome } from './report/outcome.ts'
import { RULES } from './rules/index.ts'
import type { BestSoFar } from './search/watch.ts'

export interface Salvage {
  readonly best: BestSoFar
  readonly engine: EngineNote
  /** Wall-clock seconds of the terminated solve. */
  readonly seconds: number
  readonly stop: Int32Array
}

/** Levels not yet reached have a bound of 0: costs are never negative. */
export function salvage(problem: Problem, { best, engine, seconds, stop }: Salvage): Outcome {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const built = build(problem, rules)
  const { draft } = built
  const model = presolved(built.model)
  const rota = decode(draft, readingOf(model, best.point))
  const verdicts = judge(rota, problem, rules)
  const bounds = new Map(best.bounds.map(({ level, bound }) => [level, bound]))
  const proven = model.levels
    .filter(({ level }) => level !== 'never')
    .map(({ level }) => ({ level, bound: bounds.get(level) ?? 0, seconds: 0 }))
  const levels = levelReports(proven, verdicts, problem)
  return {
    kind: 'rota',
    status: statusOf(levels, problem.solve.gap, stop),
    rota,
    levels,
    audit: audit(model, best.point, verdicts, false),
    size: {
      columns: model.lp.columns,
      wholeColumns: model.lp.whole.reduce((n, whole) => n + whole, 0),
      rows: model.lp.rows,
    },
    engine,
    seconds,
  }
}
