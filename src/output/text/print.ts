/** Which parts of a report are printed, and for which output. */
import type { Page } from '../output-format.ts'

export type Print = Page

/** All lines, or the first few and the number left out. */
export function cutList<T>(items: readonly T[], most: number, print: Print): { shown: readonly T[]; more: string[] } {
  if (print.all === true || items.length <= most) return { shown: items, more: [] }
  return { shown: items.slice(0, most), more: [`  and ${items.length - most} more: --all prints them`] }
}
