/** Every step from an empty database to this version's, in order. A step that has been released is never changed. */
import { type Kysely, type Migration, Migrator } from 'kysely'
import * as operations from './migrations/0001-operations.ts'
import * as networks from './migrations/0002-networks.ts'
import * as access from './migrations/0010-access.ts'
import * as webhooks from './migrations/0011-webhooks.ts'

const STEPS: Readonly<Record<string, Migration>> = {
  '0001-operations': operations,
  '0002-networks': networks,
  '0010-access': access,
  '0011-webhooks': webhooks,
}

/** Brings a database up to date; several processes may try at once, and one does it. Rejects with what stood in the way. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...STEPS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
