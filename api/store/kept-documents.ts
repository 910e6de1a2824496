/** A network's stored documents for its weeks, by version. */
import { type DeleteQueryBuilder, type DeleteResult, sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import type { Tables } from './tables.ts'
import type { Tenant, WeekOf } from './tenant.ts'
import { lockWeek, nextVersion } from './weeks.ts'

export interface KeptVersion {
  readonly version: number
  readonly documentHash: string
  readonly keptAt: Date
  readonly keptBy: string
}

export interface KeptDocument extends KeptVersion {
  /** JSON text as sent. */
  readonly body: string
}

/** The newest version, or the one requested. */
export async function findDocument(db: Db, week: WeekOf, version: number | null): Promise<KeptDocument | null> {
  const row = await keptOf(db, week)
    .innerJoin('documents', 'documents.hash', 'kept_documents.document_hash')
    .select('documents.body')
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return row ?? null
}

/** Newest first. */
function keptOf(db: Db, { network, weekFrom }: WeekOf) {
  return db
    .selectFrom('kept_documents')
    .select(['version', 'document_hash as documentHash', 'kept_at as keptAt', 'actor as keptBy'])
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .orderBy('version', 'desc')
    .limit(1)
}

export interface Keeping extends Tenant, WeekOf {
  readonly networkName: string
  readonly document: string
  readonly documentHash: string
  /** Whether the caller has seen the latest version, which is null if there is none. */
  readonly hasSeen: (newest: KeptVersion | null) => 'yes' | 'no' | 'unsaid'
}

export type DocumentKept =
  | { readonly kind: 'kept' | 'unchanged'; readonly version: number; readonly documentHash: string }
  | { readonly kind: 'changed-since' | 'say-which'; readonly newest: KeptVersion | null }

/**
 * Stores a new version. Idempotent: identical content isn't stored twice, whatever the caller has seen.
 */
export function keepDocument(db: Db, keeping: Keeping): Promise<DocumentKept> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, keeping.network)
    await lockWeek(trx, keeping)
    const newest = (await keptOf(trx, keeping).executeTakeFirst()) ?? null
    const { documentHash } = keeping
    if (newest?.documentHash === documentHash) return { kind: 'unchanged', version: newest.version, documentHash }
    const seen = keeping.hasSeen(newest)
    if (seen !== 'yes') return { kind: seen === 'no' ? 'changed-since' : 'say-which', newest }
    return { kind: 'kept', version: await insert(trx, keeping), documentHash }
  })
}

async function insert(trx: Db, keeping: Keeping): Promise<number> {
  const { network, weekFrom, actor, documentHash, networkName } = keeping
  await putDocument(trx, documentHash, keeping.document)
  const version = await nextVersion(trx, keeping, 'documents')
  await trx
    .insertInto('kept_documents')
    .values({ network, week_from: weekFrom, version, document_hash: documentHash, actor })
    .execute()
  await trx.updateTable('networks').set({ name: networkName }).where('ods', '=', network).execute()
  await record(trx, { actor, action: 'keep-document', subject: `${weekFrom}/document/${version}`, network })
  return version
}

/** Locks a network until the transaction ends. */
export async function lockNetwork(trx: Db, network: string): Promise<void> {
  await trx
    .insertInto('networks')
    .values({ ods: network, name: '' })
    .onConflict((conflict) => conflict.column('ods').doUpdateSet({ ods: network }))
    .execute()
}

/** Stores a body under its hash; an existing one is marked as used, so that the sweep doesn't delete it. */
export async function putDocument(trx: Db, hash: string, body: string): Promise<void> {
  await trx
    .insertInto('documents')
    .values({ hash, body })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ used_at: sql<Date>`now()` }))
    .execute()
}

type Deleting = DeleteQueryBuilder<Tables, 'documents', DeleteResult>

/** Deletes those of these documents that no operation, week, rota or record refers to. */
export async function forgetUnused(trx: Db, among: (query: Deleting) => Deleting): Promise<void> {
  const users = ['operations', 'kept_documents', 'kept_records', 'rotas'] as const
  await among(trx.deleteFrom('documents'))
    .where(({ and, not, exists, selectFrom }) =>
      and(
        users.map((user) =>
          not(exists(selectFrom(user).select('document_hash').whereRef('document_hash', '=', 'documents.hash'))),
        ),
      ),
    )
    .execute()
}
