/** What a rota is worth whoever has made it: its contacts planned exactly for its people, and the rules' own checks of that. */
import { judge, levelValues } from '../../solver/check/judge.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { RULES } from '../../solver/rules/index.ts'
import { contactPlan } from '../../solver/search/contact-plan.ts'
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import { type At, type LevelAt, MARKS } from './marks.ts'

/** By level. Whatever a search believed of its rota plays no part. */
export async function priced(problem: Problem, assignments: readonly Assignment[]): Promise<Map<Level, number>> {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const rota = await contactPlan(problem, assignments, { engine: highsEngine(), rules })
  return levelValues(judge(rota, problem))
}

/** `bounds` null: nothing was proven of any level, by somebody who doesn't try. */
export function levelsAt(
  problem: Problem,
  values: ReadonlyMap<Level, number>,
  bounds: ReadonlyMap<Level, number> | null,
): LevelAt[] {
  return [...values]
    .filter(([level]) => level !== 'never')
    .map(([level, value]) => {
      const bound = Math.min(value, bounds?.get(level) ?? 0)
      return { level, value, bound, gap: (value - bound) / Math.max(value, floorOf(level, problem)) }
    })
}

/** What a peer had at a mark; null before its first rota. */
export interface PeerMark {
  readonly mark: number
  readonly assignments: readonly Assignment[] | null
}

/**
 * A peer's rotas by the same measure, without bounds. It may keep the best of those it had at the marks so far, since it can't know
 * what exact contacts make of them. What breaks a hard rule is no rota.
 */
export async function pricedMarks(problem: Problem, marks: readonly PeerMark[]): Promise<At[]> {
  const at: At[] = []
  let best: readonly LevelAt[] | null = null
  let last = ''
  for (const mark of MARKS) {
    const assignments = marks.find((one) => one.mark === mark)?.assignments ?? null
    const now = JSON.stringify(assignments)
    if (assignments !== null && now !== last) best = better(best, await feasibleLevels(problem, assignments))
    last = now
    at.push({ mark, levels: best })
  }
  return at
}

async function feasibleLevels(problem: Problem, assignments: readonly Assignment[]): Promise<LevelAt[] | null> {
  const values = await priced(problem, assignments)
  return (values.get('never') ?? 0) > 1e-6 ? null : levelsAt(problem, values, null)
}

/** The first level in which they differ decides. */
export function better(a: readonly LevelAt[] | null, b: readonly LevelAt[] | null): readonly LevelAt[] | null {
  if (a === null || b === null) return a ?? b
  const k = a.findIndex(({ value }, k) => Math.abs(value - (b[k]?.value ?? 0)) > 1e-6)
  return (a[k]?.value ?? 0) > (b[k]?.value ?? 0) ? b : a
}
