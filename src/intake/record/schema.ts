/** The zod schema of a network's record. NetworkRecord is written by hand; the check at the end makes sure that they agree. */
import { z } from 'zod'
import { PLANS } from '../../policy.ts'
import { WORKS } from '../../rota.ts'
import * as rota from '../document/schema.ts'
import { DEMAND_DAYS, DEMAND_SOURCES, type NetworkRecord } from '../record-document.ts'

const { amount, day, id, person, reference } = rota
const slots = z.array(reference)
const letter = id

const fixedWorkSchema = z.union(
  [z.enum(WORKS), z.strictObject({ work: z.enum(WORKS), site: reference.exactOptional() })],
  `must be one of ${WORKS.join(', ')}, or an object with "work" and "site".`,
)

export const patternSchema = z.strictObject({
  weeks: z.array(letter).min(1).exactOptional(),
  works: slots.exactOptional(),
  work: z.record(reference, fixedWorkSchema).exactOptional(),
})

export const recordPersonSchema = rota.personSchema.omit({ home: true, away: true, wishes: true }).extend({
  home: reference.exactOptional(),
  from: day.exactOptional(),
  until: day.nullable().exactOptional(),
  patterns: z.array(patternSchema).exactOptional(),
})

export const recordSiteSchema = rota.siteSchema.extend({ rooms: rota.siteSchema.shape.rooms.exactOptional() })

export const cycleSchema = z.strictObject({ weeks: z.array(letter).min(1).max(52), from: day })

export const leaveSchema = z.strictObject({ id, person, from: day, to: day, parts: slots.exactOptional() })

export const wishSchema = z.strictObject({
  id,
  person,
  part: reference,
  date: day.nullable().exactOptional(),
  want: z.enum(['off', 'on']),
  weight: amount(1e6).exactOptional(),
})

export const weeklySchema = z.strictObject({ site: reference, need: reference, contacts: amount(1e6) })
const where = { site: reference.exactOptional(), need: reference.exactOptional() }
export const byDaySchema = z.strictObject({ ...where, shares: z.partialRecord(z.enum(DEMAND_DAYS), amount(1e6)) })
export const byPartSchema = z.strictObject({ ...where, shares: z.record(reference, amount(1e6)) })
export const eventSchema = z.strictObject({ from: day, to: day, ...where, factor: amount(100) })

export const demandSchema = z.strictObject({
  source: z.enum(DEMAND_SOURCES).exactOptional(),
  weekly: z.array(weeklySchema).exactOptional(),
  byDay: z.array(byDaySchema).exactOptional(),
  byPart: z.array(byPartSchema).exactOptional(),
  events: z.array(eventSchema).exactOptional(),
  plan: z.enum(PLANS).exactOptional(),
})

export const historySchema = z.strictObject({ weeks: z.int().min(0).max(52).exactOptional() })

const meanings = (means: string) => z.record(reference, reference).exactOptional().describe(means)

/** Keys are words from files, in lower case. */
export const importsSchema = z.strictObject({
  roles: meanings('Role titles, to ids of roles; "-" for people who are not planned.'),
  words: meanings('Words in cells, to "off", "leave", "closed", a kind of work, or the id of a site.'),
  needs: meanings('Types of appointment and national categories, to ids of needs; "-" for what is no demand.'),
  sites: meanings('Names of sites, to their ids.'),
})

/** The whole record. check-record.ts reads it in sections, so that an error in one row doesn't hide others. */
export const recordSchema = z.strictObject({
  format: z.literal('network/1'),
  note: rota.noteSchema.exactOptional(),
  synthetic: rota.syntheticSchema.exactOptional(),
  network: rota.networkSchema,
  parts: z.array(rota.partSchema).min(1).exactOptional(),
  sites: z.array(recordSiteSchema).min(1),
  needs: z.array(rota.needSchema).exactOptional(),
  roles: z.array(rota.roleSchema).exactOptional(),
  people: z.array(recordPersonSchema),
  cycle: cycleSchema.exactOptional(),
  leave: z.array(leaveSchema).exactOptional(),
  wishes: z.array(wishSchema).exactOptional(),
  closed: z.array(rota.closedSchema).exactOptional(),
  demand: demandSchema.exactOptional(),
  rules: z.record(reference, z.union([z.literal(false), rota.ruleSchema])).exactOptional(),
  solve: rota.solveSchema.exactOptional(),
  history: historySchema.exactOptional(),
  imports: importsSchema.exactOptional(),
})

type Read = z.infer<typeof recordSchema>
/** Fails to compile if schema and hand-written type differ. */
export const RECORD_SCHEMA_AGREES: [
  Read extends NetworkRecord ? true : never,
  rota.Same<rota.Wide<Omit<Read, 'rules'>>, rota.Wide<Omit<NetworkRecord, 'rules'>>>,
] = [true, true]
