/** Changes of a record that people make one at a time: their wishes, and leave. Pure functions; the result is checked as a whole. */
import { BadInput } from '../../errors.ts'
import { hashDocument } from '../document-hash.ts'
import type { Leave, NetworkRecord, RecordWish } from '../record-document.ts'

/** A wish as a person enters it: everybody's count alike. */
export type OwnWish = Pick<RecordWish, 'part' | 'date' | 'want'>

/** A person's wishes, instead of all that they had. Null if the record doesn't have the person. */
export function withWishes(record: NetworkRecord, person: string, wishes: readonly OwnWish[]): NetworkRecord | null {
  if (!record.people.some(({ id }) => id === person)) return null
  const others = (record.wishes ?? []).filter((wish) => wish.person !== person)
  const ids = freeIds(others, 'w')
  const own = wishes.map(({ part, date, want }) => {
    return { id: ids(), person, part, ...(date === undefined ? {} : { date }), want }
  })
  return { ...record, wishes: [...others, ...own] }
}

/** Complaints about the wishes of `withWishes`, as of the list that was sent. */
export function ofOwnWishes(error: unknown, record: NetworkRecord, person: string): unknown {
  const others = (record.wishes ?? []).filter((wish) => wish.person !== person).length
  return repointed(error, /^\/wishes\/(\d+)/, ([, n]) => `/wishes/${Number(n) - others}`)
}

/** Of a leave's hash that make its id. */
const DIGITS = 12

/**
 * The record as it is if it has exactly this leave already: whoever asks again because no answer came adds nothing. Its id is made of what it
 * says, so that taking leave back twice never takes another's.
 */
export function withLeave(record: NetworkRecord, leave: Omit<Leave, 'id'>): { record: NetworkRecord; leave: Leave } {
  const rows = record.leave ?? []
  const name = hashDocument(leave)
  const same = rows.find(({ id: _, ...row }) => hashDocument(row) === name)
  if (same !== undefined) return { record, leave: same }
  const id = `l${name.slice('sha256:'.length, 'sha256:'.length + DIGITS)}`
  const added = { id: rows.some((row) => row.id === id) ? freeIds(rows, `${id}-`)() : id, ...leave }
  return { record: { ...record, leave: [...rows, added] }, leave: added }
}

/** Complaints about the row of `withLeave`, as of that row. */
export function ofLeave(error: unknown, record: NetworkRecord): unknown {
  const at = (record.leave ?? []).length
  return repointed(error, new RegExp(`^/leave/${at}(?=/|$)`), () => '')
}

/** Null if there is no such leave. */
export function withoutLeave(record: NetworkRecord, id: string): NetworkRecord | null {
  const rows = record.leave ?? []
  const left = rows.filter((row) => row.id !== id)
  return left.length === rows.length ? null : { ...record, leave: left }
}

function repointed(error: unknown, pattern: RegExp, to: (match: RegExpExecArray) => string): unknown {
  if (!(error instanceof BadInput)) return error
  return new BadInput(
    error.complaints.map((complaint) => {
      const match = pattern.exec(complaint.pointer)
      return match === null
        ? complaint
        : { ...complaint, pointer: `${to(match)}${complaint.pointer.slice(match[0].length)}` }
    }),
  )
}

/** Ids that no row has, in order. */
function freeIds(rows: readonly { readonly id: string }[], letter: string): () => string {
  const taken = new Set(rows.map(({ id }) => id))
  let n = 0
  return () => {
    do n += 1
    while (taken.has(`${letter}${n}`))
    return `${letter}${n}`
  }
}
