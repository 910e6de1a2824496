/**
 * The published rota of each week of a network: a rota of several weeks may be replaced in one of them and stay in force in the
 * others.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('published_weeks')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('publication_id', 'bigint', (c) => c.notNull().references('publications.id'))
    // At most one rota of a week is published.
    .addPrimaryKeyConstraint('published_weeks_pkey', ['network', 'week'])
    .execute()
  await db.schema.createIndex('published_weeks_of').on('published_weeks').column('publication_id').execute()
  await db.schema.dropIndex('publications_one').execute()
  await takeOver(db)
}

/** If two publications overlap, the later one wins, as people followed that. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string; network: string; from: string; body: string }>`
    select publications.id, publications.network, publications.week_from as "from", documents.body
    from publications
    join rotas on rotas.network = publications.network and rotas.week_from = publications.week_from
      and rotas.version = publications.version
    join documents on documents.hash = rotas.document_hash
    where publications.withdrawn_at is null
    order by publications.published_at, publications.id`.execute(db)
  for (const { id, network, from, body } of rows)
    await sql`
      insert into published_weeks (network, week, publication_id)
      select ${network}, to_char(${from}::date + 7 * n, 'YYYY-MM-DD'), ${id}
      from generate_series(0, ${weeksIn(body) - 1}::int) n
      on conflict (network, week) do update set publication_id = excluded.publication_id`.execute(db)
  await sql`
    update publications set withdrawn_at = now()
    where withdrawn_at is null and id not in (select publication_id from published_weeks)`.execute(db)
}

/** In the document format when this migration was written. */
function weeksIn(body: string): number {
  const { week }: { week?: { weeks?: unknown } } = JSON.parse(body)
  return Number.isInteger(week?.weeks) ? Number(week?.weeks) : 1
}
