/** How long a network stores each kind of data, in days; nothing is deleted by itself where it doesn't say. */
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
