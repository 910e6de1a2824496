/** Schemas of sketches. The type is handwritten in src/mix-sketch.ts; the two must agree. */
import { z } from 'zod'
import { changeSchema } from '../../src/intake/scenario/change-schemas.ts'
import type { MixSketch } from '../../src/mix-sketch.ts'
import type { Agrees } from './agrees.ts'
import { documentRequest } from './documents.ts'
import { named } from './named.ts'
import { day, word } from './strings.ts'

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const sketchRequest = z.strictObject({ document: z.unknown(), changes: z.unknown().optional() })

/** Schema for the OpenAPI document. */
export const sketchShape = z.strictObject({
  document: documentRequest,
  changes: z.array(changeSchema).exactOptional().describe('Those of a scenario, made first.'),
})

const minutes = z.number().describe('Patient-facing minutes.')
const byDay = z.array(z.number())

const group = z.strictObject({
  role: word,
  vacant: z.boolean().describe('A post that nobody has yet: it has no sessions until it is given some.'),
  sessions: z.number().describe('Full sessions that they can be asked for, after leave.'),
  learning: z.number().describe('Of these, promised to learning.'),
  free: byDay.describe('Half days that they could work; of a vacant post, those of each of its people.'),
  minutes: minutes,
  meets: z.array(z.strictObject({ need: word, minutes: minutes, returns: z.number() })),
  duty: z.boolean(),
  safe: z
    .strictObject({ contacts: z.number(), minutes: z.number(), least: z.number() })
    .nullable()
    .describe('Safe contacts of a session, the length of one, and what even the shortest counts.'),
  supervision: z.strictObject({ minutes: z.number(), by: z.array(word) }).nullable(),
})

const need = z.strictObject({
  id: word,
  title: word,
  sameDay: z.boolean(),
  weight: z.number(),
  length: z.number().describe('Of a contact, compared with the mean need.'),
  first: z.number().describe('Share that is met before any need gets more.'),
  outside: z.number().describe('Share of its time that takes no room.'),
  followUp: z.boolean(),
  byDay: byDay.describe('Contacts that arrive, of same-day need; otherwise empty.'),
  due: z.number(),
  all: z.number().describe('Contacts of all who ask or wait.'),
})

const role = z.strictObject({
  id: word,
  title: word,
  funding: word,
  costPerSession: z.number(),
  sessions: z.number().describe('Contracted sessions a week.'),
  people: z.int(),
  gp: z.boolean(),
})

const answer = z.strictObject({
  weeks: z.int(),
  days: z.array(z.strictObject({ date: day, weekday: word })),
  roomSessions: z.number().describe('Half days of rooms.'),
  roles: z.array(role),
  groups: z.array(group),
  needs: z.array(need),
  duty: byDay.describe('Half days of duty to be held.'),
  partners: z.array(z.strictObject({ roles: z.array(word), sessions: z.number() })),
  cost: z.strictObject({
    total: z.number(),
    byFunding: z.record(z.string(), z.number()),
    arrs: z.strictObject({ used: z.number(), of: z.number() }).nullable(),
  }),
  synthetic: z.boolean(),
})
export const sketchResponse = named('MixSketch', answer)

/** Fails to compile if the schema and the handwritten type differ. */
export const SKETCHES_AGREE: Agrees<z.infer<typeof answer>, MixSketch> = true
