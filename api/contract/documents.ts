/** The rota document under the names that the OpenAPI document has for its parts; its schema is in src/intake. */
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

/** An assignment as it is sent; `Assignment` is one as it is answered. */
export const assignmentRequest = named('GivenAssignment', assignmentSchema)

export const documentRequest = named('Document', documentSchema)
