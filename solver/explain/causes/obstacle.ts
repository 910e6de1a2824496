/** What prevents a change: facts of the document and of the rota, each true by itself. */
import type { Breach } from '../../../src/breach.ts'
import type { Assignment } from '../../../src/rota.ts'

export type Obstacle =
  /** Leave; hours that the person does not usually work; a pin that keeps the session free. */
  | { readonly kind: 'away' | 'not-then' | 'kept-free'; readonly person: string; readonly session: number }
  /** Other work in that session. */
  | { readonly kind: 'busy'; readonly at: Assignment }
  /** Every session that was agreed for the week is given. */
  | { readonly kind: 'used-up'; readonly person: string; readonly week: number }
  | { readonly kind: 'closed'; readonly site: string; readonly session: number }
  /** Another site, or other work, than the person does. */
  | { readonly kind: 'unfit'; readonly assignment: Assignment }
  /** `by`: who has the rooms. */
  | { readonly kind: 'no-room'; readonly site: string; readonly session: number; readonly by: readonly string[] }
  /** `there`: supervisors who are there, but have too many to look after, or no minutes left. */
  | {
      readonly kind: 'no-supervisor'
      readonly people: readonly string[]
      readonly session: number
      readonly site: string | null
      readonly there: readonly string[]
    }
  /** Any other rule that would be kept less well, by its id, and what it would find; none where its sums alone are worse. */
  | { readonly kind: 'rule'; readonly rule: string; readonly breach: Breach | null }
  /** Nobody waits for it then who is not seen anyhow; or it would not make the finding any smaller. */
  | { readonly kind: 'no-use' }

/** Order of mention: what nobody can change before what somebody could. */
const ORDER: readonly Obstacle['kind'][] = [
  'closed',
  'away',
  'kept-free',
  'not-then',
  'unfit',
  'busy',
  'used-up',
  'no-room',
  'no-supervisor',
  'rule',
  'no-use',
]

export function rankOf({ kind }: Obstacle): number {
  return ORDER.indexOf(kind)
}
