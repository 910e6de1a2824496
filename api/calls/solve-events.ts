/** A solve's server-sent events. */
import { IN_OPERATION, LOOK } from '../access/permissions.ts'
import { previewEvent, progressResponse, stateEvent } from '../contract/solves.ts'
import { call } from './call.ts'
import { EVENT_HEADERS, followed, NO_MORE_EVENTS } from './followed.ts'
import { operationId } from './operation-id.ts'

export const followSolve = call({
  method: 'get',
  path: '/v1/solves/{id}/events',
  name: 'followSolve',
  tag: 'Solves',
  summary: 'Follow an operation as server-sent events',
  description:
    'Events are named `state`, `progress` and `preview` (the best rota so far, whenever it has become visibly better); the stream ends when the operation is finished. Browsers reconnect automatically with `Last-Event-ID`, and stop at 204. With sign-in, a stream ends after ten minutes, so that its reader’s access is checked again.',
  permission: { by: LOOK, of: IN_OPERATION },
  params: { id: operationId },
  headers: EVENT_HEADERS,
  answers: {
    200: {
      does: 'The events, each with its number as `id`.',
      type: 'text/event-stream',
      events: { state: stateEvent, progress: progressResponse, preview: previewEvent },
      example: { id: '1', event: 'state', data: '{"state":"queued"}' },
    },
    204: NO_MORE_EVENTS,
  },
  problems: ['busy'],
  handle: (deps) => followed(deps, deps.solves),
})
