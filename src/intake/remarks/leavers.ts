/** Remarks on people of the past who are not in the document. */
import type { Look } from './look.ts'

/** Lists about the past, which may name people who have left. */
const PAST = ['published', 'history', 'before'] as const

/** People of the past who are not in the document: it is planned without them. Each is named once for each list. */
export const leavers: Look = (document) => {
  const known = new Set(document.people.map((person) => person.id))
  return PAST.flatMap((list) => {
    const first = new Map<string, { readonly at: number; rows: number }>()
    for (const [at, { person }] of (document[list] ?? []).entries()) {
      if (known.has(person)) continue
      const seen = first.get(person)
      if (seen) seen.rows += 1
      else first.set(person, { at, rows: 1 })
    }
    return [...first].map(([person, { at, rows }]) => ({
      pointer: `/${list}/${at}/person`,
      detail: `Nobody in "people" has the id ${JSON.stringify(person.slice(0, 64))}: the week is planned without ${rows === 1 ? 'this row' : `these ${rows} rows`}.`,
      maybe: 'right for somebody who has left; otherwise correct the id',
    }))
  })
}
