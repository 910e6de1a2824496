/** The schema of a document including every rule's own numbers, for walking a whole document. */
import { z } from 'zod'
import type { RuleEntry } from '../../policy.ts'
import { SHAPES } from './check-rules.ts'
import { documentSchema, ruleSchema } from './schema.ts'

export function fullSchema(ruleBook: readonly RuleEntry[]): z.ZodType {
  return documentSchema.extend({ rules: fullRulesSchema(ruleBook) })
}

/** The `rules` field, with every rule's own numbers. */
export function fullRulesSchema(ruleBook: readonly RuleEntry[]) {
  const rules = ruleBook.map(({ id, numbers }) => {
    const own = Object.entries(numbers).map(([name, shape]) => [name, SHAPES[shape].optional()])
    return [id, z.union([z.literal(false), ruleSchema.extend(Object.fromEntries(own))]).optional()]
  })
  return z.looseObject(Object.fromEntries(rules)).exactOptional()
}
