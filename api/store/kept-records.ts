/** A network's record, by version. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { type DocumentKept, type KeptDocument, type KeptVersion, lockNetwork, putDocument } from './kept-documents.ts'
import type { Tenant } from './tenant.ts'

export interface KeptRecord extends KeptDocument {
  /** Number of published weeks that fair shares look back over; null if the record doesn't say. */
  readonly historyWeeks: number | null
}

/** The latest version, or the one requested; null if there is none. */
export async function findRecord(db: Db, network: string, version: number | null): Promise<KeptRecord | null> {
  const row = await versionsOf(db, network)
    .innerJoin('documents', 'documents.hash', 'kept_records.document_hash')
    .select('documents.body')
    .select(sql<number | null>`(documents.body::json #>> '{history,weeks}')::int`.as('historyWeeks'))
    .$if(version !== null, (query) => query.where('version', '=', version ?? 0))
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Newest first. */
export function listRecords(db: Db, network: string): Promise<readonly KeptVersion[]> {
  return versionsOf(db, network).execute()
}

function versionsOf(db: Db, network: string) {
  return db
    .selectFrom('kept_records')
    .select(['version', 'document_hash as documentHash', 'kept_at as keptAt', 'actor as keptBy'])
    .where('network', '=', network)
    .orderBy('version', 'desc')
}

export interface RecordKeeping extends Tenant {
  readonly networkName: string
  /** JSON of the record. */
  readonly body: string
  readonly documentHash: string
  /** Action for the audit log. */
  readonly action: 'keep-record' | 'change-leave' | 'change-wishes'
  /** Whether the caller has seen the latest version, which is null if there is none. */
  readonly hasSeen: (newest: KeptVersion | null) => 'yes' | 'no' | 'unsaid'
}

/** Stores a new version; identical content is not stored twice, whatever the caller has seen. */
export function keepRecord(db: Db, keeping: RecordKeeping): Promise<DocumentKept> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, keeping.network)
    const newest = (await versionsOf(trx, keeping.network).limit(1).executeTakeFirst()) ?? null
    const { documentHash } = keeping
    if (newest?.documentHash === documentHash) return { kind: 'unchanged', version: newest.version, documentHash }
    const seen = keeping.hasSeen(newest)
    if (seen !== 'yes') return { kind: seen === 'no' ? 'changed-since' : 'say-which', newest }
    return { kind: 'kept', version: await insert(trx, keeping), documentHash }
  })
}

async function insert(trx: Db, keeping: RecordKeeping): Promise<number> {
  const { network, networkName, actor, documentHash, body, action } = keeping
  await putDocument(trx, documentHash, body)
  const { records: version } = await trx
    .updateTable('networks')
    .set({ name: networkName, records: sql<number>`records + 1` })
    .where('ods', '=', network)
    .returning('records')
    .executeTakeFirstOrThrow()
  await trx.insertInto('kept_records').values({ network, version, document_hash: documentHash, actor }).execute()
  await record(trx, { actor, action, subject: `record/${version}`, network })
  return version
}
