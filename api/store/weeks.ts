/** The weeks of a network, and the numbers of what is kept for them. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { WeekOf } from './tenant.ts'

/** Holds a week until the transaction ends: its documents, rotas and publications change one at a time. */
export async function lockWeek(trx: Db, { network, weekFrom }: WeekOf): Promise<void> {
  await trx
    .insertInto('weeks')
    .values({ network, week_from: weekFrom })
    .onConflict((conflict) => conflict.columns(['network', 'week_from']).doUpdateSet({ network }))
    .execute()
}

/** The same for a week that is there already; false where it is not. */
export async function holdWeek(trx: Db, { network, weekFrom }: WeekOf): Promise<boolean> {
  const row = await trx
    .selectFrom('weeks')
    .select('week_from')
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The next number; the caller's transaction holds the week. */
export async function nextVersion(trx: Db, week: WeekOf, of: 'documents' | 'rotas'): Promise<number> {
  const row = await trx
    .updateTable('weeks')
    .set({ [of]: sql<number>`${sql.ref(of)} + 1` })
    .where('network', '=', week.network)
    .where('week_from', '=', week.weekFrom)
    .returning(of)
    .executeTakeFirstOrThrow()
  return row[of]
}

/** Weeks that have a document or a rota, newest first, each with the newest version of either and what is published. */
export async function listWeeks(db: Db, network: string) {
  const rows = await db
    .selectFrom('weeks')
    .leftJoin('kept_documents as document', (join) =>
      join
        .onRef('document.network', '=', 'weeks.network')
        .onRef('document.week_from', '=', 'weeks.week_from')
        .onRef('document.version', '=', 'weeks.documents'),
    )
    .leftJoin('publications as publication', (join) =>
      join
        .onRef('publication.network', '=', 'weeks.network')
        .onRef('publication.week_from', '=', 'weeks.week_from')
        .on('publication.withdrawn_at', 'is', null),
    )
    .select(({ selectFrom }) => [
      'weeks.week_from as weekFrom',
      'document.version as documentVersion',
      'document.document_hash as documentHash',
      'document.kept_at as keptAt',
      'document.actor as keptBy',
      selectFrom('rotas')
        .whereRef('rotas.network', '=', 'weeks.network')
        .whereRef('rotas.week_from', '=', 'weeks.week_from')
        .select((rota) => rota.fn.max('rotas.version').as('newest'))
        .as('rota'),
      'publication.version as published',
      'publication.published_at as publishedAt',
      'publication.published_by as publishedBy',
    ])
    .where('weeks.network', '=', network)
    .orderBy('weeks.week_from', 'desc')
    .execute()
  return rows.filter(({ documentVersion, rota }) => documentVersion !== null || rota !== null)
}
