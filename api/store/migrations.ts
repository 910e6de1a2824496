/** All migrations from an empty database to the current version, in order. Released migrations are never changed. */
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import * as operations from './migrations/0001-operations.ts'
import * as networks from './migrations/0002-networks.ts'
import * as access from './migrations/0010-access.ts'
import * as webhooks from './migrations/0011-webhooks.ts'
import * as publishedWeeks from './migrations/0012-published-weeks.ts'
import * as chores from './migrations/0013-chores.ts'
import * as records from './migrations/0014-records.ts'
import * as ownPeople from './migrations/0015-own-people.ts'
import * as calendars from './migrations/0016-calendars.ts'
import * as retention from './migrations/0017-retention.ts'
import * as swaps from './migrations/0018-swaps.ts'
import * as questions from './migrations/0019-questions.ts'

const STEPS: Readonly<Record<string, Migration>> = {
  '0001-operations': operations,
  '0002-networks': networks,
  '0010-access': access,
  '0011-webhooks': webhooks,
  '0012-published-weeks': publishedWeeks,
  '0013-chores': chores,
  '0014-records': records,
  '0015-own-people': ownPeople,
  '0016-calendars': calendars,
  '0017-retention': retention,
  '0018-swaps': swaps,
  '0019-questions': questions,
}

/** Names of all migrations, in order. */
export const STEP_NAMES: readonly string[] = Object.keys(STEPS)

/** Migrates a database; if several processes try at once, one does it. Rejects if a migration fails. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...STEPS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** Migrations applied to a database; null if it is not one of ours. */
export async function stepsOf<T>(db: Kysely<T>): Promise<readonly string[] | null> {
  const { rows: known } = await sql<{ is: boolean }>`select to_regclass('kysely_migration') is not null as is`.execute(
    db,
  )
  if (known[0]?.is !== true) return null
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Runs these migrations in the caller's transaction; the caller also records that they have run. */
export async function runSteps<T>(trx: Kysely<T>, names: readonly string[]): Promise<void> {
  for (const name of names) await STEPS[name]?.up(trx)
}
