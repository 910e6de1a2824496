/** Corrections to imports, as they come in. */
import { z } from 'zod'
import { Complaints } from '../document/complaints.ts'
import { complainOf } from '../document/wording.ts'
import type { ImportMapping } from './import-answer.ts'

const words = (means: string) => z.record(z.string().max(100), z.string().max(100)).exactOptional().describe(means)

/** Keys are words as files have them, in any case. */
export const mappingSchema = z.strictObject({
  roles: words('Role titles, to ids of roles; "-" for people who are not planned.'),
  words: words('Words in cells, to "off", "leave", "closed", a kind of work, or the id of a site.'),
  people: words('Names, to ids of people; "-" for somebody who is not to be imported.'),
  needs: words('Types of appointment and national categories, to ids of needs; "-" for what is no demand.'),
  sites: words('Names of sites, to their ids.'),
})

/** Throws a BadInput with every error; keys in lower case. */
export function readMapping(value: unknown): ImportMapping {
  const read = mappingSchema.safeParse(value)
  const complaints = new Complaints()
  if (!read.success) complainOf(read.error.issues, { at: [], value, schema: mappingSchema }, complaints)
  complaints.throwIfAny()
  const lower = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(given).map(([word, meaning]) => [word.toLowerCase().trim(), meaning]))
  return Object.fromEntries(Object.entries(read.data ?? {}).map(([name, given]) => [name, lower(given)]))
}
