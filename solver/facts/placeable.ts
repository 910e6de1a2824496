/** Where and when the house plans work of its own accord, for the programme and for whoever asks what else could be. */
import type { Work } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** Duty is held in core hours; visits set out from the usual practice. Anything else only where it is pinned. */
export function isConceivable(person: Person, session: Session, { site, work }: { site: string; work: Work }): boolean {
  if (work === 'duty') return !session.enhancedAccess
  if (work === 'visits') return site === person.home && !session.enhancedAccess
  return true
}
