/** Webhook payloads by event type: ids, states and numbers, never names. */
import { z } from 'zod'
import type { NewsKind } from '../store/news.ts'
import { SWAP_STATES } from '../store/swaps.ts'
import { named } from './named.ts'
import { QUESTION_KINDS } from './operations.ts'
import { OPERATION_STATES } from './solves.ts'
import { day } from './strings.ts'

const version = z.int().describe('Number of the rota within its week.')
const weeks = z.array(day).describe('Mondays of the weeks concerned.')
const rota = { network: z.string(), weekFrom: day.describe('The Monday on which the rota starts.') }
const replaced = z.strictObject({ weekFrom: day, version: z.int(), weeks: z.array(day), left: z.array(day) })

const affected = z.int().describe('How many people’s published sessions are no longer what they were.')

const EVENT = {
  at: '2026-11-30T09:15:00Z',
  week: { network: 'U49929', weekFrom: '2026-11-30' },
  rota: { network: 'U49929', weekFrom: '2026-11-30', version: 2 },
}

interface WebhookEvent {
  readonly does: string
  readonly schema: z.ZodType
  readonly example: unknown
}

export const WEBHOOK_EVENTS: Readonly<Record<NewsKind, WebhookEvent>> = {
  'solve.finished': event('solve.finished', {
    does: 'A solve has finished, with or without a rota',
    data: z.strictObject({
      solve: z.uuid().describe('The operation.'),
      state: z.enum(OPERATION_STATES),
      ...rota,
      version: version.exactOptional().describe('Number of the rota, if there is one.'),
    }),
    example: { solve: '7c9e6679-7425-40de-944b-e07fc1f90ae7', state: 'done', ...EVENT.rota },
  }),
  'operation.finished': event('operation.finished', {
    does: 'A replan, comparison, mix or stress test has finished, with or without a result',
    data: z.strictObject({
      operation: z.uuid(),
      kind: z.enum(QUESTION_KINDS),
      state: z.enum(OPERATION_STATES),
      ...rota,
    }),
    example: { operation: '7c9e6679-7425-40de-944b-e07fc1f90ae7', kind: 'replan', state: 'done', ...EVENT.week },
  }),
  'rota.published': event('rota.published', {
    does: 'A rota has been published',
    data: z.strictObject({ ...rota, version, weeks, replaces: z.array(replaced), affected }),
    example: { ...EVENT.rota, weeks: ['2026-11-30'], replaces: [], affected: 12 },
  }),
  'rota.withdrawn': event('rota.withdrawn', {
    does: 'A rota has been withdrawn or replaced by another',
    data: z.strictObject({ ...rota, version, weeks }),
    example: { ...EVENT.rota, weeks: ['2026-11-30'] },
  }),
  'swap.changed': event('swap.changed', {
    does: 'A swap has been proposed, agreed to, accepted, refused or withdrawn',
    data: z.strictObject({ swap: z.uuid(), state: z.enum(SWAP_STATES), ...rota, version }),
    example: { swap: '7c9e6679-7425-40de-944b-e07fc1f90ae7', state: 'proposed', ...EVENT.rota },
  }),
}

function event(
  type: NewsKind,
  { does, data, example }: { does: string; data: z.ZodType; example: unknown },
): WebhookEvent {
  const name = type.replaceAll(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase())
  const schema = named(name, z.strictObject({ type: z.literal(type), timestamp: z.iso.datetime(), data }))
  return { does, schema, example: { type, timestamp: EVENT.at, data: example } }
}
