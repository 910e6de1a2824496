/** Parses JSON; invalid JSON is the caller's error, reported with line and column. */
import { BadInput, type Complaint } from '../../errors.ts'
import type { Remark } from '../../remark.ts'
import { faultIn } from './json-fault.ts'
import { fieldsTwice } from './json-twice.ts'

/** Remarks on duplicate keys by parsed value, because the value itself no longer shows them. */
const twice = new WeakMap<object, readonly Remark[]>()

/** Remarks on the text this value was parsed from; empty if it wasn't parsed from text. */
export function repeatedKeys(value: unknown): readonly Remark[] {
  return (isObject(value) ? twice.get(value) : undefined) ?? []
}

/** Copies another value's remarks to `value`, which is the same document with other settings, or one of its fields. */
export function keepRepeatedKeys(value: unknown, of: unknown, field = ''): void {
  const known = repeatedKeys(of).filter((remark) => remark.pointer.startsWith(`${field}/`))
  const inside = known.map((remark) => ({ ...remark, pointer: remark.pointer.slice(field.length) }))
  if (isObject(value) && inside.length > 0) twice.set(value, inside)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Numbers out of range (1e999) become Infinity, and are rejected by later validation. */
export function parseJson(text: string): unknown {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    const value: unknown = JSON.parse(bare)
    const found = fieldsTwice(bare)
    if (isObject(value) && found.length > 0) twice.set(value, found)
    return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new BadInput([complaintOf(bare)])
  }
}

function complaintOf(text: string): Complaint {
  if (text.trim() === '') return { pointer: '', detail: 'This is empty; JSON is expected.' }
  const offset = faultIn(text)
  const before = text.slice(0, offset).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  if (offset >= text.length) return { pointer: '', detail: `This is not valid JSON: it ends at ${place}.` }
  const seen = text.slice(offset, offset + 20).split('\n')[0]
  return { pointer: '', detail: `This is not valid JSON, starting at ${place}.`, seen: JSON.stringify(seen) }
}
