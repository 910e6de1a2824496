/** A network's weeks, and the numbering of what is stored for them. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { Networks, WeekOf } from './tenant.ts'

/**
 * Locks a week until the transaction ends, creating it if necessary; serialises changes to its documents, rotas and publications.
 */
export async function lockWeek(trx: Db, { network, weekFrom }: WeekOf): Promise<void> {
  await trx
    .insertInto('weeks')
    .values({ network, week_from: weekFrom })
    .onConflict((conflict) => conflict.columns(['network', 'week_from']).doUpdateSet({ network }))
    .execute()
}

/** The same for an existing week; false if there is none. */
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

/** The next version number; the caller's transaction must have locked the week. */
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

/**
 * Weeks with a document, a rota or a publication, newest first, each with the newest version of both and its publication, which
 * may be a rota that starts in an earlier week.
 */
export async function listWeeks(db: Db, network: string) {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('weeks')
        .select(['network', 'week_from'])
        .union(eb.selectFrom('published_weeks').select(['network', 'week as week_from']))
        .as('week'),
    )
    .leftJoin('weeks as numbers', (join) =>
      join.onRef('numbers.network', '=', 'week.network').onRef('numbers.week_from', '=', 'week.week_from'),
    )
    .leftJoin('kept_documents as document', (join) =>
      join
        .onRef('document.network', '=', 'week.network')
        .onRef('document.week_from', '=', 'week.week_from')
        .onRef('document.version', '=', 'numbers.documents'),
    )
    .leftJoin('published_weeks as held', (join) =>
      join.onRef('held.network', '=', 'week.network').onRef('held.week', '=', 'week.week_from'),
    )
    .leftJoin('publications as publication', 'publication.id', 'held.publication_id')
    .select(({ selectFrom }) => [
      'week.week_from as weekFrom',
      'document.version as documentVersion',
      'document.document_hash as documentHash',
      'document.kept_at as keptAt',
      'document.actor as keptBy',
      selectFrom('rotas')
        .whereRef('rotas.network', '=', 'week.network')
        .whereRef('rotas.week_from', '=', 'week.week_from')
        .select((rota) => rota.fn.max('rotas.version').as('newest'))
        .as('rota'),
      selectFrom('rotas')
        .whereRef('rotas.network', '=', 'week.network')
        .whereRef('rotas.week_from', '=', 'week.week_from')
        .whereRef('rotas.made_at', '>', 'publication.published_at')
        .select(sql<boolean>`count(*) > 0`.as('any'))
        .as('plannedSince'),
      'publication.version as published',
      'publication.week_from as publishedFrom',
      'publication.published_at as publishedAt',
      'publication.published_by as publishedBy',
    ])
    .where('week.network', '=', network)
    .orderBy('week.week_from', 'desc')
    .execute()
  return rows.filter(({ documentVersion, rota, published }) => (documentVersion ?? rota ?? published) !== null)
}

/** For `all`, the networks with stored data; otherwise each of the given networks, with data or not. */
export async function listNetworks(db: Db, networks: Networks): Promise<readonly { ods: string; name: string }[]> {
  const stored = await db
    .selectFrom('networks')
    .select(['ods', 'name'])
    // Networks without stored data have no name.
    .$if(networks === 'all', (query) => query.where('name', '<>', ''))
    .$if(networks !== 'all', (query) => query.where('ods', 'in', networks === 'all' ? [] : ['', ...networks]))
    .orderBy('ods')
    .execute()
  if (networks === 'all') return stored
  const names = new Map(stored.map(({ ods, name }) => [ods, name]))
  return [...networks].sort().map((ods) => ({ ods, name: names.get(ods) ?? '' }))
}
