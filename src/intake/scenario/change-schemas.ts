/** Schemas of the kinds of change in a scenario, as sent: objects with a single field that names the kind. */
import { z } from 'zod'
import { amount, day, id, person, reference, roleSchema, ruleSchema } from '../document/schema.ts'

const sessions = z.number().gt(0).max(400)
const dates = { from: day.exactOptional(), to: day.exactOptional() }

/** The schema of each kind's content. */
export const CHANGE_SCHEMAS = {
  add: z.strictObject({
    role: reference,
    sessions: sessions.describe('Sessions a week; more than nine become several people.'),
    home: reference.exactOptional().describe('Usual practice; without it, they work at all practices.'),
    sites: z.array(reference).min(1).exactOptional(),
    works: z.array(reference).min(1).exactOptional().describe('Default: every session in core hours.'),
    skills: z.array(reference).exactOptional().describe('Default: those of most people in the role.'),
  }),
  remove: z.union([
    z.strictObject({ person }),
    z.strictObject({ role: reference, sessions: sessions.describe('Sessions a week, shared over the role’s people.') }),
  ]),
  change: z.strictObject({
    person,
    role: reference.exactOptional(),
    skills: z.array(id).exactOptional(),
    contract: z
      .strictObject({ sessions: amount(28), flex: amount(28), protected: amount(28) })
      .partial()
      .exactOptional(),
    sites: z.array(reference).min(1).exactOptional(),
    works: z.array(reference).exactOptional(),
  }),
  demand: z.strictObject({
    need: reference.exactOptional(),
    site: reference.exactOptional(),
    factor: amount(10).describe('What arrives is multiplied by this.'),
  }),
  join: z
    .looseObject({ format: z.enum(['network/1', 'rota/1']) })
    .describe('A record, or a document of the same week, whose practices and people join.'),
  close: z.strictObject({ site: reference, ...dates }),
  rooms: z.strictObject({ site: reference, rooms: z.int().min(0).max(1000) }),
  pool: z.union([
    z.strictObject({
      duty: z.literal(true),
      sites: z.array(reference).min(1).exactOptional().describe('Default: all practices.'),
    }),
    z.strictObject({ need: reference }).describe('Patients of any practice may be seen at any other.'),
  ]),
  rules: z.record(reference, z.union([z.literal(false), ruleSchema])),
  away: z.union([
    z.strictObject({ person, ...dates }),
    z.strictObject({
      share: z.number().gt(0).max(1).describe('Share of the sessions that are lost.'),
      role: reference.exactOptional().describe('Default: everybody.'),
      ...dates,
    }),
  ]),
  role: roleSchema.describe('A role that the document does not have yet.'),
  pay: z.strictObject({ role: reference, costPerSession: amount(1e5) }),
} as const

export type ChangeKind = keyof typeof CHANGE_SCHEMAS
export type ChangeOf<K extends ChangeKind> = z.infer<(typeof CHANGE_SCHEMAS)[K]>

/** One change, as sent by callers. */
export const changeSchema = z.union(
  (Object.keys(CHANGE_SCHEMAS) as ChangeKind[]).map((kind) => z.strictObject({ [kind]: CHANGE_SCHEMAS[kind] })),
)
