/** The audit log: who did what, when. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface AuditEntry {
  readonly actor: string
  readonly action: string
  /** An id or a code, never a name. */
  readonly subject: string
  /** Null if no network is concerned. */
  readonly network: string | null
}

export async function record(trx: Db, entry: AuditEntry): Promise<void> {
  await trx.insertInto('audit').values(entry).execute()
}

export interface AuditPage {
  /** Only entries before this one. */
  readonly before: string | null
  readonly limit: number
}

/** A network's entries, newest first. */
export function listAudit(db: Db, network: string, { before, limit }: AuditPage) {
  return db
    .selectFrom('audit')
    .select([sql<string>`id::text`.as('id'), 'at', 'actor', 'action', 'subject'])
    .where('network', '=', network)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
}
