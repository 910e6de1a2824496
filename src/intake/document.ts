/** Entry point for documents: validates input and returns a consistent RotaDocument, or throws one BadInput. */
import type { RuleEntry } from '../policy.ts'
import { checkCalendar } from './document/calendar.ts'
import { checkRules } from './document/check-rules.ts'
import { checkTeam } from './document/check-team.ts'
import { checkWeek } from './document/check-week.ts'
import { Complaints } from './document/complaints.ts'
import { documentSchema } from './document/schema.ts'
import { readSections } from './document/sections.ts'
import type { RotaDocument } from './rota-document.ts'

/**
 * Validates a whole document and throws one BadInput with every error. Well-formed but contradictory input, such as a pin during leave,
 * passes: it is an impossible week, which the solver explains.
 */
export function checkDocument(value: unknown, ruleBook: readonly RuleEntry[]): RotaDocument {
  const complaints = new Complaints()
  const sections = readSections(value, complaints)
  const calendar = checkCalendar(sections, complaints)
  const check = { ids: sections.ids, calendar, complaints }
  checkTeam(sections, check)
  checkWeek(sections, check)
  checkRules(sections, ruleBook, check)
  complaints.throwIfAny()
  return documentSchema.parse(value)
}
