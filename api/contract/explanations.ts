/** Schemas of explanations. The type is handwritten in src/compare.ts; the two must agree. */
import { z } from 'zod'
import type { Comparison } from '../../src/compare.ts'
import { WORKS } from '../../src/rota.ts'
import type { Agrees } from './agrees.ts'
import { documentRequest } from './documents.ts'
import { named } from './named.ts'
import { assignmentResponse, clashResponse, clinicResponse, findingResponse, level } from './report.ts'
import { day, person, sentence, word } from './strings.ts'
import { rotaRequest } from './weeks.ts'

const question = z
  .string()
  .min(1, 'must not be empty.')
  .max(500, 'must not be longer than 500 characters.')
  .describe(
    'Who, what and when: `p017 off 2026-12-01 am`, `GP 3 duty Birch Lane Tuesday morning`. Ids and names both work.',
  )

const seconds = z
  .number()
  .gt(0)
  .max(10)
  .exactOptional()
  .describe('Time limit in seconds for each of a few dozen steps; default: 3.')

/** Parses only the outermost shape; document, rota and question have their own readers. */
export const explanationRequest = z.strictObject({
  document: z.unknown(),
  rota: z.unknown().optional(),
  question,
  seconds,
})

/** Schema for the OpenAPI document. */
export const explanationShape = z.strictObject({
  document: documentRequest,
  rota: rotaRequest.exactOptional().describe('Default: the document’s `published` assignments.'),
  question,
  seconds,
})

const change = { before: z.number(), after: z.number() }
const changeResponse = named('Change', z.strictObject(change))
const findingChange = named('FindingChange', z.strictObject({ finding: findingResponse, ...change }))
const placing = z.strictObject({ site: word, work: z.enum(WORKS) }).nullable()
/** What one person does in one session, before and after. */
export const moveResponse = named(
  'Move',
  z.strictObject({ person, date: day, part: word, before: placing, after: placing }),
)

const comparisonResponse = named(
  'Comparison',
  z.strictObject({
    levels: z.array(z.strictObject({ level, unit: word, ...change, verdict: z.enum(['better', 'worse', 'same']) })),
    better: z.array(findingChange),
    worse: z.array(findingChange),
    late: z
      .strictObject({ urgent: changeResponse, routine: changeResponse })
      .describe('Contacts due and not met in time.'),
    lateBy: z.array(z.strictObject({ need: word, site: word, ...change })).describe('Only entries that change.'),
    waiting: z.array(z.strictObject({ site: word, ...change })).describe('Contacts still waiting at the end.'),
    cost: changeResponse,
    moved: z.array(moveResponse),
  }),
)

const proofResponse = z
  .strictObject({
    level: level.nullable().describe('The first level that gets worse; null if none does.'),
    loss: z.number().describe('How much of the value comes from the change.'),
    value: z.number(),
    bound: z.number(),
    gap: z.number(),
    proven: z.boolean(),
  })
  .describe('How certain it is that no other rota with this change is better.')

const sentences = z.array(sentence).describe('The answer in plain English, for managers.')
const of = <K extends string>(kind: K, does: string) => ({ kind: z.literal(kind).describe(does), sentences })

export const explanationResponse = named(
  'Explanation',
  z.union([
    z.strictObject(of('so-already', 'The rota already has this.')),
    z.strictObject({
      ...of('impossible', 'No rota can have this; these rules and facts clash.'),
      clash: clashResponse,
    }),
    z.strictObject(of('out-of-time', 'No answer was found in time.')),
    z.strictObject({
      ...of('possible', 'What it would cost, from the nearest good rota that has this.'),
      comparison: comparisonResponse,
      proof: proofResponse,
      rota: z.strictObject({ assignments: z.array(assignmentResponse), clinics: z.array(clinicResponse) }),
    }),
  ]),
)
export type Explanation = z.infer<typeof explanationResponse>

/** Fails to compile if the schema and the handwritten type differ. */
export const COMPARISONS_AGREE: Agrees<z.infer<typeof comparisonResponse>, Comparison> = true
