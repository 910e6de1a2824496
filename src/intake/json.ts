/** Reads JSON text; what is no JSON is the caller's mistake, told with its line and column. */
import { BadInput, type Complaint } from '../errors.ts'
import { faultIn } from './json-fault.ts'

/** Numbers too large for a number (1e999) come out infinite, and are refused where they stand by what reads them. */
export function parseJson(text: string): unknown {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return JSON.parse(bare)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new BadInput([complaintOf(bare)])
  }
}

function complaintOf(text: string): Complaint {
  if (text.trim() === '') return { pointer: '', detail: 'There is nothing here; JSON is needed.' }
  const offset = faultIn(text)
  const before = text.slice(0, offset).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
  if (offset >= text.length) return { pointer: '', detail: `This is not JSON: it breaks off at ${place}.` }
  const seen = text.slice(offset, offset + 20).split('\n')[0]
  return { pointer: '', detail: `This is not JSON from ${place} on.`, seen: JSON.stringify(seen) }
}
