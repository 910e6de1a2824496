/** Where and when work may be planned without a pin; used by the programme and by questions about alternatives. */
import type { Work } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** Duty in core hours only; visits only from the usual practice. Other work only if pinned. */
export function isConceivable(person: Person, session: Session, { site, work }: { site: string; work: Work }): boolean {
  if (work === 'duty') return !session.enhancedAccess
  if (work === 'visits') return site === person.home && !session.enhancedAccess
  return true
}
