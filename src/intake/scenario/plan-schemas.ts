/** Schema of a workforce plan over four quarters, as sent: steps with a single field each, like the changes of a scenario. */
import { z } from 'zod'
import { amount, id, person, reference, roleSchema } from '../document/schema.ts'

export const QUARTERS = 4
/** Default number of weeks from advertising a post to the first day: an assumption, because nothing is published for practices. */
export const WEEKS_TO_HIRE = 13

const quarter = z.int().min(1).max(QUARTERS).exactOptional().describe('1 (default) to 4; it starts with this quarter.')
const sessions = z.number().gt(0).max(400)
const cost = amount(1e7)
  .exactOptional()
  .describe('Pounds spent once: fees, advertising. They fall into its first quarter.')
const role = roleSchema.describe('A role that the document does not have yet, such as a pharmacist who prescribes.')

/** The schema of each kind of step. */
export const STEP_SCHEMAS = {
  recruit: z.strictObject({
    role: reference,
    sessions: sessions.describe('Sessions a week; more than nine become several people.'),
    home: reference.exactOptional().describe('Usual practice; without it, they work at all practices.'),
    sites: z.array(reference).min(1).exactOptional(),
    skills: z.array(id).exactOptional().describe('Default: those of most people in the role.'),
    weeks: z
      .int()
      .min(0)
      .max(104)
      .exactOptional()
      .describe(`Time to hire, from the start of its quarter; ${WEEKS_TO_HIRE} by default.`),
    quarter,
    cost,
  }),
  train: z.strictObject({
    person,
    to: reference.exactOptional().describe('The role afterwards; default: the same.'),
    skills: z.array(id).exactOptional().describe('Skills afterwards, beside those of today.'),
    sessions: z.int().min(0).max(9).describe('Paid sessions a week given to learning, on top of protected time.'),
    quarters: z.int().min(1).max(12).describe('How long; the new role or skills begin with the quarter after it.'),
    quarter,
    cost,
  }),
  leave: z.union([z.strictObject({ person, quarter }), z.strictObject({ role: reference, sessions, quarter })]),
  pay: z.strictObject({ role: reference, costPerSession: amount(1e5), quarter }),
  demand: z.strictObject({
    need: reference.exactOptional(),
    site: reference.exactOptional(),
    factor: amount(10).describe('What arrives is multiplied by this, from its quarter on.'),
    quarter,
  }),
} as const

export type StepKind = keyof typeof STEP_SCHEMAS
export type StepOf<K extends StepKind> = z.infer<(typeof STEP_SCHEMAS)[K]>

/** Steps that a network decides; leavers, pay and demand happen anyway. */
export const DECIDED: readonly StepKind[] = ['recruit', 'train']

export const MOST_STEPS = 100

/** Outer shape only: steps are parsed individually, so that all complaints are reported together. */
export const planOutline = z.strictObject({
  name: z.string().min(1).max(100),
  roles: z.array(z.unknown()).max(20).exactOptional(),
  steps: z.array(z.unknown()).min(1).max(MOST_STEPS),
})

/** As sent by callers. */
export const workforcePlanSchema = z.strictObject({
  name: z.string().min(1).max(100),
  roles: z.array(role).max(20).exactOptional(),
  steps: z
    .array(
      z.union((Object.keys(STEP_SCHEMAS) as StepKind[]).map((kind) => z.strictObject({ [kind]: STEP_SCHEMAS[kind] }))),
    )
    .min(1)
    .max(MOST_STEPS),
})
