/** Pending database maintenance, stored so that it survives crashes. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chores')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('wanted_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('is_urgent', 'boolean', (c) => c.notNull())
    .execute()
}
