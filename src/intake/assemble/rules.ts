/** What a document says about rules, and how it is to be solved. */
import { LEVELS } from '../../breach.ts'
import { type RuleSetting, SOLVE_DEFAULTS } from '../../policy.ts'
import type { SolveSettings } from '../../problem.ts'
import type { RotaDocument } from '../rota-document.ts'
import { RULE } from './defaults.ts'

export function rulesOf(document: RotaDocument): ReadonlyMap<string, RuleSetting> {
  return new Map(
    Object.entries(document.rules ?? {}).map(([id, given]): [string, RuleSetting] => {
      if (given === false) return [id, { ...RULE, off: true, numbers: {} }]
      const { level, weight, ...numbers } = given
      return [
        id,
        {
          off: false,
          level: LEVELS.find((known) => known === level) ?? RULE.level,
          weight: weight ?? RULE.weight,
          numbers,
        },
      ]
    }),
  )
}

export function solveOf(document: RotaDocument): SolveSettings {
  return { ...SOLVE_DEFAULTS, ...document.solve }
}
