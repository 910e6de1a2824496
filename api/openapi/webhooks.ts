/** What webhooks are sent, as OpenAPI 3.1 writes it. */
import { WEBHOOK_EVENTS } from '../contract/webhook-events.ts'
import type { ComponentBook, Json } from './component-book.ts'

const SIGNATURES: readonly Json[] = [
  {
    ...{ name: 'webhook-id', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
    description: 'The same at every try of one delivery.',
  },
  {
    ...{ name: 'webhook-timestamp', in: 'header', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
    description: 'Seconds since 1970 at which this try was sent.',
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
            'Signed as Standard Webhooks has it. Tried again, with growing pauses, until the receiver answers 2xx.',
          security: [],
          parameters: SIGNATURES,
          requestBody: { required: true, content: { 'application/json': { schema: book.schemaOf(schema), example } } },
          responses: {
            '2XX': { description: 'Delivered.' },
            410: { description: 'No more of these; the delivery is given up.' },
          },
        },
      },
    ]),
  )
}
