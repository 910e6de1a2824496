import type { Request, Response } from 'express'
import { BadInput } from '../../src/errors.ts'
import { readBody } from '../body.ts'
import { webhookRequest } from '../contract/webhooks.ts'
import { readAs } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { NEWS } from '../store/news.ts'
import { type NetworkParams, networkIn, notFound } from './week-of.ts'

export interface WebhookParams extends NetworkParams {
  readonly id: string
}

/** POST /v1/networks/{ods}/webhooks: from now on this address hears of the network's things. */
export function postWebhook({ kept, webhookHosts }: Deps) {
  return async (request: Request<NetworkParams>, response: Response): Promise<void> => {
    const tenant = networkIn(request.params, response)
    const { url, events = NEWS } = readAs(webhookRequest, readBody(request))
    const refusal = webhookHosts.refusal(url)
    if (refusal !== null)
      throw new BadInput([{ pointer: '/url', detail: `"url" ${refusal}`, seen: JSON.stringify(url.slice(0, 60)) }])
    const made = await kept.addWebhook({ ...tenant, url: new URL(url).href, events: [...new Set(events)] })
    if (made === null) throw tooMany()
    response.status(201).json({ ...made, madeAt: made.madeAt.toISOString() })
  }
}

function tooMany(): Refusal {
  const detail = 'This network has as many webhooks as it may; remove one that nobody needs.'
  return new Refusal('too-many', { complaints: [{ pointer: '', detail }] })
}

/** GET /v1/networks/{ods}/webhooks: without their secrets. */
export function getWebhooks({ kept }: Deps) {
  return async (request: Request<NetworkParams>, response: Response): Promise<void> => {
    const { network } = networkIn(request.params, response)
    const rows = await kept.listWebhooks(network)
    response.json({ webhooks: rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() })) })
  }
}

/** DELETE /v1/networks/{ods}/webhooks/{id}. */
export function deleteWebhook({ kept }: Deps) {
  return async (request: Request<WebhookParams>, response: Response): Promise<void> => {
    const tenant = networkIn(request.params, response)
    const id = webhookIn(request.params)
    if (!(await kept.removeWebhook(tenant, id))) throw noSuchWebhook(id)
    response.status(204).end()
  }
}

/** GET /v1/networks/{ods}/webhooks/{id}/deliveries: what it was told of late, and why it was not. */
export function getDeliveries({ kept }: Deps) {
  return async (request: Request<WebhookParams>, response: Response): Promise<void> => {
    const { network } = networkIn(request.params, response)
    const id = webhookIn(request.params)
    const rows = await kept.listDeliveries(network, id)
    if (rows === null) throw noSuchWebhook(id)
    const deliveries = rows.map(({ state, status, reason, madeAt, endedAt, ...row }) => ({
      ...row,
      // What is not in the queue yet waits all the same.
      state: state === 'new' ? 'waiting' : state,
      ...(status === null ? {} : { status }),
      ...(reason === null ? {} : { reason }),
      madeAt: madeAt.toISOString(),
      ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
    }))
    response.json({ deliveries })
  }
}

function webhookIn({ id }: WebhookParams): string {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw noSuchWebhook(id)
  return id.toLowerCase()
}

function noSuchWebhook(id: string): Refusal {
  return notFound('This network has no such webhook.', id)
}
