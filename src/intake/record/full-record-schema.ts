/** The schema of a record including every rule's own numbers, for walking a whole record. */
import type { z } from 'zod'
import type { RuleEntry } from '../../policy.ts'
import { fullRulesSchema } from '../document/full-schema.ts'
import { recordSchema } from './schema.ts'

export function fullRecordSchema(ruleBook: readonly RuleEntry[]): z.ZodType {
  return recordSchema.extend({ rules: fullRulesSchema(ruleBook) })
}
