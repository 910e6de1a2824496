/** Replaces everything in a database with a backup, in one transaction. */
import { sql, type Transaction } from 'kysely'
import { BadInput } from '../../../src/errors.ts'
import type { Queued } from '../claims.ts'
import type { Db } from '../db.ts'
import { runSteps, STEP_NAMES } from '../migrations.ts'
import type { Tables } from '../tables.ts'
import type { BackupReader, BackupRow } from './backup-format.ts'
import { BACKED_UP, isBackedUp, LEFT_OUT } from './backup-tables.ts'

/** Characters of rows inserted at a time. */
const AT_A_TIME = 1_000_000

/** Hooks that run in the same transaction. */
export interface LoadHooks {
  /** Queues waiting operations after all rows are inserted; the previous queue has been cleared. */
  readonly requeue: (trx: Db, operations: readonly Queued[]) => Promise<void>
  /** Called with each batch before it is inserted. */
  readonly onBatch?: (table: string) => void
}

/** Throws a BadInput without changing anything if the backup is incomplete or from a newer version. */
export function load(db: Db, { header, rows }: BackupReader, { requeue, onBatch }: LoadHooks): Promise<void> {
  const unknown = header.steps.find((step) => !STEP_NAMES.includes(step))
  if (unknown !== undefined) {
    const detail = 'This backup was made by a newer version of rota.'
    throw new BadInput([{ pointer: '', detail, maybe: 'rota restore of that version' }])
  }
  return db.transaction().execute(async (trx) => {
    for (const table of [...BACKED_UP, ...LEFT_OUT].reverse())
      await sql`drop table if exists ${sql.table(table)} cascade`.execute(trx)
    // Create the tables as of the backup's version, load them, then migrate like any database of that version.
    await runSteps(
      trx,
      STEP_NAMES.filter((step) => header.steps.includes(step)),
    )
    for await (const batch of batchesOf(rows)) {
      onBatch?.(batch.table)
      await insert(trx, batch)
    }
    await setCounters(trx)
    await runSteps(
      trx,
      STEP_NAMES.filter((step) => !header.steps.includes(step)),
    )
    await requeue(trx, await settle(trx))
  })
}

interface Batch {
  readonly table: string
  readonly rows: readonly string[]
}

async function* batchesOf(rows: AsyncIterable<BackupRow>): AsyncGenerator<Batch> {
  let batch: { table: string; rows: string[]; size: number } | null = null
  for await (const { table, row } of rows) {
    if (batch !== null && (batch.table !== table || batch.size > AT_A_TIME)) {
      yield batch
      batch = null
    }
    batch ??= { table, rows: [], size: 0 }
    batch.rows.push(row)
    batch.size += row.length
  }
  if (batch !== null) yield batch
}

async function insert(trx: Transaction<Tables>, { table, rows }: Batch): Promise<void> {
  if (!isBackedUp(table))
    throw new BadInput([{ pointer: '', detail: 'The backup has a table unknown to this version.', seen: table }])
  const name = sql.table(table)
  await sql`insert into ${name} overriding system value
    select * from json_populate_recordset(null::${name}, ${`[${rows.join(',')}]`}::json)`.execute(trx)
}

/** Advances sequences past the last restored values. */
async function setCounters(trx: Transaction<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where is_identity = 'YES' and table_schema = current_schema()`.execute(trx)
  for (const { table, column } of rows)
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(trx)
}

/**
 * Resets work in progress: running operations are queued again, since their workers are gone. Pending webhook deliveries are
 * dropped: they may be long out of date, and this may be a rehearsal on another machine.
 */
async function settle(trx: Transaction<Tables>): Promise<Queued[]> {
  await trx
    .updateTable('operations')
    .set({ state: 'queued', claim: null, seen_at: null, progress: null })
    .where('state', '=', 'running')
    .execute()
  await trx
    .updateTable('deliveries')
    .set({
      state: 'given-up',
      reason: 'The service was restored from a backup before this was delivered.',
      finished_at: sql<Date>`now()`,
    })
    .where('state', 'in', ['new', 'waiting'])
    .execute()
  return trx
    .selectFrom('operations')
    .select(['id', 'kind'])
    .where('state', '=', 'queued')
    .orderBy('submitted_at')
    .execute()
}
