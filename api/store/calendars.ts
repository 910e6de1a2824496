/** Secret addresses of calendar feeds. An address alone grants access, so only its hash is stored. */
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import type { Tenant } from './tenant.ts'

/** Limit per network: several for each person and site of a large one. */
const MOST = 5000

export interface CalendarOf {
  readonly kind: 'person' | 'site'
  readonly subject: string
}

/** Null if the network has reached the limit. */
export function addCalendar(
  db: Db,
  { network, actor }: Tenant,
  { kind, subject, hash }: CalendarOf & { readonly hash: string },
) {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const { count } = await trx
      .selectFrom('calendars')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('network', '=', network)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST) return null
    const made = await trx
      .insertInto('calendars')
      .values({ network, kind, subject, hash, actor })
      .returning(['id', 'kind', 'subject', 'actor as madeBy', 'made_at as madeAt'])
      .executeTakeFirstOrThrow()
    await record(trx, { actor, action: 'make-calendar', subject: made.id, network })
    return made
  })
}

/** Without their addresses; one person's own, or all. */
export function listCalendars(db: Db, network: string, person: string | null = null) {
  return db
    .selectFrom('calendars')
    .select(['id', 'kind', 'subject', 'actor as madeBy', 'made_at as madeAt'])
    .where('network', '=', network)
    .$if(person !== null, (query) => query.where('kind', '=', 'person').where('subject', '=', person ?? ''))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
}

/** False if the network has no such calendar, or it isn't this person's. */
export function removeCalendar(
  db: Db,
  { network, actor }: Tenant,
  { id, person = null }: { readonly id: string; readonly person?: string | null },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('calendars')
      .where('network', '=', network)
      .where('id', '=', id)
      .$if(person !== null, (query) => query.where('kind', '=', 'person').where('subject', '=', person ?? ''))
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) return false
    await record(trx, { actor, action: 'remove-calendar', subject: id, network })
    return true
  })
}

/** The calendar at this address; null if it was revoked or never existed. */
export async function findCalendar(db: Db, hash: string) {
  const row = await db
    .selectFrom('calendars')
    .innerJoin('networks', 'networks.ods', 'calendars.network')
    .select(['calendars.network', 'networks.name as networkName', 'calendars.kind', 'calendars.subject'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}
