/** API keys of other systems. Only hashes are stored: a key is shown once, and can't be recovered from this table. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import type { Grant } from './grants.ts'
import { NOTE_EVERY } from './sessions.ts'

export interface ApiKey {
  readonly id: string
  readonly name: string
  /** Its first characters. */
  readonly starts: string
  readonly grants: readonly Grant[]
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  /** To the minute. */
  readonly usedAt: Date | null
}

export interface NewKey {
  readonly name: string
  readonly hash: string
  readonly starts: string
  readonly grants: readonly Grant[]
  readonly days: number
}

export function makeKey(db: Db, actor: string, { grants, days, ...key }: NewKey): Promise<ApiKey> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('api_keys')
      .values({
        ...key,
        grants: JSON.stringify(grants),
        made_by: actor,
        expires_at: sql<Date>`now() + make_interval(days => ${days})`,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await record(trx, { actor, action: 'make-key', subject: row.id, network: null })
    return keyOf(row)
  })
}

/** All keys ever created, newest first, including revoked and expired ones. */
export async function listKeys(db: Db): Promise<readonly ApiKey[]> {
  return (await db.selectFrom('api_keys').selectAll().orderBy('made_at', 'desc').orderBy('id').execute()).map(keyOf)
}

/** Revokes it. False if there is no such key. */
export function revokeKey(db: Db, actor: string, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('api_keys')
      .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) return false
    await record(trx, { actor, action: 'revoke-key', subject: id, network: null })
    return true
  })
}

/** The valid key with this hash; null if there is none. */
export async function findKey(db: Db, hash: string): Promise<Pick<ApiKey, 'id' | 'name' | 'grants'> | null> {
  const row = await db
    .selectFrom('api_keys')
    .select(['id', 'name', 'grants'])
    .select(
      sql<boolean>`used_at is null or used_at < now() - make_interval(secs => ${sql.lit(NOTE_EVERY)})`.as('stale'),
    )
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.stale) await db.updateTable('api_keys').set({ used_at: sql<Date>`now()` }).where('id', '=', row.id).execute()
  return { id: row.id, name: row.name, grants: JSON.parse(row.grants) }
}

interface Row {
  readonly id: string
  readonly name: string
  readonly starts: string
  readonly grants: string
  readonly made_at: Date
  readonly expires_at: Date
  readonly revoked_at: Date | null
  readonly used_at: Date | null
}

function keyOf(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    starts: row.starts,
    grants: JSON.parse(row.grants),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  }
}
