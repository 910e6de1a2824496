/** Schemas of answers to absences. The type is handwritten in src/cover-answer.ts; the two must agree. */
import { z } from 'zod'
import { COVER_KINDS, type CoverAnswer } from '../../src/cover-answer.ts'
import { awaySchema } from '../../src/intake/absence/absence-reading.ts'
import { momentSchema } from '../../src/intake/absence/moment.ts'
import { WORKS } from '../../src/rota.ts'
import type { Agrees } from './agrees.ts'
import { documentRequest } from './documents.ts'
import { moveResponse } from './explanations.ts'
import { named } from './named.ts'
import { assignmentResponse, clinicResponse, level } from './report.ts'
import { day, person, sentence, word } from './strings.ts'
import { rotaRequest } from './weeks.ts'

/** Current time of the call. */
export const now = momentSchema.describe(
  'The time now, local to the network: nothing that has begun by then changes. Default: the start of today.',
)
/** Limit on the number of answers: as many as a manager would read. */
export const mostAnswers = z
  .int()
  .min(1)
  .max(20)
  .describe('How many answers at most, beside leaving it open; default: 6.')

/** Parses only the outermost shape: each part has its own reader, so that all complaints are reported at once. */
export const coverRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown().optional(),
  away: z.unknown(),
  now: z.unknown().optional(),
  most: z.unknown().optional(),
})

/** Schema for the OpenAPI document. */
export const coverShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest.exactOptional().describe('The published rota; default: the document’s `published` assignments.'),
  away: named('Absence', awaySchema),
  now: now.exactOptional(),
  most: mostAnswers.exactOptional(),
})

const moment = { date: day, part: word }

const askResponse = z.strictObject({
  kind: z.enum(COVER_KINDS),
  person,
  ...moment,
  site: word,
  work: z.enum(WORKS),
  sentence,
})

const sentences = z.array(sentence)

const optionResponse = named(
  'Cover',
  z.strictObject({
    kinds: z.array(z.enum(COVER_KINDS)).describe('How the sessions are answered; empty if they stay open.'),
    sentence: sentence.describe('The answer in plain English, for managers.'),
    ask: z.array(askResponse).describe('Who has to be asked, and for what.'),
    moves: z.array(moveResponse).describe('Changes other than the absent person’s own sessions.'),
    better: sentences.describe(
      'Compared with leaving the sessions open; for leaving them open, compared with the rota as it is.',
    ),
    worse: sentences,
    breaks: z.array(z.strictObject({ rule: word, level, sentence })).describe('Findings that are new or larger.'),
    mends: z.array(z.strictObject({ rule: word, level, sentence })).describe('Findings that are gone.'),
    knockOn: sentences.describe('What else changes for people, beside what they are asked.'),
    cost: z.number().describe('Pounds beyond leaving the sessions open.'),
    levels: z.array(z.strictObject({ level, value: z.number(), open: z.number(), unit: word })),
    rota: z.strictObject({ assignments: z.array(assignmentResponse), clinics: z.array(clinicResponse) }),
  }),
)

const answer = {
  person,
  open: z.array(assignmentResponse).describe('The sessions with patients that are lost.'),
  options: z.array(optionResponse).describe('Best first.'),
}
const answerSchema = z.strictObject(answer)

export const coverResponse = named(
  'Covers',
  z.strictObject({
    ...answer,
    document: documentRequest.describe(
      'The week with the absence entered. Judging one of the rotas with it gives the same levels.',
    ),
  }),
)

/** Fails to compile if the schema and the handwritten type differ. */
export const COVERS_AGREE: Agrees<z.infer<typeof answerSchema>, CoverAnswer> = true
