/** Columns for hand-written test programmes. */
import type { ModelColumn } from '../solver/lp/spaces.ts'

export function columnsOf(...columns: readonly number[]): ModelColumn[] {
  return columns as readonly number[] as ModelColumn[]
}

export function columnOf(column: number): ModelColumn {
  return column as ModelColumn
}
