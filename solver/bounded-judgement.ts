/** Judges a rota from elsewhere and computes how far it is from the best possible. */
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
  /** The rota as received: see `judgementOf`. */
  readonly claim: unknown
  /** Whether findings include their causes. */
  readonly causes: boolean
  /** Seconds from any fixed point. */
  readonly clock: () => number
  /** Wall-clock seconds for all levels together. */
  readonly seconds: number
}

/**
 * Adds a bound to each level: no rota that is as good as this one on the earlier levels is below
 * it. Levels for which time did not suffice have none.
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
  // Whatever the rota has beyond what was promised must be possible for others too.
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

/**
 * The bound is at most the value: a rota that breaks hard rules can be better than any that keeps them. Nothing is below 0, whether or not
 * the week has anything to count on that level.
 */
function withBound(level: JudgedLevel, solved: number | undefined): JudgedLevel {
  const found = level.value <= 0 ? 0 : solved
  // Hard rules have no bound: a rota either keeps them or does not.
  if (found === undefined || level.level === 'never') return level
  const bound = Math.min(level.value, round(found, 6))
  return { ...level, bound, gap: round((level.value - bound) / Math.max(Math.abs(level.value), level.floor), 6) }
}
