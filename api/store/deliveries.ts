/** The life of a webhook delivery, from being recorded to its end. */
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Attempts before a delivery is abandoned. */
export const MOST_TRIES = 8

/** Queues new deliveries in one transaction, so that none is queued twice or lost. */
export function queueNew(db: Db, add: (trx: Db, id: string) => Promise<void>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', 'new')
      .orderBy('created_at')
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const { id } of rows) {
      await trx.updateTable('deliveries').set({ state: 'waiting' }).where('id', '=', id).execute()
      await add(trx, id)
    }
    return rows.length
  })
}

export interface Delivery {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly body: string
  /** The number of this attempt. */
  readonly attempts: number
  /** Database time in whole seconds since 1970. */
  readonly seconds: number
}

/** Takes a waiting delivery; null if it is no longer waiting, for example because its webhook was removed. */
export async function takeDelivery(trx: Db, id: string): Promise<Delivery | null> {
  const row = await trx
    .updateTable('deliveries')
    .from('webhooks')
    .set({ attempts: sql<number>`attempts + 1` })
    .whereRef('webhooks.id', '=', 'deliveries.webhook_id')
    .where('deliveries.id', '=', id)
    .where('deliveries.state', '=', 'waiting')
    .returning(['deliveries.id', 'webhooks.url', 'webhooks.secret', 'deliveries.body', 'deliveries.attempts'])
    .returning(sql<number>`extract(epoch from now())::int`.as('seconds'))
    .executeTakeFirst()
  return row ?? null
}

export interface Try {
  readonly kind: 'delivered' | 'failed'
  /** The receiver's response, if any. */
  readonly status: number | null
  /** In words; null if it was delivered. */
  readonly reason: string | null
  /** Whether retrying is pointless. */
  readonly isFinal: boolean
}

/** Records an attempt's outcome: 'again' if there will be another. */
export async function endTry(trx: Db, { id, attempts }: Delivery, ended: Try): Promise<'over' | 'again'> {
  const state =
    ended.kind === 'delivered' ? 'delivered' : ended.isFinal || attempts >= MOST_TRIES ? 'given-up' : 'waiting'
  await trx
    .updateTable('deliveries')
    .set({
      state,
      status: ended.status,
      reason: ended.reason,
      finished_at: state === 'waiting' ? null : sql<Date>`now()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  return state === 'waiting' ? 'again' : 'over'
}
