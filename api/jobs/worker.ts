/** Processes operations from the queue, a few at a time, until closed. */
import { randomUUID } from 'node:crypto'
import { problemBody } from '../problems.ts'
import { type Claimed, claimOperation, type Taking, takeFromDead } from '../store/claims.ts'
import { expire } from '../store/expiry.ts'
import { reclaimIfWanted } from '../store/reclaim.ts'
import { expireByRetention } from '../store/retention.ts'
import { NEW_WORK } from './bell.ts'
import { type Handle, runJob, type Workshop } from './job.ts'
import { NO_PULSE, type Pulse } from './pulse.ts'
import { type Jobs, laneOf } from './queue.ts'

export interface WorkerOptions {
  /** Concurrent solves: each occupies a processor. */
  readonly places: number
  /** Concurrent questions, in addition to solves; default: one. */
  readonly questions?: number
  /** Milliseconds between polls of the queue if no notification arrives. */
  readonly lookEvery: number
  /** Seconds without a heartbeat after which a worker is presumed dead. */
  readonly silence: number
  /** No other process uses this database, so anything marked running was left by a dead process. */
  readonly alone: boolean
  /** Seconds a finished operation is stored. */
  readonly keep: number
  /** Heartbeats in addition to the worker's own. */
  readonly pulse?: Pulse
}

export interface Worker {
  /** Stops taking jobs and returns running ones to the queue; resolves once that is recorded. */
  close(): Promise<void>
}

/** One queue and its concurrency. */
interface Lane {
  readonly jobs: Jobs
  readonly places: number
  readonly running: Set<Handle>
}

function lanesOf({ queue }: Workshop, { places, questions = 1 }: WorkerOptions): readonly Lane[] {
  return [
    { jobs: queue, places, running: new Set() },
    { jobs: queue.questions, places: questions, running: new Set() },
  ]
}

export function startWorker(shop: Workshop, options: WorkerOptions): Worker {
  const lanes = lanesOf(shop, options)
  const allRunning = () => lanes.flatMap(({ running }) => [...running])
  const claims = new Set<string>()
  const pulse = options.pulse ?? NO_PULSE
  const closing = new AbortController()
  let filling = Promise.resolve()
  const fill = () => {
    for (const lane of lanes) filling = filling.then(() => takeAll(lane)).catch(shop.log)
  }
  const takeAll = async ({ jobs, places, running }: Lane) => {
    while (!closing.signal.aborted && running.size < places) {
      const job = await takeUnder(claims, shop, jobs)
      if (job === null) return
      pulse.tell([...claims])
      const handle = runJob(job, shop)
      running.add(handle)
      void handle.ended.then(() => {
        running.delete(handle)
        claims.delete(job.claim)
        pulse.tell([...claims])
        fill()
      })
    }
  }
  // If nobody else uses the database, anything running that isn't ours was left by a dead process.
  const silence = options.alone ? null : options.silence
  const sweepOnce = async () => {
    await sweep(shop, { ...options, silence, living: [...claims] })
    await reclaimIfWanted(shop.db, { isEmbedded: options.alone, isQuiet: allRunning().length === 0 }).catch(shop.log)
  }
  const timers = [setInterval(fill, options.lookEvery), setInterval(sweepOnce, options.silence * 500)]
  const forget = shop.bell.listen(NEW_WORK, fill)
  const first = sweepOnce().then(fill)
  return {
    close: async () => {
      closing.abort()
      forget()
      for (const timer of timers) clearInterval(timer)
      await first
      await filling
      const running = allRunning()
      for (const handle of running) handle.leave()
      await Promise.all(running.map(({ ended }) => ended))
      await pulse.close()
    },
  }
}

/** Registers the claim before writing it to the database, so that our own sweep doesn't consider it dead. */
async function takeUnder(claims: Set<string>, shop: Workshop, jobs: Jobs): Promise<Claimed | null> {
  const claim = randomUUID()
  claims.add(claim)
  let job: Claimed | null = null
  try {
    job = await take(shop, jobs, claim)
    return job
  } finally {
    if (job === null) claims.delete(claim)
  }
}

/** Takes the job and claims its operation in one transaction; removes the job if the operation is no longer waiting. */
async function take(shop: Workshop, jobs: Jobs, claim: string): Promise<Claimed | null> {
  const found = await shop.db.transaction().execute(async (trx) => {
    const id = await jobs.next(trx)
    if (id === null) return null
    const job = await claimOperation(trx, id, claim)
    if (job === null) await jobs.complete(trx, id)
    return { job }
  })
  if (found?.job) shop.bell.ring(found.job.id)
  return found === null ? null : (found.job ?? take(shop, jobs, claim))
}

const GIVEN_UP = problemBody('our-fault', [
  { pointer: '', detail: 'The process working on this ended before it had a result, on every attempt.' },
])

/** Takes over operations of dead workers, and deletes expired data. */
export async function sweep(
  shop: Pick<Workshop, 'db' | 'queue' | 'bell' | 'log' | 'note'>,
  { silence, keep, living = [] }: Pick<Taking, 'silence' | 'living'> & { readonly keep: number },
): Promise<void> {
  try {
    const taken = await shop.db.transaction().execute(async (trx) => {
      const { again, ended } = await takeFromDead(trx, { silence, living, problem: GIVEN_UP })
      for (const { id, kind } of again) await laneOf(shop.queue, kind).again(trx, [id])
      for (const { id, kind } of ended) await laneOf(shop.queue, kind).complete(trx, id)
      return { again, ended }
    })
    for (const { id: operation } of taken.again) shop.note({ kind: 'takeover', operation, result: 'requeued' })
    for (const { id: operation } of taken.ended) shop.note({ kind: 'takeover', operation, result: 'ended' })
    for (const { id } of [...taken.again, ...taken.ended]) shop.bell.ring(id)
    if (taken.again.length + taken.ended.length > 0) shop.bell.ring(NEW_WORK)
    await expire(shop.db, keep)
    await expireByRetention(shop.db)
  } catch (error) {
    shop.log(error)
  }
}
