/** Names a network record's parts for the OpenAPI document; the schema is in src/intake. */
import { z } from 'zod'
import {
  demandSchema,
  leaveSchema,
  patternSchema,
  recordPersonSchema,
  recordSchema,
  recordSiteSchema,
  wishSchema,
} from '../../src/intake/record/schema.ts'
import { isDay, weekdayOf } from '../../src/time.ts'
import { named } from './named.ts'
import { hash } from './strings.ts'

named('RecordSite', recordSiteSchema)
named('RecordPerson', recordPersonSchema)
named('Pattern', patternSchema)
named('Leave', leaveSchema)
named('Wish', wishSchema)
named('RecordDemand', demandSchema)

export const recordResponse = named('NetworkRecord', recordSchema)

/** Schema for the OpenAPI document; the patched record is validated as a whole. */
export const recordPatch = z
  .record(z.string(), z.unknown())
  .describe('Fields of a record: new values, or `null` to remove a field.')

export const proposalQuery = z.strictObject({
  copy: z
    .string()
    .refine((text) => isDay(text) && weekdayOf(text) === 'mon', 'must be a Monday, written as YYYY-MM-DD.')
    .meta({ format: 'date' })
    .exactOptional()
    .describe('The Monday of a week with a stored document, whose pins are copied to the same weekdays.'),
})

const actor = z.string().describe('Who, as in the audit log: an id, never a name.')

export const keptRecordResponse = z.strictObject({
  version: z.int(),
  recordHash: hash,
  isNew: z.boolean().describe('False if this is identical to the latest version.'),
})
export type KeptRecordResponse = z.infer<typeof keptRecordResponse>

export const recordVersionsResponse = z.strictObject({
  network: z.string(),
  versions: z.array(z.strictObject({ version: z.int(), recordHash: hash, keptAt: z.iso.datetime(), keptBy: actor })),
})
export type RecordVersionsResponse = z.infer<typeof recordVersionsResponse>
