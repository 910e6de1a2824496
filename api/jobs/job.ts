/** One solve from its claim to its end. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Watch } from '../../solver/search/watch.ts'
import { BadInput, Stopped } from '../../src/errors.ts'
import type { Report } from '../../src/report.ts'
import { problemBody, Refusal } from '../problems.ts'
import { beat, type Claimed, type Ending, endOperation, giveBack, type News } from '../store/claims.ts'
import type { Db } from '../store/database.ts'
import { inScope } from '../telemetry/log-scope.ts'
import type { Note } from '../telemetry/telemetry-event.ts'
import type { Bell } from './bell.ts'
import type { Queue } from './queue.ts'

/**
 * Solves a document, which is JSON, in a thread of its own; BadInput where the document or the engine asked for is refused, Stopped where it was
 * ended before there was anything to report.
 */
export type Solve = (document: string, documentHash: string, watch: Watch) => Promise<Report>

export interface Workshop {
  readonly db: Db
  readonly queue: Queue
  readonly bell: Bell
  readonly solve: Solve
  readonly log: (error: unknown) => void
  readonly note: Note
  /** Milliseconds between two signs of life. */
  readonly beatEvery: number
}

/** External control of a running job. */
export interface Handle {
  /** Ends the search, and puts the operation back for somebody else. */
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
    if (job.waitedSeconds !== null) shop.note({ kind: 'solve-claimed', waitedSeconds: job.waitedSeconds })
    return work(job, shop, { stop, isLeaving: () => leaving }).catch(shop.log)
  })
  return { leave, ended }
}

interface Reins {
  readonly stop: Int32Array
  readonly isLeaving: () => boolean
}

async function work(job: Claimed, shop: Workshop, { stop, isLeaving }: Reins): Promise<void> {
  const life = signsOfLife(job, shop, stop)
  const ending = await endingOf(job, shop, { stop, ...life.hears })
  await life.end()
  await persistently(shop.log, () =>
    shop.db.transaction().execute(async (trx) => {
      if (isLeaving() && ending.state === 'stopped' && !life.stopAsked()) {
        if (await giveBack(trx, job)) await shop.queue.again(trx, [job.id])
      } else if (await endOperation(trx, job, ending)) await shop.queue.complete(trx, job.id)
    }),
  )
  shop.bell.ring(job.id)
}

async function endingOf({ document, documentHash }: Claimed, shop: Workshop, watch: Watch): Promise<Ending> {
  try {
    const report = await shop.solve(document, documentHash, watch)
    const stopped = report.status === 'stopped' || (report.status === 'no-rota' && stopIsSet(watch))
    return { state: stopped ? 'stopped' : 'done', report: JSON.stringify(report), status: report.status }
  } catch (error) {
    if (error instanceof Stopped) return { state: 'stopped', report: null }
    if (error instanceof BadInput) return { state: 'failed', problem: problemBody('invalid-input', error.complaints) }
    if (error instanceof Refusal) return { state: 'failed', problem: problemBody(error.kind, error.complaints) }
    shop.log(error)
    return { state: 'failed', problem: problemBody('our-fault') }
  }
}

function stopIsSet({ stop }: Watch): boolean {
  return stop !== undefined && Atomics.load(stop, 0) === 1
}

const NOTHING: News = { progress: null, preview: null }

/** Says every second or so that the worker lives and how far it is, and hears whether it is to stop. */
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
  // One at a time; if the database is down, the search continues and the next heartbeat tries again.
  const write = () => {
    writing = writing.then(once).catch(shop.log)
  }
  const timer = setInterval(write, shop.beatEvery)
  return {
    hears: {
      onProgress: (progress: unknown) => {
        news = { ...news, progress }
        // Whoever waits hears at once that it has begun.
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

/** Milliseconds to wait before each further try to write an ending down: a minute in all, then another worker does it again. */
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
