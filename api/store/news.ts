/** Events sent to webhooks. */
import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { OperationKind } from './tables.ts'

/** Event types. */
export const NEWS = [
  'solve.finished',
  'operation.finished',
  'rota.published',
  'rota.withdrawn',
  'swap.changed',
] as const
export type NewsKind = (typeof NEWS)[number]

export interface News {
  readonly network: string
  readonly event: NewsKind
  /** Ids, states and numbers; never names. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Creates the deliveries in the event's transaction; the sender polls for them. */
export async function announce(trx: Db, { network, event, data }: News): Promise<void> {
  const body = JSON.stringify({ network, ...data })
  await trx
    .insertInto('deliveries')
    .columns(['webhook_id', 'network', 'event', 'body'])
    .expression((eb) =>
      eb
        .selectFrom('webhooks')
        .select([
          'id as webhook_id',
          'network',
          sql<string>`${event}::text`.as('event'),
          // Payload as in Standard Webhooks: type, timestamp, data.
          sql<string>`json_build_object('type', ${event}::text, 'timestamp', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'data', ${body}::json)::text`.as(
            'body',
          ),
        ])
        .where('network', '=', network)
        .where(sql<boolean>`${event} = any(events)`),
    )
    .execute()
}

export interface EndedOperation {
  readonly id: string
  readonly kind: OperationKind
  readonly state: string
  readonly network: string
  readonly weekFrom: string
  /** Version of its rota; null if it produced none. */
  readonly version: number | null
}

export function announceEnd(trx: Db, { id, kind, state, network, weekFrom, version }: EndedOperation): Promise<void> {
  if (kind !== 'solve')
    return announce(trx, { network, event: 'operation.finished', data: { operation: id, kind, state, weekFrom } })
  const data = { solve: id, state, weekFrom, ...(version === null ? {} : { version }) }
  return announce(trx, { network, event: 'solve.finished', data })
}
