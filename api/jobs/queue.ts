/** The queue: pg-boss, in the same database and in the same transactions as the operations. */
import PgBoss from 'pg-boss'
import { type Db, executeSql } from '../store/database.ts'
import type { Queueing } from '../store/submission.ts'

const NAME = 'solve'

/**
 * Whether a worker lives is told by its claim, which is looked at every few seconds; so the queue itself never takes a job
 * back in its longest time, and never counts how often it was given out.
 */
const PATIENCE = { expireInSeconds: 24 * 60 * 60 - 1, retryLimit: 1_000_000, retryDelay: 0 }

export interface Queue extends Queueing {
  /** The id of the next operation, now given to the caller; null where none waits. */
  next(trx: Db): Promise<string | null>
  /** Done with: neither the caller nor anybody else gets it again. */
  complete(trx: Db, id: string): Promise<void>
  /** Gives operations out again, at once. */
  again(trx: Db, ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Makes the queue's own tables where they are missing. `log` is told what goes wrong in its housekeeping. */
export async function openQueue(db: Db, log: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({ db: { executeSql: executeSql(db) }, schedule: false })
  boss.on('error', log)
  await boss.start()
  await boss.createQueue(NAME, { name: NAME, policy: 'standard', ...PATIENCE })
  const within = (trx: Db) => ({ db: { executeSql: executeSql(trx) } })
  return {
    add: async (trx, id) => void (await boss.send(NAME, {}, { ...PATIENCE, id, ...within(trx) })),
    remove: (trx, id) => boss.cancel(NAME, id, within(trx)),
    next: async (trx) => (await boss.fetch(NAME, within(trx)))[0]?.id ?? null,
    complete: (trx, id) => boss.complete(NAME, id, {}, within(trx)),
    again: async (trx, ids) => {
      // One by one: for several at once the package takes no transaction.
      for (const id of ids) await boss.fail(NAME, id, {}, within(trx))
    },
    // Its own database handle is ours, and is closed by us.
    close: () => boss.stop({ graceful: false, wait: true, close: false }),
  }
}
