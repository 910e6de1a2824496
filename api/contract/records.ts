/** A network's record under the names that the OpenAPI document has for its parts; its schema is in src/intake. */
import {
  demandSchema,
  leaveSchema,
  patternSchema,
  recordPersonSchema,
  recordSchema,
  recordSiteSchema,
  wishSchema,
} from '../../src/intake/record/schema.ts'
import { named } from './named.ts'

named('RecordSite', recordSiteSchema)
named('RecordPerson', recordPersonSchema)
named('Pattern', patternSchema)
named('Leave', leaveSchema)
named('Wish', wishSchema)
named('RecordDemand', demandSchema)

export const recordResponse = named('NetworkRecord', recordSchema)
