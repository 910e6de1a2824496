/** The queue: pg-boss, in the same database and in the same transactions as what is queued. */
import PgBoss from 'pg-boss'
import { type Db, executeSql, inTurn } from '../store/database.ts'
import type { Queueing } from '../store/submission.ts'
import type { OperationKind } from '../store/tables.ts'

/**
 * Claims, checked every few seconds, show whether a worker is alive; so the queue itself never takes a job back within its longest
 * limit, and never counts attempts.
 */
const OPERATIONS = { expireInSeconds: 24 * 60 * 60 - 1, retryLimit: 1_000_000, retryDelay: 0 }

/**
 * How often a delivery is tried is counted where it is kept. The second try comes after half a minute to a minute, each further one
 * after about twice the time of the one before, eight of them within two hours; one whose process died is given out again after
 * three minutes.
 */
const DELIVERIES = { expireInSeconds: 60, retryLimit: 1_000_000, retryBackoff: true, retryDelay: 30 }

/** A job is given out from this long before it was added, in milliseconds: it must not wait for a server's clock that is put back by less. */
const CLOCK_STEP = 24 * 60 * 60 * 1000

/** Jobs of one kind, each by the id of what it is about. */
export interface Jobs extends Queueing {
  /** The id of the next job, now owned by the caller; null if none waits. */
  next(trx: Db): Promise<string | null>
  /** Done with: neither the caller nor anybody else gets it again. */
  complete(trx: Db, id: string): Promise<void>
  /** Gives them out again, as soon as this kind is to be. */
  again(trx: Db, ids: readonly string[]): Promise<void>
}

/** Solves; and beside them questions, and deliveries of webhooks. */
export interface Queue extends Jobs {
  readonly questions: Jobs
  readonly deliveries: Jobs
  /** Forgets every job of any kind. */
  clear(trx: Db): Promise<void>
  close(): Promise<void>
}

/** Questions don't wait behind solves: somebody sits before most of them. */
export function laneOf(queue: Queue, kind: OperationKind): Jobs {
  return kind === 'solve' ? queue : queue.questions
}

/** Creates the queue's own tables if missing. `log` receives errors of its housekeeping. */
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

/** Processes that start at the same moment on an empty server would conflict: they take turns. */
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

/** The database handle is ours, and is closed by us. */
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
      // One at a time: for several at once the package uses no transaction.
      for (const id of ids) await boss.fail(name, id, {}, within(trx))
    },
  }
}
