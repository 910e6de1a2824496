/** What is stored of a week's document once an answer to an absence is chosen. */
import type { Assignment, WeekDocument } from '../../../api.ts'

/** Somebody from outside is offered with every answer; only those who are then in the rota are kept in the week. */
export function withoutUnasked(
  entered: WeekDocument,
  before: WeekDocument,
  assignments: readonly Assignment[],
): WeekDocument {
  const known = new Set([...before.people.map(({ id }) => id), ...assignments.map(({ person }) => person)])
  const people = entered.people.filter(({ id }) => known.has(id))
  const roles = new Set([...before.roles.map(({ id }) => id), ...people.map(({ role }) => role)])
  return { ...entered, people, roles: entered.roles.filter(({ id }) => roles.has(id)) }
}
