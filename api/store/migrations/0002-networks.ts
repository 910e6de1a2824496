/** Networks with their weeks: stored documents, rotas, publications; reports become rotas, and the audit log records networks. */
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createNetworks(db)
  await createRotas(db)
  await createPublications(db)
  await takeOverReports(db)
  await db.schema.alterTable('audit').addColumn('network', 'text').execute()
  await sql`update audit set network = operations.network from operations where operations.id::text = audit.subject`.execute(
    db,
  )
  await db.schema.createIndex('audit_by_network').on('audit').columns(['network', 'id']).execute()
  await db.schema.createIndex('operations_by_network').on('operations').columns(['network', 'state']).execute()
}

async function createNetworks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('networks')
    .addColumn('ods', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    // Number of people erased, used to number them.
    .addColumn('erased', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('weeks')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week_from', 'text', (c) => c.notNull())
    // The last version number issued: numbers are never reused, even after deletions.
    .addColumn('documents', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('rotas', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('weeks_pkey', ['network', 'week_from'])
    .execute()
  await db.schema
    .createTable('kept_documents')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week_from', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('document_hash', 'text', (c) => c.notNull().references('documents.hash'))
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kept_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('kept_documents_pkey', ['network', 'week_from', 'version'])
    .addForeignKeyConstraint('kept_documents_week', ['network', 'week_from'], 'weeks', ['network', 'week_from'])
    .execute()
  await db.schema.createIndex('kept_documents_by_document').on('kept_documents').column('document_hash').execute()
}

async function createRotas(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rotas')
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week_from', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull().check(sql`source in ('solve', 'hand')`))
    .addColumn('operation_id', 'uuid', (c) => c.unique().references('operations.id').onDelete('set null'))
    .addColumn('document_hash', 'text', (c) => c.notNull().references('documents.hash'))
    .addColumn('status', 'text')
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('judgement', 'text')
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('rotas_pkey', ['network', 'week_from', 'version'])
    .addForeignKeyConstraint('rotas_week', ['network', 'week_from'], 'weeks', ['network', 'week_from'])
    .execute()
  await db.schema.createIndex('rotas_by_document').on('rotas').column('document_hash').execute()
}

async function createPublications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publications')
    .addColumn('id', 'bigint', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('week_from', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('published_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('published_by', 'text', (c) => c.notNull())
    .addColumn('withdrawn_at', 'timestamptz')
    .addForeignKeyConstraint('publications_rota', ['network', 'week_from', 'version'], 'rotas', [
      'network',
      'week_from',
      'version',
    ])
    .execute()
  // At most one rota of a week is published.
  await sql`create unique index publications_one on publications (network, week_from) where withdrawn_at is null`.execute(
    db,
  )
  await db.schema
    .createIndex('publications_by_rota')
    .on('publications')
    .columns(['network', 'week_from', 'version'])
    .execute()
}

/** Moves reports to rotas, keeping their numbers. */
async function takeOverReports(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into weeks (network, week_from, rotas)
    select network, week_from, max(version) from reports group by network, week_from`.execute(db)
  await sql`
    insert into rotas (network, week_from, version, source, operation_id, document_hash, status, body, actor, made_at)
    select reports.network, reports.week_from, reports.version, 'solve', operations.id, operations.document_hash,
      reports.body::json ->> 'status', reports.body, operations.actor, reports.created_at
    from reports join operations on operations.id = reports.operation_id`.execute(db)
  await db.schema.dropTable('reports').execute()
}
