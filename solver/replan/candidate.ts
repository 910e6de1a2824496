/** One way to answer one open session: whom to ask, and what changes if they say yes. */
import type { CoverKind } from '../../src/cover-answer.ts'
import type { Assignment } from '../../src/rota.ts'

export interface Candidate {
  readonly kind: CoverKind
  /** The assignment of the absent person that it answers. */
  readonly of: Assignment
  /** Who is asked. */
  readonly person: string
  readonly off: readonly Assignment[]
  readonly on: readonly Assignment[]
}
