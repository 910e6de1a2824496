/** One operation from its claim to its end. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Watch } from '../../solver/search/watch.ts'
import { BadInput, Stopped } from '../../src/errors.ts'
import type { Report } from '../../src/report.ts'
import { problemBody, Refusal } from '../problems.ts'
import { beat, type Claimed, type Ending, endOperation, giveBack, type News, type Question } from '../store/claims.ts'
import type { Db } from '../store/database.ts'
import { inScope } from '../telemetry/log-scope.ts'
import type { Note, QuestionOutcome } from '../telemetry/telemetry-event.ts'
import type { Bell } from './bell.ts'
import { laneOf, type Queue } from './queue.ts'

/**
 * Solves a document (JSON) in its own thread. Rejects with BadInput if the document or the requested engine is rejected, and with
 * Stopped if it was stopped before there was anything to report.
 */
export type Solve = (document: string, documentHash: string, watch: Watch) => Promise<Report>

/**
 * Answers a question about a document, both JSON. Rejects with BadInput or Stopped as for a solve, and with a Refusal if it
 * exceeds its limits.
 */
export type Answer = (question: AskedAbout, watch: QuestionWatch) => Promise<string>

export interface AskedAbout extends Question {
  /** JSON text. */
  readonly document: string
}

export interface QuestionProgress {
  /** In words, without names, so that erasure needn't search it. */
  readonly doing: string
  /** Number of the step, and the total if known. */
  readonly step: number
  readonly of: number | null
  /** Since the work began. */
  readonly seconds: number
}

export interface QuestionWatch {
  readonly stop?: Int32Array
  readonly onProgress?: (progress: QuestionProgress) => void
}

export interface Workshop {
  readonly db: Db
  readonly queue: Queue
  readonly bell: Bell
  readonly solve: Solve
  readonly answer: Answer
  readonly log: (error: unknown) => void
  readonly note: Note
  /** Milliseconds between heartbeats. */
  readonly beatEvery: number
}

/** External control of a running job. */
export interface Handle {
  /** Stops the work and returns the operation to the queue. */
  leave(): void
  readonly ended: Promise<void>
}

/** `ended` never rejects. */
export function runJob(job: Claimed, shop: Workshop): Handle {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let leaving = false
  const leave = () => {
    leaving = true
    Atomics.store(stop, 0, 1)
  }
  const ended = inScope({ operation: job.id }, () => {
    noteClaim(job, shop.note)
    return work(job, shop, { stop, isLeaving: () => leaving }).catch(shop.log)
  })
  return { leave, ended }
}

function noteClaim({ waitedSeconds, question }: Claimed, note: Note): void {
  if (waitedSeconds === null) return
  if (question === null) note({ kind: 'solve-claimed', waitedSeconds })
  else note({ kind: 'question-claimed', question: question.kind, waitedSeconds })
}

interface Reins {
  readonly stop: Int32Array
  readonly isLeaving: () => boolean
}

async function work(job: Claimed, shop: Workshop, { stop, isLeaving }: Reins): Promise<void> {
  const life = signsOfLife(job, shop, stop)
  const lane = laneOf(shop.queue, job.question?.kind ?? 'solve')
  const ending = await endingOf(job, shop, { stop, ...life.hears })
  await life.end()
  await persistently(shop.log, () =>
    shop.db.transaction().execute(async (trx) => {
      if (isLeaving() && ending.state === 'stopped' && !life.stopAsked()) {
        if (await giveBack(trx, job)) await lane.again(trx, [job.id])
      } else if (await endOperation(trx, job, ending)) await lane.complete(trx, job.id)
    }),
  )
  shop.bell.ring(job.id)
}

async function endingOf(job: Claimed, shop: Workshop, watch: Hears): Promise<Ending> {
  const { document, documentHash, question } = job
  try {
    if (question !== null) return { state: 'done', result: await noted(question, shop, { document, watch }) }
    const report = await shop.solve(document, documentHash, watch)
    const stopped = report.status === 'stopped' || (report.status === 'no-rota' && stopIsSet(watch))
    return { state: stopped ? 'stopped' : 'done', report: JSON.stringify(report), status: report.status }
  } catch (error) {
    if (error instanceof Stopped && error.soFar !== null) return { state: 'stopped', result: error.soFar }
    if (error instanceof Stopped) return { state: 'stopped', report: null }
    if (error instanceof BadInput) return { state: 'failed', problem: problemBody('invalid-input', error.complaints) }
    if (error instanceof Refusal) return { state: 'failed', problem: problemBody(error.kind, error.complaints) }
    shop.log(error)
    return { state: 'failed', problem: problemBody('our-fault') }
  }
}

/** Progress callbacks shared by all kinds of job. */
type Hears = Pick<Watch, 'stop'> & {
  readonly onProgress: (progress: unknown) => void
  readonly onPreview: (preview: unknown) => void
}

/** Answers a question and reports the outcome to telemetry. */
async function noted(
  question: Question,
  shop: Workshop,
  { document, watch }: { readonly document: string; readonly watch: Hears },
): Promise<string> {
  const began = performance.now()
  const end = (outcome: QuestionOutcome) => {
    const seconds = (performance.now() - began) / 1000
    shop.note({ kind: 'question-ended', question: question.kind, outcome, seconds })
  }
  shop.note({ kind: 'question-started', question: question.kind })
  try {
    const result = await shop.answer({ ...question, document }, watch)
    end('done')
    return result
  } catch (error) {
    end(outcomeOf(error))
    throw error
  }
}

function outcomeOf(error: unknown): QuestionOutcome {
  if (error instanceof Stopped) return 'stopped'
  if (error instanceof BadInput) return 'rejected'
  return error instanceof Refusal ? 'too-heavy' : 'error'
}

function stopIsSet({ stop }: Watch): boolean {
  return stop !== undefined && Atomics.load(stop, 0) === 1
}

const NOTHING: News = { progress: null, preview: null }

/** Periodically records a heartbeat and progress, and checks for a stop request. */
function signsOfLife(job: Claimed, shop: Workshop, stop: Int32Array) {
  let news: News = NOTHING
  let isFirst = true
  let stopAsked = false
  let writing = Promise.resolve()
  const once = async () => {
    const told = news
    news = NOTHING
    const heard = await beat(shop.db, job, told)
    if (heard === 'stop') stopAsked = true
    if (heard !== 'go-on') Atomics.store(stop, 0, 1)
    if (told !== NOTHING) shop.bell.ring(job.id)
  }
  // No overlapping heartbeats; if the database is down, the work continues and the next heartbeat tries again.
  const write = () => {
    writing = writing.then(once).catch(shop.log)
  }
  const timer = setInterval(write, shop.beatEvery)
  return {
    hears: {
      onProgress: (progress: unknown) => {
        news = { ...news, progress }
        // Beat at once, so that followers see that it has started.
        if (isFirst) write()
        isFirst = false
      },
      onPreview: (preview: unknown) => {
        news = { ...news, preview }
      },
    },
    stopAsked: () => stopAsked,
    end: async () => {
      clearInterval(timer)
      await writing
    },
  }
}

/** Milliseconds between attempts to record an ending: a minute in total, after which another worker redoes the job. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 16_000, 30_000]

async function persistently(log: (error: unknown) => void, write: () => Promise<void>): Promise<void> {
  for (const wait of PAUSES) {
    try {
      return await write()
    } catch (error) {
      log(error)
      await pause(wait, undefined, { ref: false })
    }
  }
  await write()
}
