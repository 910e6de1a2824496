/** Schemas of swaps. The type is handwritten in src/swap-answer.ts; the two must agree. */
import { z } from 'zod'
import { swapSchema } from '../../src/intake/absence/swap-reading.ts'
import type { SwapAnswer } from '../../src/swap-answer.ts'
import type { Agrees } from './agrees.ts'
import { now } from './covers.ts'
import { documentRequest } from './documents.ts'
import { moveResponse } from './explanations.ts'
import { named } from './named.ts'
import { assignmentResponse, clinicResponse, level } from './report.ts'
import { person, sentence, word } from './strings.ts'
import { rotaRequest } from './weeks.ts'

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const swapRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown().optional(),
  swap: z.unknown(),
  now: z.unknown().optional(),
})

export { swapSchema }

/** Schema for the OpenAPI document. */
export const swapShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest.exactOptional().describe('The published rota; default: the document’s `published` assignments.'),
  swap: swapSchema.describe(
    'Two people, each with the session that they give; who has none in it only takes the other’s.',
  ),
  now: now.exactOptional(),
})

/** Findings affected by a swap. */
export const swapTold = z.array(z.strictObject({ rule: word, level, sentence }))

const answer = {
  allowed: z.boolean().describe('No rule without exception is broken that was kept before.'),
  sentence: sentence.describe('The answer in plain English.'),
  forbids: swapTold.describe('Why not; empty if it is allowed.'),
  better: z.array(sentence),
  worse: z.array(sentence),
  breaks: swapTold.describe('Other findings that are new or larger.'),
  affected: z.array(person).describe('Who else is in any of these findings.'),
  moves: z.array(moveResponse),
  levels: z.array(z.strictObject({ level, before: z.number(), after: z.number(), unit: word })),
  rota: z.strictObject({ assignments: z.array(assignmentResponse), clinics: z.array(clinicResponse) }),
}
const answerSchema = z.strictObject(answer)

export const swapResponse = named(
  'Swap',
  z.strictObject({
    ...answer,
    document: documentRequest.describe('The week as published. Judging the rota with it gives the same levels.'),
  }),
)

/** Fails to compile if the schema and the handwritten type differ. */
export const SWAPS_AGREE: Agrees<z.infer<typeof answerSchema>, SwapAnswer> = true
