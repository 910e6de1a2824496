/** Deletes data after its retention time. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { forgetUnused } from './kept-documents.ts'
import { FINISHED } from './operations.ts'
import { wantReclaim } from './reclaim.ts'
import { isUnpublished } from './unpublished.ts'

/**
 * Deletes operations that finished at least this many seconds ago, with their reports, events and keys, and unreferenced
 * documents. Published rotas stay, with their documents. Webhook deliveries are deleted after the same time.
 */
export function expire(db: Db, seconds: number): Promise<number> {
  const ago = sql<Date>`now() - make_interval(secs => ${seconds})`
  return db.transaction().execute(async (trx) => {
    const old = trx.selectFrom('operations').select('id').where('state', 'in', FINISHED).where('finished_at', '<', ago)
    await trx.deleteFrom('rotas').where('operation_id', 'in', old).where(isUnpublished).execute()
    const gone = await trx.deleteFrom('operations').where('id', 'in', old).returning(['id', 'network']).execute()
    for (const { id, network } of gone) await record(trx, { actor: 'service', action: 'expire', subject: id, network })
    await trx.deleteFrom('deliveries').where('created_at', '<', ago).execute()
    await forgetUnused(trx, (query) => query.where('used_at', '<', ago))
    if (gone.length > 0) await wantReclaim(trx, false)
    return gone.length
  })
}
