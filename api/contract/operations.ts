/** Schemas of operations that answer long questions about a week. */
import { z } from 'zod'
import type { QuestionProgress } from '../jobs/job.ts'
import type { QuestionKind } from '../store/tables.ts'
import type { Agrees } from './agrees.ts'
import { comparisonResponse } from './comparisons.ts'
import { mixResponse } from './mixes.ts'
import { named } from './named.ts'
import { problemResponse } from './problem.ts'
import { replanResponse } from './replans.ts'
import { operationResponse, operationState, solvesQuery } from './solves.ts'
import { stressResponse } from './stress-tests.ts'

export const QUESTION_KINDS = ['replan', 'comparison', 'mix', 'stress-test'] as const satisfies readonly QuestionKind[]

export const questionKind = named('QuestionKind', z.enum(QUESTION_KINDS))

const progress = z.strictObject({
  doing: z.string().describe('What is being done, in a few words for people; nobody is named.'),
  step: z.int(),
  of: z.int().nullable().describe('Steps in all; null: unknown.'),
  seconds: z.number().describe('Since the work began.'),
})
export const questionProgress = named('QuestionProgress', progress)

/** Fails to compile if the schema and the handwritten type differ. */
export const PROGRESS_AGREES: Agrees<z.infer<typeof progress>, QuestionProgress> = true

const { id, state, network, weekFrom, documentHash, submittedAt, startedAt, finishedAt, stopRequested, attempts } =
  operationResponse.shape

const common = {
  ...{ id, state, network, weekFrom, documentHash, submittedAt, startedAt, finishedAt },
  expiresAt: z.iso.datetime().exactOptional().describe('When this operation and its result are deleted.'),
  ...{ stopRequested, attempts },
  progress: questionProgress.exactOptional(),
}

export const questionEntry = named('QuestionEntry', z.strictObject({ kind: questionKind, ...common }))

function operationOf<K extends QuestionKind, R extends z.ZodType>(kind: K, name: string, result: R) {
  return named(
    name,
    z.strictObject({
      kind: z.literal(kind),
      ...common,
      result: result
        .exactOptional()
        .describe(
          'The answer, once the state is done; of a curve that was stopped, the points found so far, each with its gap.',
        ),
      problem: problemResponse.exactOptional().describe('Why there is no result, if the state is failed.'),
    }),
  )
}

/** Operation schemas by kind, each with its own result. */
export const QUESTION_OPERATIONS = {
  replan: operationOf('replan', 'ReplanOperation', replanResponse),
  comparison: operationOf('comparison', 'ComparisonOperation', comparisonResponse),
  mix: operationOf('mix', 'MixOperation', mixResponse),
  'stress-test': operationOf('stress-test', 'StressOperation', stressResponse),
} as const

export const anyQuestion = named(
  'QuestionOperation',
  z.discriminatedUnion('kind', [
    QUESTION_OPERATIONS.replan,
    QUESTION_OPERATIONS.comparison,
    QUESTION_OPERATIONS.mix,
    QUESTION_OPERATIONS['stress-test'],
  ]),
)

export const operationsQuery = solvesQuery.extend({
  state: operationState.exactOptional().describe('In this state only.'),
  kind: questionKind.exactOptional().describe('Of this kind only.'),
})

export const operationsResponse = z.strictObject({
  operations: z.array(questionEntry).describe('Newest first, without their results.'),
  next: z.string().exactOptional().describe('`before` of the next page, where there is one.'),
})
