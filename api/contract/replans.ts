/** Schemas of replans. The type is handwritten in src/replan-answer.ts; the two must agree. */
import { z } from 'zod'
import { awaySchema } from '../../src/intake/absence/absence-reading.ts'
import { REPLAN_STATUSES, type ReplanAnswer } from '../../src/replan-answer.ts'
import type { Agrees } from './agrees.ts'
import { now } from './covers.ts'
import { documentRequest } from './documents.ts'
import { moveResponse } from './explanations.ts'
import { named } from './named.ts'
import { assignmentResponse, clinicResponse, level } from './report.ts'
import { sentence, word } from './strings.ts'
import { rotaRequest } from './weeks.ts'

/** Number of sessions that may change. */
export const moves = z
  .int()
  .min(0)
  .max(1000)
  .describe('Sessions that may change at most, counted by person; default: as many as it takes.')
/** Whether the whole curve is requested. */
export const curve = z.boolean().describe('The scale of 0, 1, 2, 3, 5 and any number of changes instead.')

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const replanRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown().optional(),
  away: z.unknown().optional(),
  now: z.unknown().optional(),
  moves: z.unknown().optional(),
  curve: z.unknown().optional(),
})

/** Schema for the OpenAPI document. */
export const replanShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest.exactOptional().describe('The published rota; default: the document’s `published` assignments.'),
  away: awaySchema.exactOptional().describe('Somebody who is away, if the document does not say so yet.'),
  now: now.exactOptional(),
  moves: moves.exactOptional(),
  curve: curve.exactOptional(),
})

const pointResponse = named(
  'Replan',
  z.strictObject({
    allowed: z.union([z.int(), z.literal('any')]).describe('Sessions that might change.'),
    status: z
      .enum(REPLAN_STATUSES)
      .describe(
        '`proven`: no rota with so few changes is better; `within-gap`: none by more than the document’s gap; `open`: see the gaps of the levels; `impossible`: no such rota keeps the rules without exception.',
      ),
    sentence,
    gains: z.array(sentence).describe('Compared with the point before.'),
    losses: z.array(sentence),
    moves: z.array(moveResponse),
    levels: z.array(z.strictObject({ level, value: z.number(), bound: z.number(), gap: z.number(), unit: word })),
    rota: z.strictObject({ assignments: z.array(assignmentResponse), clinics: z.array(clinicResponse) }).nullable(),
  }),
)

const answer = { points: z.array(pointResponse).describe('By the number of changes allowed.') }
const answerSchema = z.strictObject(answer)

export const replanResponse = named(
  'Replans',
  z.strictObject({
    ...answer,
    document: documentRequest.describe(
      'The week as it is now. Judging one of the rotas with it gives the same levels.',
    ),
  }),
)

/** Fails to compile if the schema and the handwritten type differ. */
export const REPLANS_AGREE: Agrees<z.infer<typeof answerSchema>, ReplanAnswer> = true
