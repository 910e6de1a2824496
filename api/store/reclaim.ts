/**
 * Reclaims the space of deleted rows. PostgreSQL only marks deleted or updated rows as dead and leaves their bytes in the tables
 * and in the write-ahead log, so after an erasure the name would still be in the files.
 */
import { sql } from 'kysely'
import { executeSql } from './database.ts'
import type { Db } from './db.ts'

const NAME = 'reclaim'

/** Schedules reclaiming, in the transaction that deletes the rows. Urgent for erasures; otherwise within a day. */
export async function wantReclaim(trx: Db, isUrgent: boolean): Promise<void> {
  await trx
    .insertInto('chores')
    .values({ name: NAME, is_urgent: isUrgent })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        is_urgent: sql<boolean>`chores.is_urgent or excluded.is_urgent`,
        // Rows deleted while space is being reclaimed schedule it again.
        wanted_at: sql<Date>`case when excluded.is_urgent then now() else chores.wanted_at end`,
      }),
    )
    .execute()
}

export interface Reclaiming {
  /** An embedded database with a single connection: there are no other users to wait for, and no autovacuum. */
  readonly isEmbedded: boolean
  /** No solve is running; calls are blocked while tables are rewritten. */
  readonly isQuiet: boolean
}

/**
 * Reclaims space if scheduled and the service is idle, or after an hour at the latest; repeated if interrupted. Returns whether
 * it did.
 */
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

/** WAL segments that may contain deleted data: the current one, the next, and one more for safety. */
const LOGS = 3

/**
 * Rewrites every table, then switches past every WAL segment, so that they are removed rather than reused.
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

/** Advisory lock id for rewriting tables. */
const RECLAIMING = 7_170_903
/** Tables containing names. */
const WITH_NAMES = ['documents', 'rotas', 'operations', 'audit', 'calendar_sessions', 'calendars'] as const

/**
 * Rewrites tables, in one process at a time, giving up on tables locked for long. A server's WAL and replicas are its operator's
 * responsibility.
 */
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

/** SQLSTATE of a lock timeout. */
const LOCKED = '55P03'
