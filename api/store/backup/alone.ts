/** Checks that nobody else is using a server's database. */
import { sql } from 'kysely'
import { BadInput } from '../../../src/errors.ts'
import { APPLICATION } from '../database.ts'
import type { Db } from '../db.ts'

/** Throws a BadInput if services or workers are connected: during a restore they would act on data that no longer exists. */
export async function requireAlone(db: Db): Promise<void> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and application_name = ${APPLICATION}`.execute(
    db,
  )
  if (rows.length === 0) return
  const detail = `Services or workers are using this database (${rows.length} connections). Nothing has been changed.`
  throw new BadInput([{ pointer: '', detail, maybe: 'end them, and restore then' }])
}
