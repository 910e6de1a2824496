/** Summarises the data a restore would replace. */
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { stepsOf } from '../migrations.ts'
import { BACKED_UP } from './backup-tables.ts'

export interface Contents {
  readonly isEmpty: boolean
  /** People erased since the backup was made, whom the restore brings back: their network, and the id that replaced theirs. */
  readonly erasedSince: readonly { readonly network: string; readonly former: string }[]
}

/** `since` is `madeAt` from a backup's header. */
export async function contentsOf(db: Db, since: string): Promise<Contents> {
  if ((await stepsOf(db)) === null) return { isEmpty: true, erasedSince: [] }
  const erased = await db
    .selectFrom('audit')
    .select(['network', 'subject'])
    .where('action', '=', 'erase-person')
    .where('at', '>', sql<Date>`${since}::timestamptz`)
    .orderBy('id')
    .execute()
  return {
    isEmpty: !(await hasRows(db)),
    erasedSince: erased.map(({ network, subject }) => ({ network: network ?? '', former: subject })),
  }
}

async function hasRows(db: Db): Promise<boolean> {
  for (const table of BACKED_UP) {
    const { rows: known } = await sql<{ is: boolean }>`select to_regclass(${table}) is not null as is`.execute(db)
    if (known[0]?.is !== true) continue
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}
