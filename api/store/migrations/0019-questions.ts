/** Adds long questions to operations: replans, comparisons, mixes, stress tests. Every operation has a kind. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('operations')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('solve'))
    // JSON of the request without the document, and of the answer; null for a solve.
    .addColumn('request', 'text')
    .addColumn('result', 'text')
    .execute()
}
