/** Reads everything for a backup, from one snapshot. */
import { sql, type Transaction } from 'kysely'
import { BadInput } from '../../../src/errors.ts'
import type { Db } from '../db.ts'
import { STEP_NAMES, stepsOf } from '../migrations.ts'
import type { Tables } from '../tables.ts'
import { backupWriter, type Counts, FORMAT } from './backup-format.ts'
import { BACKED_UP } from './backup-tables.ts'

/** Rows fetched at a time: a document may be several megabytes. */
const AT_A_TIME = 20

/** Reads in a single read-only snapshot transaction, unaffected by concurrent writes. */
export function dump(db: Db, write: (line: string) => Promise<void>): Promise<Counts> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const steps = await stepsOf(trx)
      requireOurs(steps)
      const writer = backupWriter(write)
      const { rows } = await sql<{ now: string }>`select to_json(now()) #>> '{}' as now`.execute(trx)
      await writer.header({ format: FORMAT, madeAt: rows[0]?.now ?? '', steps })
      for (const table of BACKED_UP) await dumpTable(trx, table, writer)
      return writer.end()
    })
}

function requireOurs(steps: readonly string[] | null): asserts steps is readonly string[] {
  const refuse = (detail: string, maybe: string) => new BadInput([{ pointer: '', detail, maybe }])
  if (steps === null) throw refuse('This database has no rota data.', 'the database of a service')
  const unknown = steps.find((step) => !STEP_NAMES.includes(step))
  if (unknown !== undefined)
    throw refuse('This database was made by a newer version of rota.', 'rota backup from that version')
}

async function dumpTable(
  trx: Transaction<Tables>,
  table: (typeof BACKED_UP)[number],
  writer: ReturnType<typeof backupWriter>,
): Promise<void> {
  const { rows: known } = await sql<{ is: boolean }>`select to_regclass(${table}) is not null as is`.execute(trx)
  // A database of an older version may not have the table yet.
  if (known[0]?.is !== true) return
  await sql`declare backup no scroll cursor for select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(
    trx,
  )
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(AT_A_TIME)} from backup`.execute(trx)
    for (const { row } of rows) await writer.row({ table, row })
    if (rows.length < AT_A_TIME) break
  }
  await sql`close backup`.execute(trx)
}
