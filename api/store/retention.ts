/** Retention periods by kind of data, and the deletion of older data. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './db.ts'
import { deleteWeekIn, forgetAmong } from './deletion.ts'
import { lockNetwork } from './kept-documents.ts'
import { wantReclaim } from './reclaim.ts'
import type { Tenant } from './tenant.ts'
import { isUnpublished } from './unpublished.ts'

/** In days; null to store data until somebody deletes it. */
export interface Retention {
  /** From a week's last day: documents, rotas, publications and calendar entries. */
  readonly weeks: number | null
  /** Rotas never published, from the start of their week. */
  readonly drafts: number | null
  /** Versions of the record other than the latest. */
  readonly recordVersions: number | null
  /** Audit log entries. */
  readonly audit: number | null
}

export const FOR_EVER: Retention = { weeks: null, drafts: null, recordVersions: null, audit: null }

export async function findRetention(db: Db, network: string): Promise<Retention> {
  const row = await db
    .selectFrom('retention')
    .select(['weeks', 'drafts', 'record_versions as recordVersions', 'audit'])
    .where('network', '=', network)
    .executeTakeFirst()
  return row ?? FOR_EVER
}

export function setRetention(db: Db, { network, actor }: Tenant, retention: Retention): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const { weeks, drafts, recordVersions, audit } = retention
    const days = { weeks, drafts, record_versions: recordVersions, audit }
    await trx
      .insertInto('retention')
      .values({ network, ...days })
      .onConflict((conflict) => conflict.column('network').doUpdateSet(days))
      .execute()
    await record(trx, { actor, action: 'set-retention', subject: 'retention', network })
  })
}

/** Deletes expired data; returns the number of deleted items. */
export async function expireByRetention(db: Db): Promise<number> {
  const networks = await db
    .selectFrom('retention')
    .select(['network', 'weeks', 'drafts', 'record_versions as recordVersions', 'audit'])
    .execute()
  let gone = 0
  for (const { network, ...retention } of networks) gone += await expireOf(db, network, retention)
  return gone
}

function expireOf(db: Db, network: string, { weeks, drafts, recordVersions, audit }: Retention): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const gone = [
      weeks === null ? 0 : await expireWeeks(trx, network, weeks),
      drafts === null ? 0 : await expireDrafts(trx, network, drafts),
      recordVersions === null ? 0 : await expireRecords(trx, network, recordVersions),
      audit === null ? 0 : await expireAudit(trx, network, audit),
    ].reduce((sum, n) => sum + n, 0)
    if (gone > 0) await wantReclaim(trx, false)
    return gone
  })
}

const daysAgo = (days: number) => sql<Date>`now() - make_interval(days => ${days}::int)`

/** The earliest day kept with this retention in days. */
const firstKept = (days: number) =>
  sql<string>`to_char((now() at time zone 'Europe/London')::date - ${days}::int, 'YYYY-MM-DD')`

/** The last day of the week starting on this day. */
const lastDay = (monday: string) => sql<string>`to_char(${sql.ref(monday)}::date + 6, 'YYYY-MM-DD')`

async function expireWeeks(trx: Db, network: string, days: number): Promise<number> {
  const old = await trx
    .selectFrom('weeks')
    .select('week_from')
    .where('network', '=', network)
    .where(lastDay('week_from'), '<', firstKept(days))
    .where(({ or, exists, selectFrom }) =>
      or(
        (['rotas', 'kept_documents'] as const).map((table) =>
          exists(
            selectFrom(table)
              .select('version')
              .whereRef(`${table}.network`, '=', 'weeks.network')
              .whereRef(`${table}.week_from`, '=', 'weeks.week_from'),
          ),
        ),
      ),
    )
    // A rota of several weeks stays until its last published week has expired.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('published_weeks')
            .innerJoin('publications', 'publications.id', 'published_weeks.publication_id')
            .select('week')
            .whereRef('publications.network', '=', 'weeks.network')
            .whereRef('publications.week_from', '=', 'weeks.week_from')
            .where(lastDay('published_weeks.week'), '>=', firstKept(days)),
        ),
      ),
    )
    .execute()
  for (const { week_from: weekFrom } of old) {
    await deleteWeekIn(trx, { network, weekFrom })
    await record(trx, { actor: 'service', action: 'expire', subject: weekFrom, network })
  }
  await trx.deleteFrom('calendar_sessions').where('network', '=', network).where('date', '<', firstKept(days)).execute()
  await trx.deleteFrom('session_changes').where('network', '=', network).where('date', '<', firstKept(days)).execute()
  return old.length
}

async function expireDrafts(trx: Db, network: string, days: number): Promise<number> {
  const gone = await trx
    .deleteFrom('rotas')
    .where('network', '=', network)
    .where('week_from', '<', firstKept(days))
    .where(isUnpublished)
    .returning('document_hash')
    .execute()
  await forgetAmong(trx, gone)
  return gone.length
}

async function expireRecords(trx: Db, network: string, days: number): Promise<number> {
  const gone = await trx
    .deleteFrom('kept_records')
    .where('network', '=', network)
    .where('kept_at', '<', daysAgo(days))
    .where('version', '<', ({ selectFrom }) =>
      selectFrom('kept_records as newest')
        .where('newest.network', '=', network)
        .select(({ fn }) => fn.max('newest.version').as('version')),
    )
    .returning('document_hash')
    .execute()
  await forgetAmong(trx, gone)
  return gone.length
}

async function expireAudit(trx: Db, network: string, days: number): Promise<number> {
  const gone = await trx
    .deleteFrom('audit')
    .where('network', '=', network)
    .where('at', '<', daysAgo(days))
    .returning('id')
    .execute()
  return gone.length
}
