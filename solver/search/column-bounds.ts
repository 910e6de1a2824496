/** Where a column of a programme may be. */
import type { ModelColumn } from '../lp/spaces.ts'

export interface ColumnBounds {
  readonly column: ModelColumn
  readonly lower: number
  readonly upper: number
}
