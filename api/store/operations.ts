/** Operations (long-running work) in the database. */
import { type Selectable, sql } from 'kysely'
import type { Db } from './database.ts'
import { passOn } from './event-news.ts'
import type { OperationKind, OperationState, Tables } from './tables.ts'
import { type Family, isAmong, isOf, type Networks } from './tenant.ts'

export const FINISHED = ['done', 'failed', 'stopped'] as const satisfies readonly OperationState[]

/** An operation; has `report` and `version` if there is a rota, otherwise the reason there is none. */
export interface Operation {
  readonly id: string
  readonly kind: OperationKind
  readonly state: OperationState
  readonly network: string
  readonly weekFrom: string
  readonly documentHash: string
  readonly submittedAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly stopRequested: boolean
  readonly attempts: number
  readonly progress: unknown
  readonly problem: unknown
  /** Parsed lazily, on access. */
  readonly report: unknown
  /** The same as JSON, for passing on. */
  readonly reportText: string | null
  readonly version: number | null
  /** JSON of the answer to a question, passed on without parsing. */
  readonly result: string | null
}

export function isFinished(state: OperationState): boolean {
  return FINISHED.some((finished) => finished === state)
}

/** The operation with its report or result, or null if none of these networks has this id. */
export async function findOperation(
  db: Db,
  id: string,
  networks: Networks,
  family: Family = 'solves',
): Promise<Operation | null> {
  const row = await db
    .selectFrom('operations')
    .leftJoin('rotas', 'rotas.operation_id', 'operations.id')
    .selectAll('operations')
    .select(['rotas.body as report', 'rotas.version as version'])
    .where('operations.id', '=', id)
    .where(isAmong('operations.network', networks))
    .where(isOf(family))
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    ...entryOf(row),
    problem: read(row.problem),
    // Lazy, since parsing many weeks would block other callers.
    get report() {
      return read(row.report)
    },
    reportText: row.report,
    result: row.result,
  }
}

/** An operation without its large fields. */
export type OperationEntry = Omit<Operation, 'report' | 'reportText' | 'problem' | 'result'>

/** Columns without the large ones. */
export const LIGHT = [
  'id',
  'kind',
  'state',
  'network',
  'week_from',
  'document_hash',
  'submitted_at',
  'started_at',
  'finished_at',
  'stop_requested',
  'attempts',
  'progress',
] as const satisfies readonly (keyof Tables['operations'])[]

type Row = Pick<Selectable<Tables['operations']>, (typeof LIGHT)[number]> & { readonly version: number | null }

export function entryOf(row: Row): OperationEntry {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    network: row.network,
    weekFrom: row.week_from,
    documentHash: row.document_hash,
    submittedAt: row.submitted_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    stopRequested: row.stop_requested,
    attempts: row.attempts,
    progress: read(row.progress),
    version: row.version,
  }
}

function read(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}

export interface OperationEvent {
  readonly seq: number
  readonly kind: Tables['events']['kind']
  /** Single-line JSON. */
  readonly body: string
}

/** Events after number `after`, oldest first, and whether the operation is finished. */
export async function eventsAfter(
  db: Db,
  { id, after, family = 'solves' }: { id: string; after: number; family?: Family },
  networks: Networks,
) {
  // Read the state first, so that all events before the end are included.
  const operation = await db
    .selectFrom('operations')
    .select('state')
    .where('id', '=', id)
    .where(isAmong('operations.network', networks))
    .where(isOf(family))
    .executeTakeFirst()
  if (operation === undefined) return null
  const events: OperationEvent[] = await db
    .selectFrom('events')
    .select(['seq', 'kind', 'body'])
    .where('operation_id', '=', id)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
  return { events, finished: isFinished(operation.state) }
}

/** Adds an event. The caller's transaction must have locked the operation's row, so that numbers are unique and gapless. */
export async function tell(trx: Db, id: string, kind: Tables['events']['kind'], body: unknown): Promise<void> {
  await trx
    .insertInto('events')
    .columns(['operation_id', 'seq', 'kind', 'body'])
    .expression((eb) =>
      eb
        .selectFrom('events')
        .where('operation_id', '=', id)
        .select([
          sql<string>`${id}::uuid`.as('operation_id'),
          sql<number>`coalesce(max(seq), 0) + 1`.as('seq'),
          sql<typeof kind>`${kind}::text`.as('kind'),
          sql<string>`${JSON.stringify(body)}::text`.as('body'),
        ]),
    )
    .execute()
  await passOn(trx, id)
}

/** Queue statistics. */
export interface QueueState {
  /** Number of operations by state. */
  readonly states: ReadonlyMap<OperationState, number>
  /** Age of the oldest waiting operation in seconds; 0 if none is waiting. */
  readonly oldestSeconds: number
}

export async function queueState(db: Db): Promise<QueueState> {
  const rows = await db
    .selectFrom('operations')
    .select(['state', sql<string>`count(*)`.as('count')])
    .select(sql<string>`extract(epoch from now() - min(submitted_at))`.as('oldest'))
    .groupBy('state')
    .execute()
  const oldest = rows.find(({ state }) => state === 'queued')?.oldest ?? 0
  return {
    states: new Map(rows.map(({ state, count }) => [state, Number(count)])),
    oldestSeconds: Math.max(0, Number(oldest)),
  }
}
