/** Remarks on weeks in an unknown contract year, whose enhanced-access obligation is taken from the nearest known year. */
import { contractYearOf } from '../../contract-years.ts'
import type { Look } from './look.ts'

export const unknownContractYear: Look = ({ week, parts, rules }) => {
  const { note } = contractYearOf(week.from)
  const rule = rules?.['enhanced-access']
  const isAsked = parts.some((part) => part.enhancedAccess) && rule !== false && rule?.minutesPerThousand === undefined
  return note !== null && isAsked ? [{ pointer: '/week/from', detail: note }] : []
}
