/** The calls for webhooks: addresses that are told what happens in a network. */
import { deliveriesResponse, newWebhookResponse, webhookRequest, webhooksResponse } from '../contract/webhooks.ts'
import { type Call, type Parameter, SENDING, UUID } from './call.ts'

const ods: Parameter = { name: 'ods', in: 'path', does: 'The network’s code.' }
const id: Parameter = { name: 'id', in: 'path', does: 'The webhook’s id.', pattern: UUID }

const WEBHOOKS = '/v1/networks/{ods}/webhooks'

export const WEBHOOK_CALLS: readonly Call[] = [
  {
    method: 'post',
    path: WEBHOOKS,
    name: 'addWebhook',
    does: 'Tells an address from now on what happens in a network, signed as Standard Webhooks has it. Only hosts that whoever runs this service has named.',
    parameters: [ods],
    body: webhookRequest,
    answers: { 201: { does: 'The webhook, with its secret.', schema: newWebhookResponse } },
    problems: [...SENDING, 'forbidden', 'not-found', 'too-many'],
  },
  {
    method: 'get',
    path: WEBHOOKS,
    name: 'listWebhooks',
    does: 'A network’s webhooks.',
    parameters: [ods],
    answers: { 200: { does: 'The webhooks, without their secrets.', schema: webhooksResponse } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'delete',
    path: `${WEBHOOKS}/{id}`,
    name: 'removeWebhook',
    does: 'Tells an address nothing more, not even what waits to be told.',
    parameters: [ods, id],
    answers: { 204: { does: 'It is gone.' } },
    problems: ['forbidden', 'not-found'],
  },
  {
    method: 'get',
    path: `${WEBHOOKS}/{id}/deliveries`,
    name: 'listDeliveries',
    does: 'What a webhook was told of late, how often that was tried, and why it failed.',
    parameters: [ods, id],
    answers: { 200: { does: 'The last hundred, newest first.', schema: deliveriesResponse } },
    problems: ['forbidden', 'not-found'],
  },
]
