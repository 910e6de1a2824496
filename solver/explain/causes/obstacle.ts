/** What prevents a change: facts of the document and the rota, each true on its own. */
import type { Breach } from '../../../src/breach.ts'
import type { Assignment } from '../../../src/rota.ts'

export type Obstacle =
  /** Leave; outside the person's usual hours; a pin that keeps the session free. */
  | { readonly kind: 'away' | 'not-then' | 'kept-free'; readonly person: string; readonly session: number }
  /** Other work in that session. */
  | { readonly kind: 'busy'; readonly at: Assignment }
  /** Every session agreed for the week is used. */
  | { readonly kind: 'used-up'; readonly person: string; readonly week: number }
  | { readonly kind: 'closed'; readonly site: string; readonly session: number }
  /** A site where the person does not work, or work that they do not do. */
  | { readonly kind: 'unfit'; readonly assignment: Assignment }
  /** `by`: the people who have the rooms. */
  | { readonly kind: 'no-room'; readonly site: string; readonly session: number; readonly by: readonly string[] }
  /** `there`: supervisors who are present but have too many people to look after, or no minutes left. */
  | {
      readonly kind: 'no-supervisor'
      readonly people: readonly string[]
      readonly session: number
      readonly site: string | null
      readonly there: readonly string[]
    }
  /** Any other rule that would be broken more: its id and the new breach; null if only its total gets worse. */
  | { readonly kind: 'rule'; readonly rule: string; readonly breach: Breach | null }
  /** Nobody is waiting then who would otherwise go unseen; or the finding would not get smaller. */
  | { readonly kind: 'no-use' }

/** Order of mention: what nobody can change first. */
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
