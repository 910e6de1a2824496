/** Names the rota document's parts for the OpenAPI document; the schema is in src/intake. */
import {
  assignmentSchema,
  backlogSchema,
  closedSchema,
  demandSchema,
  documentSchema,
  historySchema,
  needSchema,
  partSchema,
  personSchema,
  pinSchema,
  roleSchema,
  siteSchema,
  solveSchema,
} from '../../src/intake/document/schema.ts'
import { named } from './named.ts'

named('Part', partSchema)
named('Closure', closedSchema)
named('Site', siteSchema)
named('Need', needSchema)
named('Role', roleSchema)
named('Person', personSchema)
named('Demand', demandSchema)
named('Backlog', backlogSchema)
named('Pin', pinSchema)
named('History', historySchema)
named('SolveOptions', solveSchema)

/** An assignment in requests; responses have `Assignment`. */
export const assignmentRequest = named('GivenAssignment', assignmentSchema)

export const documentRequest = named('Document', documentSchema)
