/** Schemas of webhooks. */
import { z } from 'zod'
import { NEWS } from '../store/news.ts'
import { named } from './named.ts'

const news = named('NewsKind', z.enum(NEWS))

export const webhookRequest = z.strictObject({
  url: z
    .string()
    .max(2000, 'must not be longer than 2,000 characters.')
    .meta({ format: 'uri', description: 'Must be at a host allowed by the operator of this service.' }),
  events: z.array(news).min(1, 'must name at least one event.').max(NEWS.length).exactOptional(),
})

const moment = z.iso.datetime()

const webhook = {
  id: z.uuid(),
  url: z.string(),
  events: z.array(news),
  madeBy: z.string(),
  madeAt: moment,
}

export const newWebhookResponse = z.strictObject({
  ...webhook,
  secret: z.string().describe('Signs the messages. Shown only once.'),
})

export const webhooksResponse = z.strictObject({ webhooks: z.array(named('Webhook', z.strictObject(webhook))) })

export const deliveriesResponse = z.strictObject({
  deliveries: z.array(
    z.strictObject({
      id: z.uuid().describe('Sent to the receiver as `webhook-id`.'),
      event: news,
      state: z.enum(['waiting', 'delivered', 'given-up']),
      attempts: z.int(),
      status: z.int().exactOptional().describe('The receiver’s last response status.'),
      reason: z.string().exactOptional().describe('Why the last attempt failed.'),
      madeAt: moment,
      endedAt: moment.exactOptional(),
    }),
  ),
})
