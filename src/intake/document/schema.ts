/** The zod schema of a rota document. RotaDocument is written by hand; the check at the end makes sure that they agree. */
import { z } from 'zod'
import { ENGINES, LIMITS, PLANS } from '../../policy.ts'
import { WORKS } from '../../rota.ts'
import { isDay, isTimezone, WEEKDAYS } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import { holding } from './holds.ts'

/**
 * Starts with a letter or digit; contains no spaces and no `+` (which joins a role to its skills); isn't a property of Object.prototype.
 */
const ID = /^[\p{L}\p{N}][^\s+\p{C}]{0,63}$/u

const newId = () =>
  z
    .string()
    .refine(
      (text) => ID.test(text) && !(text in {}),
      'must be an id: up to 64 letters, digits and signs, without spaces or "+".',
    )
    .meta({ pattern: ID.source })
export const id = holding('word', newId())
/** An id of anything except a person. Whether it exists is checked later. */
export const reference = holding('word', z.string())
/** A person's id. Every field that holds one must use this schema, because erasing a person relies on it. */
export const person = holding('person', z.string())
/** Line breaks, other control characters, unpaired surrogates and bidirectional overrides, all of which can be used to forge tables. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u
const ONE_LINE = 'must be one line of text, without line breaks, tabs or other control characters.'
const oneLine = (most: number) =>
  z
    .string()
    .max(most, `must not be longer than ${most.toLocaleString('en-GB')} characters.`)
    .refine((text) => !UNSEEN.test(text), ONE_LINE)
/** Any text shown to people. */
const words = () => oneLine(200).regex(/\S/, 'must not be empty.')
/** Free text that may name a person. */
const text = holding('text', words())
/** The name of an organisation or of a type of thing, as published elsewhere. */
const title = holding('word', words())
export const day = holding(
  'word',
  z.string().refine(isDay, 'must be a day that exists, written as YYYY-MM-DD.').meta({ format: 'date' }),
)
const clock = holding('word', z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, written as HH:mm.'))
export const amount = (most: number) => z.number().min(0).max(most)
const whole = (most: number) => z.int().min(0).max(most)
const share = amount(1)
const weekday = z.enum(WEEKDAYS)

export const networkSchema = z.strictObject({
  ods: id,
  name: title,
  timezone: holding(
    'word',
    z.string().refine(isTimezone, 'must be a time zone, such as Europe/London.'),
  ).exactOptional(),
})

export const weekSchema = z.strictObject({ from: day, weeks: z.int().min(1).max(LIMITS.weeks).exactOptional() })

export const partSchema = z.strictObject({
  id,
  starts: clock,
  ends: clock,
  days: z.array(weekday).min(1),
  enhancedAccess: z.boolean().exactOptional(),
  counts: z.number().gt(0).max(4).exactOptional(),
})

export const closedSchema = z.strictObject({
  date: day,
  why: text,
  sites: z.array(reference).exactOptional(),
  parts: z.array(reference).exactOptional(),
  paid: z
    .boolean()
    .exactOptional()
    .describe('True: whoever cannot work is paid in this week too. Bank holidays are held in the cost of a session.'),
})

export const siteSchema = z.strictObject({
  id,
  name: title,
  patients: amount(1e7),
  adjustedPatients: amount(1e7).exactOptional(),
  rooms: whole(1000),
  travel: z.record(reference, amount(1440)).exactOptional(),
})

export const needSchema = z.strictObject({
  id,
  title: text,
  within: holding(
    'word',
    z.string().regex(/^(same-day|\d{1,3}d)$/, 'must be "same-day" or a number of working days such as "10d".'),
  ),
  weight: amount(1e6),
  shared: z.boolean().exactOptional(),
  remote: share.exactOptional(),
  visit: z.boolean().exactOptional(),
  followUp: z.boolean().exactOptional(),
  skill: id.exactOptional(),
  gpadCategory: title.exactOptional(),
  official: z.boolean().exactOptional(),
})

export const roleSchema = z.strictObject({
  id,
  title: text,
  sessionMinutes: z.number().min(1).max(1440).exactOptional(),
  patientMinutes: amount(1440).exactOptional(),
  costPerSession: amount(1e5).exactOptional(),
  maxContactsPerDay: amount(1000).exactOptional(),
  maxSites: z.int().min(1).max(LIMITS.sites).exactOptional(),
  meets: z
    .record(reference, z.strictObject({ minutes: z.number().min(1).max(1440), returns: share.exactOptional() }))
    .exactOptional(),
  supervision: z
    .strictObject({
      minutes: amount(1440),
      by: z.array(reference).min(1),
      where: z.enum(['site', 'network']).exactOptional(),
    })
    .exactOptional(),
  duty: z.boolean().exactOptional(),
  funding: id.exactOptional(),
})

export const personSchema = z.strictObject({
  id: holding('person', newId()),
  name: holding('name', words()),
  role: reference,
  home: reference,
  sites: z.array(reference).exactOptional(),
  contract: z.strictObject({
    sessions: amount(28),
    flex: amount(28).exactOptional(),
    protected: amount(28).exactOptional(),
    paid: amount(28)
      .exactOptional()
      .describe('Sessions a week that are paid, where an absence leaves fewer to be worked; default: those worked.'),
  }),
  skills: z.array(id).exactOptional(),
  away: z
    .array(
      z.strictObject({
        from: day,
        to: day,
        parts: z.array(reference).exactOptional(),
        paid: z
          .boolean()
          .exactOptional()
          .describe(
            'True: these sessions are paid in this week too, beyond the leave that the cost of a session holds.',
          ),
      }),
    )
    .exactOptional(),
  works: z.array(reference).exactOptional(),
  wishes: z
    .array(
      z.strictObject({
        part: reference,
        date: day.nullable().exactOptional(),
        want: z.enum(['off', 'on']),
        weight: amount(1e6).exactOptional(),
      }),
    )
    .exactOptional(),
})

// In long lists, days are looked up among the sessions of the horizon, which is faster than parsing each as a day.
const dated = { date: holding('word', z.string().meta({ format: 'date' })), part: reference }

export const demandSchema = z.strictObject({ site: reference, need: reference, ...dated, contacts: amount(1e6) })

export const backlogSchema = z.strictObject({
  site: reference,
  need: reference,
  waitedDays: whole(3660),
  contacts: amount(1e6),
})

export const pinSchema = z.strictObject({
  person,
  ...dated,
  site: reference.exactOptional(),
  work: z.enum([...WORKS, 'off']),
})

export const assignmentSchema = z.strictObject({
  person,
  ...dated,
  site: reference,
  work: z.enum(WORKS),
  remote: z.boolean().exactOptional(),
})

const past = amount(1e5).exactOptional()
export const historySchema = z.strictObject({
  person,
  mondays: past,
  fridays: past,
  duties: past,
  evenings: past,
  saturdays: past,
  sessions: amount(1e5),
  weeks: z
    .number()
    .gt(0)
    .max(1e4)
    .exactOptional()
    .describe(
      'Number of latest weeks over which these were counted: fewer for somebody who joined or came back since. Default: the highest number anybody has.',
    ),
  fair: z
    .strictObject({ mondays: past, fridays: past, duties: past, evenings: past, saturdays: past })
    .exactOptional()
    .describe('The fair share of each in those weeks, if it was recorded; default: calculated from the weeks.'),
  protectedOwed: amount(100).exactOptional(),
})

/** Common to all rules. The rule book validates a rule's own numbers and permitted levels. */
export const ruleSchema = z.looseObject({ level: reference.exactOptional(), weight: amount(1e6).exactOptional() })

export const solveSchema = z.strictObject({
  seconds: z.number().gt(0).max(86_400).exactOptional(),
  gap: amount(1).exactOptional(),
  seed: whole(2_147_483_647).exactOptional(),
  engine: z.enum(ENGINES).exactOptional(),
})

export const planSchema = z.enum(PLANS)
export const formatSchema = z.literal('rota/1')
export const noteSchema = holding('text', oneLine(2000))
export const syntheticSchema = z.boolean()

/** The whole document. src/intake/document.ts reads it in sections, so that an error in one row doesn't hide others. */
export const documentSchema = z.strictObject({
  format: formatSchema,
  note: noteSchema.exactOptional(),
  synthetic: syntheticSchema.exactOptional(),
  network: networkSchema,
  week: weekSchema,
  parts: z.array(partSchema).min(1),
  closed: z.array(closedSchema).exactOptional(),
  sites: z.array(siteSchema).min(1).meta({ maxItems: LIMITS.sites }),
  needs: z.array(needSchema),
  roles: z.array(roleSchema),
  people: z.array(personSchema).meta({ maxItems: LIMITS.people }),
  demand: z.array(demandSchema),
  backlog: z.array(backlogSchema).exactOptional(),
  pins: z.array(pinSchema).exactOptional(),
  published: z.array(assignmentSchema).nullable().exactOptional(),
  history: z.array(historySchema).exactOptional(),
  before: z.array(assignmentSchema).exactOptional(),
  rules: z.record(reference, z.union([z.literal(false), ruleSchema])).exactOptional(),
  plan: planSchema.exactOptional(),
  solve: solveSchema.exactOptional(),
})

export type Wide<T> = T extends string
  ? string
  : T extends (infer E)[]
    ? Wide<E>[]
    : T extends object
      ? { [K in keyof T]: Wide<T[K]> }
      : T
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
type Read = z.infer<typeof documentSchema>
/** Fails to compile if schema and hand-written type differ in any field, except for enums. */
export const SCHEMA_AGREES: [
  Read extends RotaDocument ? true : never,
  Same<Wide<Omit<Read, 'rules'>>, Wide<Omit<RotaDocument, 'rules'>>>,
] = [true, true]
