/** Parses an import mapping. */
import { z } from 'zod'
import { Complaints } from '../document/complaints.ts'
import { complainOf } from '../document/wording.ts'
import { importsSchema } from '../record/schema.ts'
import type { ImportMapping } from './import-answer.ts'

/** The mappings a record may store, plus names of people, which it may not. */
const mappingSchema = importsSchema.extend({ people: z.record(z.string(), z.string()).exactOptional() })

/** Throws a BadInput with every error. Keys are converted to lower case. */
export function readMapping(value: unknown): ImportMapping {
  const read = mappingSchema.safeParse(value)
  const complaints = new Complaints()
  if (!read.success) complainOf(read.error.issues, { at: [], value, schema: mappingSchema }, complaints)
  complaints.throwIfAny()
  const lower = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(given).map(([word, meaning]) => [word.toLowerCase().trim(), meaning]))
  return Object.fromEntries(Object.entries(read.data ?? {}).map(([name, given]) => [name, lower(given)]))
}
