/** Schemas of stress tests. The type is handwritten in src/stress-answer.ts; the two must agree. */
import { z } from 'zod'
import type { StressAnswer } from '../../src/stress-answer.ts'
import type { Agrees } from './agrees.ts'
import { documentRequest } from './documents.ts'
import { named } from './named.ts'
import { person, sentence, word } from './strings.ts'
import { rotaRequest } from './weeks.ts'

export const samples = z.int().min(1).max(1000).describe('Weeks that are drawn; default: 100.')
export const seed = z.int().min(0).max(2_147_483_647).describe('The same seed draws the same weeks; default: 1.')

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const stressRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown(),
  samples: z.unknown().optional(),
  seed: z.unknown().optional(),
})

/** Schema for the OpenAPI document. */
export const stressShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest,
  samples: samples.exactOptional(),
  seed: seed.exactOptional(),
})

const estimate = named(
  'Estimate',
  z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).describe('With its 95% interval.'),
)

const answer = z.strictObject({
  seed: z.int(),
  samples: z.int(),
  days: z.array(
    z.strictObject({
      date: word,
      met: estimate.describe('Chance that urgent need is met, all but one contact in a hundred.'),
      missed: estimate.describe('Urgent contacts not met.'),
      ill: z.number().describe('People ill, mean.'),
    }),
  ),
  everyDay: estimate.describe('Chance that urgent need is met on every day.'),
  notAttended: z.number().describe('Booked contacts that patients do not attend, expected.'),
  absences: z
    .array(
      z.strictObject({
        person,
        name: sentence,
        sessions: z.int(),
        urgent: z.number().describe('Urgent contacts missed without this person.'),
        safety: z.number().describe('Sessions of duty, cover and supervision missing without this person.'),
        breaks: z.boolean(),
        sentence,
      }),
    )
    .describe('Each person away for the whole week, the worst first.'),
  assumptions: z.array(sentence),
})
export const stressResponse = named('StressTest', answer)

/** Fails to compile if the schema and the handwritten type differ. */
export const STRESS_AGREES: Agrees<z.infer<typeof answer>, StressAnswer> = true
