/** Long solves as the service answers them. */
import { z } from 'zod'
import type { SolveProgress } from '../../solver/search/watch.ts'
import { LEVELS } from '../../src/breach.ts'
import { named } from './named.ts'
import { problemResponse } from './problem.ts'
import { reportResponse } from './report.ts'
import { day, hash } from './strings.ts'

export const OPERATION_STATES = ['queued', 'running', 'done', 'failed', 'stopped'] as const

export const operationState = named('OperationState', z.enum(OPERATION_STATES))

export const progressResponse = named(
  'Progress',
  z.strictObject({
    stage: z.string().describe('What is being done, in words.'),
    level: z.enum(LEVELS).nullable(),
    bound: z.number().nullable(),
    best: z.number().nullable(),
    gap: z.number().nullable(),
    seconds: z.number(),
  }),
)

type Progress = z.infer<typeof progressResponse>
/** Does not compile where the schema and the written type part ways. */
export const PROGRESS_AGREES: Progress extends SolveProgress ? (SolveProgress extends Progress ? true : never) : never =
  true

export const operationResponse = named(
  'Operation',
  z.strictObject({
    id: z.uuid(),
    state: operationState,
    network: z.string(),
    weekFrom: day.describe('The Monday that the document begins on.'),
    documentHash: hash,
    submittedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().exactOptional(),
    finishedAt: z.iso.datetime().exactOptional(),
    expiresAt: z.iso.datetime().exactOptional().describe('When this operation and its report are forgotten.'),
    stopRequested: z.boolean(),
    attempts: z.int().describe('How often a worker has taken it up.'),
    progress: progressResponse.exactOptional(),
    version: z.int().exactOptional().describe('Counts the reports of this network and week.'),
    report: reportResponse.exactOptional(),
    problem: problemResponse.exactOptional().describe('Why there is no report, where the state is failed.'),
  }),
)

/** The data of an event named `state`. */
export const stateEvent = named('StateChange', z.strictObject({ state: operationState }))
