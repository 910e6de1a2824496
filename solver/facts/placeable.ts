/** Where and when work may be planned without a pin, for the programme and for questions about alternatives. */
import type { Work } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** Duty is held in core hours; visits start from the usual practice. Anything else only if pinned. */
export function isConceivable(person: Person, session: Session, { site, work }: { site: string; work: Work }): boolean {
  if (work === 'duty') return !session.enhancedAccess
  if (work === 'visits') return site === person.home && !session.enhancedAccess
  return true
}
