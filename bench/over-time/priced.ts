/** The value of a rota, whoever made it: contacts planned exactly for its people, then judged by the rules' checks. */
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

/** By level. Independent of what a search believed about its rota. */
export async function priced(problem: Problem, assignments: readonly Assignment[]): Promise<Map<Level, number>> {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const rota = await contactPlan(problem, assignments, { engine: highsEngine(), rules })
  return levelValues(judge(rota, problem))
}

/** `bounds` is null for a peer that proves no bounds. */
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

/** A peer's rota at a mark; null before its first rota. */
export interface PeerMark {
  readonly mark: number
  readonly assignments: readonly Assignment[] | null
}

/**
 * Prices a peer's rotas in the same way, without bounds. At each mark the best rota so far counts, since the peer cannot know how exact
 * contacts would rank them. Rotas that break hard rules are ignored.
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

/** Lexicographic: decided by the first level that differs. */
export function better(a: readonly LevelAt[] | null, b: readonly LevelAt[] | null): readonly LevelAt[] | null {
  if (a === null || b === null) return a ?? b
  const k = a.findIndex(({ value }, k) => Math.abs(value - (b[k]?.value ?? 0)) > 1e-6)
  return (a[k]?.value ?? 0) > (b[k]?.value ?? 0) ? b : a
}
