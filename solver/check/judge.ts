/** Checks a rota against every rule, without model or engine. */

import type { Breach, Level } from '../../src/breach.ts'
import { LEVELS } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { isInForce, levelOf, weightOf } from '../facts/rule-settings.ts'
import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'

/** One rule's breaches in a rota. */
export interface Verdict {
  readonly rule: Rule
  readonly level: Level
  readonly breaches: readonly Breach[]
  /** Σ amount × weight of its breaches, in the rule's unit. */
  readonly amount: number
  /** The same, as counted in its level. */
  readonly counted: number
}

export function judge(rota: Rota, problem: Problem, rules: readonly Rule[] = RULES): Verdict[] {
  return rules
    .filter((rule) => isInForce(rule, problem))
    .map((rule) => {
      const breaches = rule.check(rota, problem)
      const amount = breaches.reduce((sum, b) => sum + b.amount * (b.weight ?? 1), 0)
      return { rule, level: levelOf(rule, problem), breaches, amount, counted: amount * weightOf(rule, problem) }
    })
}

/** The value of each level according to the checks; 0 for levels without a breach. */
export function levelValues(verdicts: readonly Verdict[]): Map<Level, number> {
  const values = new Map<Level, number>(LEVELS.map((level) => [level, 0]))
  for (const v of verdicts) values.set(v.level, (values.get(v.level) ?? 0) + v.counted)
  return values
}

/** Smaller amounts are rounding in the engine: nobody needs a sentence about a thousandth of a contact. */
const WORTH_SAYING = 0.005

/** Returns why a rule is broken in a place, in words; undefined if nothing is known beyond the finding. */
export type CauseOf = (rule: Rule, breach: Breach) => string | undefined

/** Breaches as sentences, in the order of THE LIST; the report sorts them for readers. */
export function findingsOf(verdicts: readonly Verdict[], problem: Problem, causeOf: CauseOf): Finding[] {
  return verdicts.flatMap((verdict) =>
    verdict.breaches
      .filter((breach) => breach.amount >= WORTH_SAYING)
      .map((breach) => {
        const cause = causeOf(verdict.rule, breach)
        return { ...finding(verdict, breach, problem), ...(cause === undefined ? {} : { cause }) }
      }),
  )
}

function finding(verdict: Verdict, breach: Breach, problem: Problem): Finding {
  const session = breach.session === undefined ? undefined : problem.horizon.sessions[breach.session]
  const date = session?.date ?? (breach.day === undefined ? undefined : problem.horizon.days[breach.day])
  return {
    rule: verdict.rule.id,
    level: verdict.level,
    amount: round(breach.amount),
    ...(breach.weight === undefined ? {} : { weight: round(breach.weight) }),
    ...(date === undefined ? {} : { date }),
    ...(session === undefined ? {} : { part: session.part }),
    ...(breach.week === undefined ? {} : { week: breach.week }),
    ...(breach.site === undefined ? {} : { site: breach.site }),
    ...(breach.need === undefined ? {} : { need: breach.need }),
    ...(breach.role === undefined ? {} : { role: breach.role }),
    people: breach.people ?? [],
    sentence: verdict.rule.say(breach, problem),
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
