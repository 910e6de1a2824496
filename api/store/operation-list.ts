/** Paginated list of operations, most recently submitted first. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { entryOf, LIGHT, type OperationEntry } from './operations.ts'
import type { OperationKind, OperationState } from './tables.ts'
import { type Family, isAmong, isOf, type Networks } from './tenant.ts'

export interface OperationPage {
  readonly networks: Networks
  readonly family?: Family
  /** Null for any. */
  readonly kind?: OperationKind | null
  /** Null for any. */
  readonly state: OperationState | null
  /** Only operations submitted before this cursor. */
  readonly before: string | null
  readonly limit: number
}

/** With its cursor. */
export type ListedOperation = OperationEntry & { readonly place: string }

export async function listOperations(db: Db, page: OperationPage): Promise<readonly ListedOperation[]> {
  const { networks, family = 'solves', kind = null, state, before, limit } = page
  const rows = await db
    .selectFrom('operations')
    .leftJoin('rotas', 'rotas.operation_id', 'operations.id')
    .select(LIGHT.map((column) => `operations.${column}` as const))
    .select(['rotas.version as version', PLACE.as('place')])
    .where(isAmong('operations.network', networks))
    .where(isOf(family))
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'solve'))
    .$if(state !== null, (query) => query.where('state', '=', state ?? 'queued'))
    .$if(before !== null, (query) => query.where(isBefore(before ?? '')))
    .orderBy('operations.submitted_at', 'desc')
    .orderBy('operations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...entryOf(row), place: row.place }))
}

/** In microseconds like the database: a Date has only milliseconds, which several operations may share. */
const PLACE = sql<string>`(extract(epoch from operations.submitted_at) * 1000000)::bigint || '-' || operations.id`

function isBefore(place: string) {
  const at = place.indexOf('-')
  const [micros, id] = [place.slice(0, at), place.slice(at + 1)]
  return sql<boolean>`(operations.submitted_at, operations.id) < (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`
}
