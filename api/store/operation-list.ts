/** Operations in the order in which they were submitted, newest first, page by page. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { entryOf, LIGHT, type OperationEntry } from './operations.ts'
import type { OperationKind, OperationState } from './tables.ts'
import { type Family, isAmong, isOf, type Networks } from './tenant.ts'

export interface OperationPage {
  readonly networks: Networks
  readonly family?: Family
  /** Any where null. */
  readonly kind?: OperationKind | null
  /** Any where null. */
  readonly state: OperationState | null
  /** Those submitted before this place only. */
  readonly before: string | null
  readonly limit: number
}

/** With its place in the order. */
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

/** The database counts microseconds, a Date only milliseconds: several operations may fall into one. */
const PLACE = sql<string>`(extract(epoch from operations.submitted_at) * 1000000)::bigint || '-' || operations.id`

function isBefore(place: string) {
  const at = place.indexOf('-')
  const [micros, id] = [place.slice(0, at), place.slice(at + 1)]
  return sql<boolean>`(operations.submitted_at, operations.id) < (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`
}
