/** Retention of each kind of a network's data, in days; without a setting, nothing is deleted automatically. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retention')
    .addColumn('network', 'text', (c) => c.primaryKey())
    .addColumn('weeks', 'integer')
    .addColumn('drafts', 'integer')
    .addColumn('record_versions', 'integer')
    .addColumn('audit', 'integer')
    .execute()
}
