/** Published rotas for a range of a network's weeks, from which later weeks are generated. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Range of Mondays, inclusive. */
export interface WeekRange {
  readonly first: string
  readonly last: string
}

export interface PublishedRotaRow {
  readonly weekFrom: string
  readonly version: number
  /** Number of weeks. */
  readonly weeks: number
  readonly body: string
  readonly judgement: string | null
  /** Weeks in the range it is published for, in order. */
  readonly held: readonly string[]
}

/** Each rota once, in order of its first week. */
export async function publishedRotas(db: Db, network: string, { first, last }: WeekRange): Promise<PublishedRotaRow[]> {
  const rows = await publishedIn(db, network, { first, last }).select(['rotas.body', 'rotas.judgement']).execute()
  return rows.map(({ weeks, ...row }) => ({ ...row, weeks: weeks ?? 1 }))
}

/** The same with each rota's document as JSON. */
export async function publishedWithDocuments(db: Db, network: string, { first, last }: WeekRange) {
  const rows = await publishedIn(db, network, { first, last })
    .select(['rotas.body', 'rotas.judgement', 'documents.body as document'])
    .execute()
  return rows.map(({ weeks, ...row }) => ({ ...row, weeks: weeks ?? 1 }))
}

function publishedIn(db: Db, network: string, { first, last }: WeekRange) {
  return db
    .selectFrom((eb) =>
      eb
        .selectFrom('published_weeks')
        .select(['publication_id', sql<string[]>`array_agg(week order by week)`.as('held')])
        .where('network', '=', network)
        .where('week', '>=', first)
        .where('week', '<=', last)
        .groupBy('publication_id')
        .as('range'),
    )
    .innerJoin('publications', 'publications.id', 'range.publication_id')
    .innerJoin('rotas', (join) =>
      join
        .onRef('rotas.network', '=', 'publications.network')
        .onRef('rotas.week_from', '=', 'publications.week_from')
        .onRef('rotas.version', '=', 'publications.version'),
    )
    .innerJoin('documents', 'documents.hash', 'rotas.document_hash')
    .select([
      'rotas.week_from as weekFrom',
      'rotas.version',
      'range.held',
      sql<number | null>`(documents.body::json #>> '{week,weeks}')::int`.as('weeks'),
    ])
    .orderBy('rotas.week_from')
    .orderBy('rotas.version')
}

/** The Monday of the latest published week; null if there is none. */
export async function lastPublished(db: Db, network: string): Promise<string | null> {
  const row = await db
    .selectFrom('published_weeks')
    .select((eb) => eb.fn.max('week').as('last'))
    .where('network', '=', network)
    .executeTakeFirst()
  return row?.last ?? null
}

/** For each week in the range, the findings in its first stored rota: a report or judgement, as JSON. */
export function firstDrafts(db: Db, network: string, { first, last }: WeekRange) {
  return db
    .selectFrom('rotas')
    .distinctOn('week_from')
    .select(['week_from as from', sql<string>`coalesce(judgement, body)`.as('judged')])
    .where('network', '=', network)
    .where('week_from', '>=', first)
    .where('week_from', '<=', last)
    .orderBy('week_from')
    .orderBy('version')
    .execute()
}
