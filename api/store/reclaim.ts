/**
 * Gives back the space of rows that are gone. PostgreSQL marks what is deleted or rewritten and leaves its bytes where they were, in
 * tables and in its log of changes: after an erasure the name would still stand in the files.
 */
import { sql } from 'kysely'
import { executeSql } from './database.ts'
import type { Db } from './db.ts'

const NAME = 'reclaim'

/** Urgent for what nobody may read any more; otherwise within a day. In the transaction in which the rows go. */
export async function wantReclaim(trx: Db, isUrgent: boolean): Promise<void> {
  await trx
    .insertInto('chores')
    .values({ name: NAME, is_urgent: isUrgent })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        is_urgent: sql<boolean>`chores.is_urgent or excluded.is_urgent`,
        // What goes while space is being reclaimed wants it again.
        wanted_at: sql<Date>`case when excluded.is_urgent then now() else chores.wanted_at end`,
      }),
    )
    .execute()
}

export interface Reclaiming {
  /** In this process, over its one connection: there is nobody else to wait for, and nobody else who cleans up. */
  readonly isEmbedded: boolean
  /** Nothing is being solved: calls wait while tables are rewritten. */
  readonly isQuiet: boolean
}

/** Whether it was done: it is where it is wanted and quiet, and an hour after that at the latest. Done again where it is cut short. */
export async function reclaimIfWanted(db: Db, { isEmbedded, isQuiet }: Reclaiming): Promise<boolean> {
  const chore = await db
    .selectFrom('chores')
    .select(sql<string>`wanted_at::text`.as('wantedAt'))
    .where('name', '=', NAME)
    .where(sql<boolean>`(is_urgent or wanted_at < now() - interval '1 day')`)
    .where(sql<boolean>`(${isQuiet}::boolean or wanted_at < now() - interval '1 hour')`)
    .executeTakeFirst()
  if (chore === undefined) return false
  const isDone = await (isEmbedded ? reclaimFiles(db) : reclaimTables(db))
  if (!isDone) return false
  await db
    .deleteFrom('chores')
    .where('name', '=', NAME)
    .where(sql<boolean>`wanted_at = ${chore.wantedAt}::timestamptz`)
    .execute()
  return true
}

/** Log files that may hold what is gone: the one that is written, the next, and one more to be certain. */
const LOGS = 3

/**
 * Rewrites every table, and then switches away from every file of the write-ahead log, which are removed rather than
 * reused.
 */
function reclaimFiles(db: Db): Promise<boolean> {
  return db.connection().execute(async (one) => {
    const run = executeSql(one)
    await run('set wal_recycle = off')
    await run('vacuum full')
    await run('checkpoint')
    for (let log = 0; log < LOGS; log++) {
      await run('select pg_switch_wal()')
      await run('checkpoint')
    }
    return true
  })
}

/** Means "tables are being rewritten" to all processes of a server. */
const RECLAIMING = 7_170_903
/** Tables that have names in them. */
const WITH_NAMES = ['documents', 'rotas', 'operations', 'audit', 'calendar_sessions', 'calendars'] as const

/** One process at a time, which gives way where others hold a table for long. A server's log and its copies are its operator's. */
function reclaimTables(db: Db): Promise<boolean> {
  return db.connection().execute(async (one) => {
    const run = executeSql(one)
    const [lock] = (await run(`select pg_try_advisory_lock(${RECLAIMING}) as is_ours`)).rows
    if (lock?.is_ours !== true) return false
    try {
      await run("set lock_timeout = '5s'")
      for (const table of WITH_NAMES) await run(`vacuum full ${table}`)
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === LOCKED) return false
      throw error
    } finally {
      await run('reset lock_timeout')
      await run(`select pg_advisory_unlock(${RECLAIMING})`)
    }
  })
}

/** SQLSTATE of a lock that was not to be had in time. */
const LOCKED = '55P03'
