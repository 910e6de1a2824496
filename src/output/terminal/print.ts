/** What is printed of a report, and on which paper. */
import type { Paper } from './ink.ts'

export interface Print extends Paper {
  /** Everything that the report holds, where it would otherwise say "and so many more". */
  readonly all?: boolean
  /** Id of a site: only its own page, to be put up on its wall. */
  readonly site?: string
}

/** As many lines as there are, or the first of them and how many are left out. */
export function cutList<T>(items: readonly T[], most: number, print: Print): { shown: readonly T[]; more: string[] } {
  if (print.all === true || items.length <= most) return { shown: items, more: [] }
  return { shown: items.slice(0, most), more: [`  and ${items.length - most} more: --all prints them`] }
}
