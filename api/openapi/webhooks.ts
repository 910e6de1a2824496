/** Describes webhooks for OpenAPI 3.1. */
import { WEBHOOK_EVENTS } from '../contract/webhook-events.ts'
import type { ComponentBook, Json } from './component-book.ts'

const SIGNATURES: readonly Json[] = [
  {
    ...{ name: 'webhook-id', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
    description: 'The same for every attempt of one delivery.',
  },
  {
    ...{ name: 'webhook-timestamp', in: 'header', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
    description: 'Unix time in seconds at which this attempt was sent.',
  },
  {
    ...{ name: 'webhook-signature', in: 'header', required: true, schema: { type: 'string', pattern: '^v1,' } },
    description: '`v1,` and the HMAC-SHA256 of `id.timestamp.body` with the webhook’s secret, in Base64.',
  },
]

export function webhooksOf(book: ComponentBook): Json {
  return Object.fromEntries(
    Object.entries(WEBHOOK_EVENTS).map(([event, { does, schema, example }]) => [
      event,
      {
        post: {
          operationId: `on ${event}`.replaceAll(/[ .](\w)/g, (_, letter: string) => letter.toUpperCase()),
          tags: ['Webhooks'],
          summary: does,
          description:
            'Signed following Standard Webhooks. Retried with exponential backoff until the receiver responds with 2xx.',
          security: [],
          parameters: SIGNATURES,
          requestBody: { required: true, content: { 'application/json': { schema: book.schemaOf(schema), example } } },
          responses: {
            '2XX': { description: 'Delivered.' },
            410: { description: 'The receiver wants no more; the delivery is abandoned.' },
          },
        },
      },
    ]),
  )
}
