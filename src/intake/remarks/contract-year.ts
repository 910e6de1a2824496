/** A week of a contract year that isn't known: what enhanced access owes is taken from the nearest one. */
import { contractYearOf } from '../../contract-years.ts'
import type { Look } from './look.ts'

export const unknownContractYear: Look = ({ week, parts, rules }) => {
  const { note } = contractYearOf(week.from)
  const rule = rules?.['enhanced-access']
  const isAsked = parts.some((part) => part.enhancedAccess) && rule !== false && rule?.minutesPerThousand === undefined
  return note !== null && isAsked ? [{ pointer: '/week/from', detail: note }] : []
}
