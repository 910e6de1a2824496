/** Compares a database with what was acknowledged to callers: nothing lost, nothing stuck, nothing done twice. */
import { sql } from 'kysely'
import { MOST_ATTEMPTS } from '../api/store/claims.ts'
import type { Db } from '../api/store/database.ts'
import type { Ledger } from './ledger.ts'

export interface Inspection {
  /** Number of operations in the database, by state. */
  readonly states: ReadonlyMap<string, number>
  /** Maximum number of attempts of any operation. */
  readonly mostAttempts: number
  /** Faults, in words. */
  readonly lost: readonly string[]
  readonly stuck: readonly string[]
  readonly twice: readonly string[]
}

interface OperationRow {
  readonly id: string
  readonly state: string
  readonly attempts: number
  readonly key: string | null
  readonly body: string | null
  readonly rotas: number
}

export async function inspect(db: Db, ledger: Ledger): Promise<Inspection> {
  const operations = await operationRows(db)
  const byId = new Map(operations.map((row) => [row.id, row]))
  const states = new Map<string, number>()
  for (const { state } of operations) states.set(state, (states.get(state) ?? 0) + 1)
  return {
    states,
    mostAttempts: Math.max(0, ...operations.map(({ attempts }) => attempts)),
    lost: [
      ...lostOperations(byId, ledger),
      ...(await lostDocuments(db, ledger)),
      ...(await lostRecords(db, ledger)),
      ...(await lostRotas(db, ledger)),
      ...ledger.broken,
    ],
    stuck: [
      ...operations.filter(({ state }) => !isOver(state)).map(({ id, state }) => `${id} is ${state}`),
      ...(await stuckJobs(db)),
    ],
    twice: [...doubleOperations(operations, ledger), ...(await doubleEndings(db)), ...(await doubleVersions(db))],
  }
}

const isOver = (state: string) => ['done', 'failed', 'stopped'].includes(state)

async function operationRows(db: Db): Promise<readonly OperationRow[]> {
  const { rows } = await sql<OperationRow>`
    select o.id::text as id, o.state, o.attempts, k.key, d.body,
      (select count(*)::int from rotas r where r.operation_id = o.id) as rotas
    from operations o left join idempotency_keys k on k.operation_id = o.id
      left join documents d on d.hash = o.document_hash`.execute(db)
  return rows
}

/** Acknowledged operations that are missing or differ from what was sent. */
function lostOperations(byId: ReadonlyMap<string, OperationRow>, ledger: Ledger): string[] {
  return [...ledger.operations.values()].flatMap(({ id, key, document }) => {
    const row = byId.get(id)
    if (row === undefined) return [`operation ${id} is gone`]
    const rota = row.state === 'done' && row.rotas !== 1 ? [`operation ${id} is done with ${row.rotas} rotas`] : []
    // An operation whose worker died three times is abandoned, and its caller informed; nothing else may fail here.
    const failed = row.state === 'failed' && row.attempts < MOST_ATTEMPTS ? [`operation ${id} failed early`] : []
    const body = row.body === document ? [] : [`the document of ${id} is not what was sent`]
    return [...(row.key === key ? [] : [`the key of ${id} is gone`]), ...body, ...rota, ...failed]
  })
}

async function lostDocuments(db: Db, ledger: Ledger): Promise<string[]> {
  const { rows } = await sql<{ place: string; body: string }>`
    select k.network || ' ' || k.week_from || ' ' || k.version as place, d.body
    from kept_documents k join documents d on d.hash = k.document_hash`.execute(db)
  const bodies = new Map(rows.map(({ place, body }) => [place, body]))
  return [...ledger.documents]
    .filter(([place, sent]) => bodies.get(place) !== sent)
    .map(([place]) => `document ${place} is ${bodies.has(place) ? 'another' : 'gone'}`)
}

async function lostRecords(db: Db, ledger: Ledger): Promise<string[]> {
  const { rows } = await sql<{ place: string; body: string }>`
    select k.network || ' ' || k.version as place, d.body
    from kept_records k join documents d on d.hash = k.document_hash`.execute(db)
  const bodies = new Map(rows.map(({ place, body }) => [place, body]))
  return [...ledger.records]
    .filter(([place, sent]) => bodies.get(place) !== sent)
    .map(([place]) => `record ${place} is ${bodies.has(place) ? 'another' : 'gone'}`)
}

async function lostRotas(db: Db, ledger: Ledger): Promise<string[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select operation_id::text as id, version from rotas where operation_id is not null`.execute(db)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  return [...ledger.rotas]
    .filter(([id, { version }]) => versions.get(id) !== version)
    .map(([id, { version }]) => `rota ${version} of ${id} was shown, and is ${versions.get(id) ?? 'gone'}`)
}

/** Each call must correspond to one operation, however often it was resent. */
function doubleOperations(operations: readonly OperationRow[], ledger: Ledger): string[] {
  const told = new Set([...ledger.operations.values()].map(({ id }) => id))
  return operations
    .filter(({ id }) => !told.has(id))
    .map(({ id }) => `operation ${id} was made beside its caller's own`)
}

/** Each operation must end once in its events, as the last one, without gaps; and once in the audit log. */
async function doubleEndings(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; endings: number; events: number; last: number; ended: number }>`
    select o.id::text as id,
      (select count(*)::int from events e where e.operation_id = o.id and e.kind = 'state'
        and e.body::json ->> 'state' in ('done', 'failed', 'stopped')) as endings,
      (select count(*)::int from events e where e.operation_id = o.id) as events,
      (select coalesce(max(e.seq), 0) from events e where e.operation_id = o.id) as last,
      (select count(*)::int from audit a where a.subject = o.id::text
        and a.action in ('done', 'failed', 'stopped')) as ended
    from operations o where o.state in ('done', 'failed', 'stopped')`.execute(db)
  return rows
    .filter(({ endings, events, last, ended }) => endings !== 1 || ended !== 1 || events !== last)
    .map((row) => `operation ${row.id} ended ${row.endings} times in ${row.events} events, ${row.ended} in the log`)
}

/** A week's rotas and documents, and a network's records, must be numbered from 1 without gaps or duplicates. */
async function doubleVersions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string; network: string; week: string; count: number; most: number }>`
    select 'rotas' as kind, network, week_from as week, count(*)::int as count, max(version) as most from rotas
    group by network, week_from having count(*) <> max(version) or min(version) <> 1
    union all
    select 'documents', network, week_from, count(*)::int, max(version) from kept_documents
    group by network, week_from having count(*) <> max(version) or min(version) <> 1
    union all
    select 'records', network, '', count(*)::int, max(version) from kept_records
    group by network having count(*) <> max(version) or min(version) <> 1`.execute(db)
  return rows.map(({ kind, network, week, count, most }) => `${network} ${week} has ${count} ${kind}, up to ${most}`)
}

/** Jobs that are still queued or marked as running. */
async function stuckJobs(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id::text as id, state::text as state from pgboss.job
    where name in ('solve', 'question') and state::text in ('created', 'retry', 'active')`.execute(db)
  return rows.map(({ id, state }) => `job ${id} is ${state}`)
}
