/** One way to answer one open session: whom to ask, and what changes if they agree. */
import type { CoverKind } from '../../src/cover-answer.ts'
import type { Assignment } from '../../src/rota.ts'

export interface Candidate {
  readonly kind: CoverKind
  /** The absent person's assignment that it answers. */
  readonly of: Assignment
  /** The person to ask. */
  readonly person: string
  readonly off: readonly Assignment[]
  readonly on: readonly Assignment[]
}
