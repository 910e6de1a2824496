/** Reads JSON text; what is no JSON is the caller's mistake, told with its line and column. */
import { BadInput, type Complaint } from '../../errors.ts'
import type { Remark } from '../../remark.ts'
import { faultIn } from './json-fault.ts'
import { fieldsTwice } from './json-twice.ts'

/** By what was parsed: fields of its text that were given twice, which the value itself no longer shows. */
const twice = new WeakMap<object, readonly Remark[]>()

/** What is remarked on in the text that this value was parsed from; nothing where it never was text. */
export function repeatedKeys(value: unknown): readonly Remark[] {
  return (isObject(value) ? twice.get(value) : undefined) ?? []
}

/** Lets `value` keep what is known of the text of another: the same document with other settings, or a field of it. */
export function keepRepeatedKeys(value: unknown, of: unknown, field = ''): void {
  const known = repeatedKeys(of).filter((remark) => remark.pointer.startsWith(`${field}/`))
  const inside = known.map((remark) => ({ ...remark, pointer: remark.pointer.slice(field.length) }))
  if (isObject(value) && inside.length > 0) twice.set(value, inside)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Numbers too large for a number (1e999) come out infinite, and are refused where they stand by what reads them. */
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
