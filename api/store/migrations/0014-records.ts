/** Networks' records, by version; their bodies are stored with the documents. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // The last version number issued: numbers are never reused, even after deletions.
  await db.schema
    .alterTable('networks')
    .addColumn('records', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('kept_records')
    .addColumn('network', 'text', (c) => c.notNull().references('networks.ods'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('document_hash', 'text', (c) => c.notNull().references('documents.hash'))
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kept_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('kept_records_pkey', ['network', 'version'])
    .execute()
  await db.schema.createIndex('kept_records_by_document').on('kept_records').column('document_hash').execute()
}
