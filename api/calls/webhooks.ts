/** Webhooks: addresses notified of events in a network. */
import { BadInput } from '../../src/errors.ts'
import { EDIT, IN_PATH, LOOK } from '../access/permissions.ts'
import { deliveriesResponse, newWebhookResponse, webhookRequest, webhooksResponse } from '../contract/webhooks.ts'
import type { Kept } from '../kept.ts'
import { Refusal } from '../problems.ts'
import { NEWS } from '../store/news.ts'
import { call } from './call.ts'
import { givenId, notFound, ods } from './parameters.ts'
import { networkIn } from './week-of.ts'

const id = givenId('The webhook’s id.', noSuchWebhook)

export const addWebhook = call({
  method: 'post',
  path: '/v1/networks/{ods}/webhooks',
  name: 'addWebhook',
  tag: 'Webhooks',
  summary: 'Add a webhook',
  description:
    'Its address then receives events of this network, signed following Standard Webhooks. Only hosts allowed by the operator of this service.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods },
  body: {
    kind: 'small',
    schema: webhookRequest,
    example: { url: 'https://hooks.example.nhs.uk/rota', events: ['rota.published'] },
  },
  answers: { 201: { does: 'The webhook, with its secret.', schema: newWebhookResponse } },
  problems: ['too-many'],
  handle:
    ({ kept, webhookHosts }) =>
    async ({ params, body: { url, events = NEWS } }, response) => {
      const tenant = networkIn(params, response)
      const refusal = webhookHosts.refusal(url)
      if (refusal !== null)
        throw new BadInput([{ pointer: '/url', detail: `"url" ${refusal}`, seen: JSON.stringify(url.slice(0, 60)) }])
      const made = await kept.addWebhook({ ...tenant, url: new URL(url).href, events: [...new Set(events)] })
      if (made === null) throw tooMany()
      response.status(201).json({ ...made, madeAt: made.madeAt.toISOString() })
    },
})

function tooMany(): Refusal {
  const detail = 'This network has the maximum number of webhooks; remove one that is not needed.'
  return new Refusal('too-many', { complaints: [{ pointer: '', detail }] })
}

export const listWebhooks = call({
  method: 'get',
  path: '/v1/networks/{ods}/webhooks',
  name: 'listWebhooks',
  tag: 'Webhooks',
  summary: 'List a network’s webhooks',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods },
  answers: { 200: { does: 'The webhooks, without their secrets.', schema: webhooksResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      const rows = await kept.listWebhooks(network)
      response.json({ webhooks: rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() })) })
    },
})

export const removeWebhook = call({
  method: 'delete',
  path: '/v1/networks/{ods}/webhooks/{id}',
  name: 'removeWebhook',
  tag: 'Webhooks',
  summary: 'Remove a webhook',
  description: 'Its address receives nothing more; pending deliveries are dropped.',
  permission: { by: EDIT, of: IN_PATH },
  params: { ods, id },
  answers: { 204: { does: 'The webhook is removed.' } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      if (!(await kept.removeWebhook(networkIn(params, response), params.id))) throw noSuchWebhook(params.id)
      response.status(204).end()
    },
})

export const listDeliveries = call({
  method: 'get',
  path: '/v1/networks/{ods}/webhooks/{id}/deliveries',
  name: 'listDeliveries',
  tag: 'Webhooks',
  summary: 'List a webhook’s deliveries',
  description: 'With the number of attempts and the reason for each failure.',
  permission: { by: LOOK, of: IN_PATH },
  params: { ods, id },
  answers: { 200: { does: 'The last hundred, newest first.', schema: deliveriesResponse } },
  handle:
    ({ kept }) =>
    async ({ params }, response) => {
      const { network } = networkIn(params, response)
      const rows = await kept.listDeliveries(network, params.id)
      if (rows === null) throw noSuchWebhook(params.id)
      response.json({ deliveries: rows.map(deliveryOf) })
    },
})

type Row = NonNullable<Awaited<ReturnType<Kept['listDeliveries']>>>[number]

function deliveryOf({ state, status, reason, madeAt, endedAt, ...row }: Row) {
  return {
    ...row,
    // Deliveries not queued yet count as waiting too.
    state: state === 'new' ? 'waiting' : state,
    ...(status === null ? {} : { status }),
    ...(reason === null ? {} : { reason }),
    madeAt: madeAt.toISOString(),
    ...(endedAt === null ? {} : { endedAt: endedAt.toISOString() }),
  }
}

function noSuchWebhook(id: string): Refusal {
  return notFound('This network has no such webhook.', id)
}
