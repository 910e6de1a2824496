/** The rules as `GET /v1/rules` lists them. */
import { RULES } from '../solver/rules/index.ts'
import type { RuleResponse } from './contract.ts'

/** In report order. */
export function ruleList(): RuleResponse[] {
  return RULES.map(({ id, title, level, mayBend = false, why, unit, numbers = {} }) => ({
    id,
    title,
    level,
    mayBend,
    why,
    unit,
    numbers: { ...numbers },
  }))
}
