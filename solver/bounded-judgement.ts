/** The judgement of a rota from elsewhere, with how far it is from the best possible. */
import type { Level } from '../src/breach.ts'
import type { Problem } from '../src/problem.ts'
import type { JudgedLevel, Judgement } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import { trustedChoice } from './engine-choice.ts'
import { checked } from './engines/checked.ts'
import { floorOf } from './facts/level-units.ts'
import { isInForce } from './facts/rule-settings.ts'
import { judgementOf, judgementWithoutCauses } from './judge-given.ts'
import { build, openFor } from './model/build.ts'
import { presolved } from './model/presolve.ts'
import { round } from './report/round.ts'
import { RULES } from './rules/index.ts'
import { levelBounds } from './search/level-bounds.ts'
import { TimeLimit } from './search/time-limit.ts'

export interface BoundAsked {
  /** The rota as it came: see `judgementOf`. */
  readonly claim: unknown
  /** Whether findings say why they exist. */
  readonly causes: boolean
  /** Seconds from any fixed point. */
  readonly clock: () => number
  /** Wall seconds for all levels together. */
  readonly seconds: number
}

/**
 * Each level with the value that no rota can be below which is as good as this one on the levels before. A level that time did not
 * suffice for has none.
 */
export async function boundedJudgement(problem: Problem, rota: Rota, asked: BoundAsked): Promise<Judgement> {
  const judged = asked.causes ? judgementOf : judgementWithoutCauses
  const judgement = await judged(problem, rota, asked.claim)
  const values = new Map(judgement.levels.map(({ level, value }) => [level, value]))
  const bounds = await boundsOf(problem, rota, { ...asked, values })
  return { ...judgement, levels: judgement.levels.map((level) => withBound(level, bounds.get(level.level))) }
}

async function boundsOf(
  problem: Problem,
  rota: Rota,
  { clock, seconds, values }: BoundAsked & { readonly values: ReadonlyMap<Level, number> },
): Promise<ReadonlyMap<Level, number>> {
  const began = clock()
  const choice = await trustedChoice(problem)
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  // What the rota has beyond what was promised is possible for the others, too.
  const model = presolved(build(problem, rules, openFor(problem, rules, rota.assignments)).model)
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  try {
    return await levelBounds(model, values, {
      engine: checked(choice.engine),
      seed: problem.solve.seed,
      time: new TimeLimit({ seconds, elapsed: () => clock() - began }),
      asked: { gap: problem.solve.gap, floors },
    })
  } finally {
    await choice.engine.close?.()
  }
}

/** A bound is never above the value: a rota that breaks what may never be broken is better than any that keeps it. */
function withBound(level: JudgedLevel, found: number | undefined): JudgedLevel {
  // Nothing is proven of rules that have no exception: a rota keeps them or not.
  if (found === undefined || level.level === 'never') return level
  const bound = Math.min(level.value, round(found, 6))
  return { ...level, bound, gap: round((level.value - bound) / Math.max(Math.abs(level.value), level.floor), 6) }
}
