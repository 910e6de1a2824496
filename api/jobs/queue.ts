/** The queue: pg-boss, in the same database and transactions as the queued operations. */
import PgBoss from 'pg-boss'
import { type Db, executeSql, inTurn } from '../store/database.ts'
import type { Queueing } from '../store/submission.ts'
import type { OperationKind } from '../store/tables.ts'

/**
 * Our own claims detect dead workers within seconds, so pg-boss's expiry is set to its maximum and its retry limit is effectively
 * unlimited.
 */
const OPERATIONS = { expireInSeconds: 24 * 60 * 60 - 1, retryLimit: 1_000_000, retryDelay: 0 }

/**
 * Attempts are counted in our own table. The second attempt comes after half a minute to a minute, with exponential backoff from
 * then on: eight attempts within two hours. If its process dies, a delivery is handed out again after three minutes.
 */
const DELIVERIES = { expireInSeconds: 60, retryLimit: 1_000_000, retryBackoff: true, retryDelay: 30 }

/** Milliseconds by which jobs' start times are backdated, so that a server clock put back by less doesn't delay them. */
const CLOCK_STEP = 24 * 60 * 60 * 1000

/** Jobs of one kind, identified by their operation or delivery. */
export interface Jobs extends Queueing {
  /** Takes the next job and returns its id; null if none is waiting. */
  next(trx: Db): Promise<string | null>
  /** Completes a job, so that it isn't handed out again. */
  complete(trx: Db, id: string): Promise<void>
  /** Returns jobs to the queue, with the delay of their kind. */
  again(trx: Db, ids: readonly string[]): Promise<void>
}

/** The queue of solves, with separate ones for questions and webhook deliveries. */
export interface Queue extends Jobs {
  readonly questions: Jobs
  readonly deliveries: Jobs
  /** Deletes all jobs of all kinds. */
  clear(trx: Db): Promise<void>
  close(): Promise<void>
}

/** Questions don't queue behind solves, since somebody is usually waiting for them. */
export function laneOf(queue: Queue, kind: OperationKind): Jobs {
  return kind === 'solve' ? queue : queue.questions
}

/** Creates the queue's tables if missing. `log` receives errors of pg-boss's maintenance. */
export async function openQueue(db: Db, log: (error: unknown) => void): Promise<Queue> {
  await makeTables(db, log)
  const boss = await startBoss(db, log)
  return {
    ...(await jobsOf(boss, 'solve', OPERATIONS)),
    questions: await jobsOf(boss, 'question', OPERATIONS),
    deliveries: await jobsOf(boss, 'deliver', DELIVERIES),
    clear: async (trx) => void (await executeSql(trx)('delete from pgboss.job')),
    close: () => stop(boss),
  }
}

/** Serialised by a lock, since processes starting simultaneously on an empty server would conflict. */
function makeTables(db: Db, log: (error: unknown) => void): Promise<void> {
  return inTurn(db, async (one) => {
    const boss = await startBoss(one, log)
    await jobsOf(boss, 'solve', OPERATIONS)
    await jobsOf(boss, 'question', OPERATIONS)
    await jobsOf(boss, 'deliver', DELIVERIES)
    await stop(boss)
  })
}

async function startBoss(db: Db, log: (error: unknown) => void): Promise<PgBoss> {
  const boss = new PgBoss({ db: { executeSql: executeSql(db) }, schedule: false })
  boss.on('error', log)
  await boss.start()
  return boss
}

/** Stops pg-boss without closing the database, which we own. */
function stop(boss: PgBoss): Promise<void> {
  return boss.stop({ graceful: false, wait: true, close: false })
}

async function jobsOf(boss: PgBoss, name: string, patience: PgBoss.SendOptions): Promise<Jobs> {
  await boss.createQueue(name, { name, policy: 'standard', ...patience })
  const within = (trx: Db) => ({ db: { executeSql: executeSql(trx) } })
  return {
    add: async (trx, id) => {
      const startAfter = new Date(Date.now() - CLOCK_STEP)
      await boss.send(name, {}, { ...patience, startAfter, id, ...within(trx) })
    },
    remove: (trx, id) => boss.cancel(name, id, within(trx)),
    next: async (trx) => (await boss.fetch(name, within(trx)))[0]?.id ?? null,
    complete: (trx, id) => boss.complete(name, id, {}, within(trx)),
    again: async (trx, ids) => {
      // One by one: for several ids pg-boss ignores the transaction.
      for (const id of ids) await boss.fail(name, id, {}, within(trx))
    },
  }
}
