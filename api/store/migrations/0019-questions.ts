/** Long questions beside solves: replans, comparisons, mixes, stress tests. Every operation says of what kind it is. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('operations')
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('solve'))
    // JSON of what was asked beside the document, and of the answer; null for a solve.
    .addColumn('request', 'text')
    .addColumn('result', 'text')
    .execute()
}
