/** Deletes weeks, rotas and record versions on request. */
import { record } from './audit.ts'
import type { Db } from './db.ts'
import { forgetUnused, lockNetwork } from './kept-documents.ts'
import { FINISHED } from './operations.ts'
import { wantReclaim } from './reclaim.ts'
import { isOf, type Tenant, type WeekOf } from './tenant.ts'

/** `in-use`: currently published, or the latest version. */
export type Deleted = 'deleted' | 'nothing' | 'in-use'

/** Deletes everything stored for a week; its version numbers aren't reused. */
export function deleteWeek(db: Db, week: Tenant & WeekOf): Promise<Deleted> {
  return db.transaction().execute(async (trx) => {
    const { network, weekFrom, actor } = week
    await lockNetwork(trx, network)
    const held = await publishedOf(trx, week).where('withdrawn_at', 'is', null).executeTakeFirst()
    if (held !== undefined) return 'in-use'
    if (!(await deleteWeekIn(trx, week))) return 'nothing'
    await record(trx, { actor, action: 'delete-week', subject: weekFrom, network })
    await wantReclaim(trx, false)
    return 'deleted'
  })
}

function publishedOf(trx: Db, { network, weekFrom }: WeekOf) {
  return trx.selectFrom('publications').select('id').where('network', '=', network).where('week_from', '=', weekFrom)
}

/** The same in a transaction that has locked the network; also withdraws publications. False if there was nothing. */
export async function deleteWeekIn(trx: Db, week: WeekOf): Promise<boolean> {
  const { network, weekFrom } = week
  await trx.deleteFrom('published_weeks').where('publication_id', 'in', publishedOf(trx, week)).execute()
  await trx.deleteFrom('publications').where('network', '=', network).where('week_from', '=', weekFrom).execute()
  await trx.deleteFrom('swaps').where('network', '=', network).where('week_from', '=', weekFrom).execute()
  const questions = await trx
    .deleteFrom('operations')
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .where(isOf('questions'))
    .where('state', 'in', FINISHED)
    .returning('document_hash')
    .execute()
  const rotas = await trx
    .deleteFrom('rotas')
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .returning('document_hash')
    .execute()
  const documents = await trx
    .deleteFrom('kept_documents')
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .returning('document_hash')
    .execute()
  await forgetAmong(trx, [...rotas, ...documents, ...questions])
  return rotas.length + documents.length + questions.length > 0
}

/** Deletes one rota of a week. */
export function deleteRota(
  db: Db,
  { version, ...week }: Tenant & WeekOf & { readonly version: number },
): Promise<Deleted> {
  return db.transaction().execute(async (trx) => {
    const { network, weekFrom, actor } = week
    await lockNetwork(trx, network)
    const published = await publishedOf(trx, week)
      .where('version', '=', version)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (published !== undefined) return 'in-use'
    await trx
      .deleteFrom('publications')
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('version', '=', version)
      .execute()
    const gone = await trx
      .deleteFrom('rotas')
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('version', '=', version)
      .returning('document_hash')
      .execute()
    if (gone.length === 0) return 'nothing'
    await forgetAmong(trx, gone)
    await record(trx, { actor, action: 'delete-rota', subject: `${weekFrom}/rota/${version}`, network })
    await wantReclaim(trx, false)
    return 'deleted'
  })
}

/** Deletes an earlier version of the record. */
export function deleteRecordVersion(db: Db, { network, actor }: Tenant, version: number): Promise<Deleted> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const newest = await trx
      .selectFrom('kept_records')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('network', '=', network)
      .executeTakeFirst()
    if (newest?.version === version) return 'in-use'
    const gone = await trx
      .deleteFrom('kept_records')
      .where('network', '=', network)
      .where('version', '=', version)
      .returning('document_hash')
      .execute()
    if (gone.length === 0) return 'nothing'
    await forgetAmong(trx, gone)
    await record(trx, { actor, action: 'delete-record-version', subject: `record/${version}`, network })
    await wantReclaim(trx, false)
    return 'deleted'
  })
}

/** Deletes those of these bodies that nothing refers to any more. */
export async function forgetAmong(trx: Db, rows: readonly { readonly document_hash: string }[]): Promise<void> {
  const hashes = [...new Set(rows.map(({ document_hash }) => document_hash))]
  if (hashes.length > 0) await forgetUnused(trx, (query) => query.where('hash', 'in', hashes))
}
