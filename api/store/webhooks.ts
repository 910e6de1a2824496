/** Webhooks: addresses notified of a network's events. */
import { randomBytes, randomUUID } from 'node:crypto'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import type { NewsKind } from './news.ts'
import type { Tenant } from './tenant.ts'

/** Limit per network. */
const MOST = 10

export interface WebhookRequest extends Tenant {
  readonly url: string
  readonly events: readonly NewsKind[]
}

/** Null if the network has reached the limit. The secret is returned only this once. */
export function addWebhook(db: Db, { network, actor, url, events }: WebhookRequest) {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const { count } = await trx
      .selectFrom('webhooks')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('network', '=', network)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST) return null
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const made = await trx
      .insertInto('webhooks')
      .values({ id: randomUUID(), network, url, events: [...events], secret, actor })
      .returning(['id', 'url', 'events', 'actor as madeBy', 'created_at as madeAt', 'secret'])
      .executeTakeFirstOrThrow()
    await record(trx, { actor, action: 'make-webhook', subject: made.id, network })
    return made
  })
}

/** Without their secrets. */
export function listWebhooks(db: Db, network: string) {
  return db
    .selectFrom('webhooks')
    .select(['id', 'url', 'events', 'actor as madeBy', 'created_at as madeAt'])
    .where('network', '=', network)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** False if the network has no such webhook. Its pending deliveries are deleted too. */
export function removeWebhook(db: Db, { network, actor }: Tenant, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('webhooks')
      .where('network', '=', network)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) return false
    await record(trx, { actor, action: 'remove-webhook', subject: id, network })
    return true
  })
}

/** A webhook's recent deliveries, newest first; null if the network has no such webhook. */
export async function listDeliveries(db: Db, network: string, id: string) {
  const webhook = await db
    .selectFrom('webhooks')
    .select('id')
    .where('network', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  if (webhook === undefined) return null
  return db
    .selectFrom('deliveries')
    .select(['id', 'event', 'state', 'attempts', 'status', 'reason', 'created_at as madeAt', 'finished_at as endedAt'])
    .where('network', '=', network)
    .where('webhook_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}
