/** Whole sessions of protected time per week, for contracts that include fractions of one. */
import type { Availability } from '../../availability.ts'
import type { Person } from '../../staff.ts'
import { type Day, daysBetween } from '../../time.ts'
import { draw } from '../network/draw.ts'

/** Reference Monday for counting weeks, so that weeks planned one at a time alternate correctly. */
const FIRST_WEEK = '2024-01-01'

/**
 * Sessions can't be split, so half a session a week becomes a whole one every other week. The balance carries over and is given once it
 * makes a whole session, with at most one session more than usual in a week and never more than is due. If the document has no balance,
 * it is derived from the calendar: colleagues take turns, and over successive weeks everybody gets the promised amount.
 */
export function protectedTimeOf(
  { id, contract }: Person,
  { due, from, owed }: { readonly due: readonly number[]; readonly from: Day; readonly owed?: number | undefined },
): Pick<Availability, 'protected' | 'protectedOwed'> {
  const promised = contract.protected
  let carried = owed ?? byCalendar(id, promised, from)
  const given = due.map((sessions) => {
    carried += Math.min(promised, sessions)
    const now = Math.max(0, Math.min(whole(carried), whole(sessions), Math.ceil(promised) + 1))
    carried -= now
    return now
  })
  return { protected: given, protectedOwed: Math.round(carried * 1e9) / 1e9 }
}

/** Fraction of a session accumulated so far. Each person has a different starting point. */
function byCalendar(person: string, promised: number, from: Day): number {
  const sessions = promised * (daysBetween(FIRST_WEEK, from) / 7) + draw(person, 'protected').next()
  return promised === whole(promised) ? 0 : sessions - Math.floor(sessions)
}

function whole(sessions: number): number {
  return Math.floor(sessions + 1e-9)
}
