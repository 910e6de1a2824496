/** Links accounts to people in a network, so that they can read their own weeks and enter wishes. */
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('own_people')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('account_id', 'uuid', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('own_people_pkey', ['network', 'person'])
    .addUniqueConstraint('own_people_account', ['network', 'account_id'])
    .execute()
}
