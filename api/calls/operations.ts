/** Long questions about a week: looked up, listed, followed, stopped. */
import { callerOf } from '../access/caller.ts'
import { IN_OPERATION, IN_QUERY, LOOK } from '../access/permissions.ts'
import { anyQuestion, operationsQuery, operationsResponse, questionProgress } from '../contract/operations.ts'
import { stateEvent } from '../contract/solves.ts'
import { isFinished, type Operation } from '../store/operations.ts'
import { call } from './call.ts'
import { EVENT_HEADERS, followed, NO_MORE_EVENTS } from './followed.ts'
import { noSuchOperation, operationId } from './operation-id.ts'
import { questionAnswer, questionJson } from './question-answer.ts'
import { narrowed } from './solve-list.ts'

export const listOperations = call({
  method: 'get',
  path: '/v1/operations',
  name: 'listOperations',
  tag: 'Operations',
  summary: 'List replans, comparisons, mixes and stress tests, newest first',
  description: 'For one network, or all you have access to. Finished operations are deleted after a week.',
  permission: { by: LOOK, of: IN_QUERY },
  query: operationsQuery,
  answers: { 200: { does: 'A page of operations, without their results.', schema: operationsResponse } },
  handle:
    ({ questions, keep }) =>
    async ({ query: { network, kind = null, state = null, before = null, limit = PAGE } }, response) => {
      const networks = narrowed(callerOf(response).networks, network)
      // Fetch one more than is returned, to detect a next page.
      const found = await questions.list({ networks, kind, state, before, limit: limit + 1 })
      const operations = found.slice(0, limit)
      const last = operations.at(-1)
      const next = found.length > limit && last !== undefined ? { next: last.place } : {}
      response.json({ operations: operations.map((one) => questionAnswer(one, keep)), ...next })
    },
})

/** Default page size. */
const PAGE = 20

export const getOperation = call({
  method: 'get',
  path: '/v1/operations/{id}',
  name: 'getOperation',
  tag: 'Operations',
  summary: 'Get an operation with its progress and, once finished, its result',
  permission: { by: LOOK, of: IN_OPERATION },
  params: { id: operationId },
  answers: { 200: { does: 'The operation; `kind` says what its result is.', schema: anyQuestion } },
  handle:
    ({ questions, keep }) =>
    async ({ params: { id } }, response) => {
      const operation = await required(questions.find(id, callerOf(response).networks), id)
      response.type('json').send(questionJson(operation, keep))
    },
})

export const followOperation = call({
  method: 'get',
  path: '/v1/operations/{id}/events',
  name: 'followOperation',
  tag: 'Operations',
  summary: 'Follow an operation as server-sent events',
  description:
    'Events are named `state` and `progress`, about one a second; the stream ends when the operation is finished. Browsers reconnect automatically with `Last-Event-ID`, and stop at 204. With sign-in, a stream ends after ten minutes, so that its reader’s access is checked again.',
  permission: { by: LOOK, of: IN_OPERATION },
  params: { id: operationId },
  headers: EVENT_HEADERS,
  answers: {
    200: {
      does: 'The events, each with its number as `id`.',
      type: 'text/event-stream',
      events: { state: stateEvent, progress: questionProgress },
      example: { id: '1', event: 'state', data: '{"state":"queued"}' },
    },
    204: NO_MORE_EVENTS,
  },
  problems: ['busy'],
  handle: (deps) => followed(deps, deps.questions),
})

export const stopOperation = call({
  method: 'delete',
  path: '/v1/operations/{id}',
  name: 'stopOperation',
  tag: 'Operations',
  summary: 'Stop an operation',
  description:
    'Cancels a queued operation, and ends a running one. A curve keeps the points that it has found; others have no result then. A finished one stays as it is.',
  permission: { by: LOOK, of: IN_OPERATION },
  params: { id: operationId },
  answers: {
    200: { does: 'The operation, finished.', schema: anyQuestion },
    202: { does: 'The operation, which is stopping.', schema: anyQuestion },
  },
  handle:
    ({ questions, keep }) =>
    async ({ params: { id } }, response) => {
      const { actor, networks } = callerOf(response)
      const operation = await required(questions.stop({ id, actor, networks }), id)
      response
        .status(isFinished(operation.state) ? 200 : 202)
        .type('json')
        .send(questionJson(operation, keep))
    },
})

async function required(finding: Promise<Operation | null>, id: string): Promise<Operation> {
  const operation = await finding
  if (operation === null) throw noSuchOperation(id)
  return operation
}
