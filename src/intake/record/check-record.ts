/** Entry point for records: validates input and returns a consistent NetworkRecord, or throws one BadInput. */
import type { RuleEntry } from '../../policy.ts'
import { checkCalendar } from '../document/calendar.ts'
import { checkRules } from '../document/check-rules.ts'
import { checkTeam } from '../document/check-team.ts'
import { Complaints } from '../document/complaints.ts'
import { readRoot } from '../document/reading.ts'
import type { NetworkRecord } from '../record-document.ts'
import { checkDemand } from './check-demand.ts'
import { checkLasting } from './check-lasting.ts'
import { recordSchema } from './schema.ts'
import { readRecord } from './sections.ts'

/** Validates a whole record and throws one BadInput with every error. */
export function checkRecord(value: unknown, ruleBook: readonly RuleEntry[]): NetworkRecord {
  const complaints = new Complaints()
  const root = readRoot(value, recordSchema, complaints)
  const { sections, lasting } = readRecord(root, complaints)
  const check = { ids: sections.ids, calendar: checkCalendar(sections, complaints), complaints }
  checkTeam(sections, check)
  checkLasting(lasting, check)
  checkDemand(root.demand, check)
  checkRules(sections, ruleBook, check)
  complaints.throwIfAny()
  return recordSchema.parse(value)
}
