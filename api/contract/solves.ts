/** Schemas of solves. */
import { z } from 'zod'
import type { SolveProgress } from '../../solver/search/watch.ts'
import { named } from './named.ts'
import { networkCode } from './network-code.ts'
import { limitUpTo } from './page.ts'
import { problemResponse } from './problem.ts'
import { assignmentResponse, level, reportResponse } from './report.ts'
import { day, hash } from './strings.ts'

export const OPERATION_STATES = ['queued', 'running', 'done', 'failed', 'stopped'] as const

export const operationState = named('OperationState', z.enum(OPERATION_STATES))

export const progressResponse = named(
  'Progress',
  z.strictObject({
    stage: z.string().describe('The current stage, in words.'),
    level: level.nullable(),
    bound: z.number().nullable(),
    best: z.number().nullable(),
    gap: z.number().nullable(),
    seconds: z.number(),
    doing: z.string().exactOptional().describe('What is being done, in a few words for people.'),
    headline: z.string().exactOptional().describe('What the best rota so far comes to, in a sentence.'),
    distance: z.string().exactOptional().describe('How far it is from the best possible, in words.'),
  }),
)

/** The data of an event named `preview`. */
export const previewEvent = named(
  'RotaPreview',
  z.strictObject({
    seconds: z.number(),
    headline: z.string(),
    assignments: z.array(assignmentResponse).describe('The best rota so far.'),
  }),
)

type Progress = z.infer<typeof progressResponse>
/** Fails to compile if the schema and the handwritten type differ. */
export const PROGRESS_AGREES: Progress extends SolveProgress ? (SolveProgress extends Progress ? true : never) : never =
  true

export const operationResponse = named(
  'Operation',
  z.strictObject({
    id: z.uuid(),
    state: operationState,
    network: z.string(),
    weekFrom: day.describe('The Monday on which the document starts.'),
    documentHash: hash,
    submittedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().exactOptional(),
    finishedAt: z.iso.datetime().exactOptional(),
    expiresAt: z.iso.datetime().exactOptional().describe('When this operation and its report are deleted.'),
    stopRequested: z.boolean(),
    attempts: z.int().describe('How many times a worker has started it.'),
    progress: progressResponse.exactOptional(),
    version: z.int().exactOptional().describe('Number of the report within this network and week.'),
    report: reportResponse.exactOptional(),
    problem: problemResponse.exactOptional().describe('Why there is no report, if the state is failed.'),
  }),
)

export const operationEntry = named('OperationEntry', operationResponse.omit({ report: true, problem: true }))
export type OperationEntry = z.infer<typeof operationEntry>

/** Pagination cursor: an operation's submission time in microseconds since 1970, and its id. */
const PLACE = /^(\d{1,16})-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

export const solvesQuery = z.strictObject({
  network: networkCode.exactOptional().describe('Of this network only; default: every network that you may look at.'),
  state: operationState.exactOptional().describe('In this state only.'),
  before: z
    .string()
    .regex(PLACE, 'must be the "next" of an earlier page.')
    .exactOptional()
    .describe('The `next` of an earlier page.'),
  limit: limitUpTo(100),
})

export const solvesResponse = z.strictObject({
  operations: z.array(operationEntry).describe('Newest first, without their reports.'),
  next: z.string().exactOptional().describe('`before` of the next page, where there is one.'),
})

/** The data of an event named `state`. */
export const stateEvent = named('StateChange', z.strictObject({ state: operationState }))
