/** What has been kept for long enough is forgotten. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { FINISHED, record } from './operations.ts'

/** Forgets operations that were finished so many seconds ago, with their reports, events and keys, and documents of nobody. */
export function expire(db: Db, seconds: number): Promise<number> {
  const ago = sql<Date>`now() - make_interval(secs => ${seconds})`
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('operations')
      .where('state', 'in', FINISHED)
      .where('finished_at', '<', ago)
      .returning('id')
      .execute()
    for (const { id } of gone) await record(trx, { actor: 'service', action: 'expire', subject: id })
    await trx
      .deleteFrom('documents')
      .where('used_at', '<', ago)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('operations').select('id').whereRef('operations.document_hash', '=', 'documents.hash'))),
      )
      .execute()
    return gone.length
  })
}
