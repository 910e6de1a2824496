/** Columns of programmes that tests write by hand. */
import type { ModelColumn } from '../solver/lp/spaces.ts'

export function columnsOf(...columns: readonly number[]): ModelColumn[] {
  return columns as readonly number[] as ModelColumn[]
}

export function columnOf(column: number): ModelColumn {
  return column as ModelColumn
}
