/** Lower and upper bound of one column of a programme. */
import type { ModelColumn } from '../lp/spaces.ts'

export interface ColumnBounds {
  readonly column: ModelColumn
  readonly lower: number
  readonly upper: number
}
