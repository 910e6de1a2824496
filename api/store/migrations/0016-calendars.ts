/**
 * Calendar feeds: their secret addresses, and each published session as shown in calendars, with its sequence number. Changes
 * after publication are counted by day, without names.
 */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendars')
    .addColumn('id', 'uuid', (c) => c.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('person', 'site')`))
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .execute()
  await db.schema.createIndex('calendars_by_network').on('calendars').column('network').execute()
  await db.schema
    .createTable('calendar_sessions')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    // Earlier sites of the session.
    .addColumn('left_sites', sql`text[]`, (c) => c.notNull().defaultTo(sql`'{}'::text[]`))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('is_cancelled', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('changed_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('calendar_sessions_pkey', ['network', 'person', 'date', 'part'])
    .execute()
  await db.schema
    .createIndex('calendar_sessions_by_date')
    .on('calendar_sessions')
    .columns(['network', 'date'])
    .execute()
  await db.schema
    .createTable('session_changes')
    .addColumn('id', 'bigint', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('added', 'integer', (c) => c.notNull())
    .addColumn('changed', 'integer', (c) => c.notNull())
    .addColumn('cancelled', 'integer', (c) => c.notNull())
    .addColumn('changed_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .execute()
  await db.schema.createIndex('session_changes_by_date').on('session_changes').columns(['network', 'date']).execute()
  await takeOver(db)
}

/** Adds existing publications, in the document and rota format when this migration was written. */
async function takeOver(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into calendar_sessions (network, person, date, part, site, body)
    select distinct on (held.network, row ->> 'person', row ->> 'date', row ->> 'part')
      held.network, row ->> 'person', row ->> 'date', row ->> 'part', row ->> 'site',
      json_build_object(
        'name', (select one ->> 'name' from json_array_elements(documents.body::json -> 'people') one where one ->> 'id' = row ->> 'person' limit 1),
        'siteName', (select one ->> 'name' from json_array_elements(documents.body::json -> 'sites') one where one ->> 'id' = row ->> 'site' limit 1),
        'work', row ->> 'work',
        'starts', (select one ->> 'starts' from json_array_elements(documents.body::json -> 'parts') one where one ->> 'id' = row ->> 'part' limit 1),
        'ends', (select one ->> 'ends' from json_array_elements(documents.body::json -> 'parts') one where one ->> 'id' = row ->> 'part' limit 1),
        'timezone', documents.body::json #>> '{network,timezone}',
        'remote', row -> 'remote'
      )::text
    from published_weeks held
    join publications on publications.id = held.publication_id
    join rotas on rotas.network = publications.network and rotas.week_from = publications.week_from
      and rotas.version = publications.version
    join documents on documents.hash = rotas.document_hash
    cross join lateral json_array_elements(rotas.body::json -> 'assignments') row
    where row ->> 'date' >= held.week and row ->> 'date' < to_char(held.week::date + 7, 'YYYY-MM-DD')`.execute(db)
}
