/** Proposed swaps of published sessions, and their states. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('swaps')
    .addColumn('id', 'uuid', (c) => c.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('seq', 'bigint', (c) => c.generatedAlwaysAsIdentity())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week_from', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('proposed', 'agreed', 'accepted', 'refused', 'withdrawn')`),
    )
    .addColumn('giver', 'text', (c) => c.notNull())
    .addColumn('taker', 'text', (c) => c.notNull())
    // When the first of its sessions begins, in local time: YYYY-MM-DDTHH:mm.
    .addColumn('begins', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('agreed_at', 'timestamptz')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'timestamptz')
    .addColumn('published_version', 'integer')
    .execute()
  await db.schema.createIndex('swaps_by_network').on('swaps').columns(['network', 'seq']).execute()
}
