/** Signs webhook messages, following the Standard Webhooks convention. */
import { createHmac } from 'node:crypto'

export interface Message {
  readonly id: string
  /** Whole seconds since 1970. */
  readonly seconds: number
  readonly body: string
}

/** Headers that let receivers verify origin, integrity and time, and recognise repeated deliveries. */
export function signed({ id, seconds, body }: Message, secret: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}
