/** Individual edits to a record: a person's wishes, and leave. Pure functions; the result is validated as a whole. */
import { BadInput } from '../../errors.ts'
import { hashDocument } from '../document-hash.ts'
import type { Leave, NetworkRecord, RecordWish } from '../record-document.ts'

/** A wish as entered by a person, without a weight: all wishes count equally. */
export type OwnWish = Pick<RecordWish, 'part' | 'date' | 'want'>

/** Replaces all of a person's wishes. Null if the person isn't in the record. */
export function withWishes(record: NetworkRecord, person: string, wishes: readonly OwnWish[]): NetworkRecord | null {
  if (!record.people.some(({ id }) => id === person)) return null
  const others = (record.wishes ?? []).filter((wish) => wish.person !== person)
  const ids = freeIds(others, 'w')
  const own = wishes.map(({ part, date, want }) => {
    return { id: ids(), person, part, ...(date === undefined ? {} : { date }), want }
  })
  return { ...record, wishes: [...others, ...own] }
}

/** Rewrites complaints about the wishes from `withWishes` so that they refer to the list sent by the caller. */
export function ofOwnWishes(error: unknown, record: NetworkRecord, person: string): unknown {
  const others = (record.wishes ?? []).filter((wish) => wish.person !== person).length
  return repointed(error, /^\/wishes\/(\d+)/, ([, n]) => `/wishes/${Number(n) - others}`)
}

/** Number of digits of the leave's hash used as its id. */
const DIGITS = 12

/**
 * Idempotent: returns the record unchanged if it already has exactly this leave, so that a caller may retry a request. The id is derived
 * from the content, so that removing leave twice never removes somebody else's.
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

/** Rewrites complaints about the row from `withLeave` so that they refer to the row sent by the caller. */
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

/** Unused ids, in order. */
function freeIds(rows: readonly { readonly id: string }[], letter: string): () => string {
  const taken = new Set(rows.map(({ id }) => id))
  let n = 0
  return () => {
    do n += 1
    while (taken.has(`${letter}${n}`))
    return `${letter}${n}`
  }
}
