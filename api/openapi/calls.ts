/** Every call of the service: what it takes and what it answers. The OpenAPI document and the page of docs are made of this. */
import { documentSchema } from '../../src/intake/document/schema.ts'
import { judgementResponse, reportResponse } from '../contract/report.ts'
import { operationResponse } from '../contract/solves.ts'
import {
  documentQuery,
  healthResponse,
  judgementRequest,
  networksQuery,
  networksResponse,
  readyResponse,
  ruleResponse,
  validationResponse,
} from '../contract.ts'
import { ACCESS_CALLS } from './access-calls.ts'
import { type Answer, type Call, type Parameter, READING, UUID } from './call.ts'
import { WEBHOOK_CALLS } from './webhook-calls.ts'
import { WEEK_CALLS } from './week-calls.ts'

export type { Call, Parameter } from './call.ts'

const operationId: Parameter = { name: 'id', in: 'path', does: 'The operation’s id.', pattern: UUID }
const operation = (does: string): Answer => ({ does, schema: operationResponse })
const located = { Location: 'Where the operation is: `/v1/solves/{id}`.' }

const SOLVES: readonly Call[] = [
  {
    method: 'post',
    path: '/v1/solves',
    name: 'submitSolve',
    does: 'Takes a document of any size in, to be solved as soon as a worker is free.',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        does: 'A name of the caller’s own for this call. Sent again with the same document, it is the same operation.',
        pattern: '^[\\x21-\\x7e]{1,255}$',
      },
    ],
    body: documentSchema,
    answers: {
      200: { ...operation('This key’s operation, which is finished.'), headers: located },
      202: { ...operation('The operation, which waits or runs.'), headers: located },
    },
    problems: [...READING, 'forbidden', 'key-of-another'],
  },
  {
    method: 'get',
    path: '/v1/solves/{id}',
    name: 'getSolve',
    does: 'How far an operation is; its report once there is one.',
    parameters: [operationId],
    answers: { 200: operation('The operation.') },
    problems: ['not-found'],
  },
  {
    method: 'delete',
    path: '/v1/solves/{id}',
    name: 'stopSolve',
    does: 'Cancels what waits, and asks what runs to end with the best rota so far, which stays readable.',
    parameters: [operationId],
    answers: { 200: operation('The operation, which is finished.'), 202: operation('The operation, which will stop.') },
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/v1/solves/{id}/events',
    name: 'followSolve',
    does: 'What happens to an operation, as server-sent events named `state` and `progress`, until it is finished.',
    parameters: [
      operationId,
      { name: 'Last-Event-ID', in: 'header', does: 'Goes on behind the event of this number.', pattern: '^\\d{0,9}$' },
    ],
    answers: {
      200: { does: 'The events, each with its number.', type: 'text/event-stream' },
      204: { does: 'All has been told.' },
    },
    problems: ['not-found', 'invalid-input', 'busy'],
  },
]

const SMALL: readonly Call[] = [
  {
    method: 'post',
    path: '/v1/rotas',
    name: 'planSmallWeek',
    does: 'Solves a small document within ten seconds. Short, impossible and out of time are reports too.',
    body: documentSchema,
    answers: { 200: { does: 'The report.', schema: reportResponse } },
    problems: [...READING, 'too-much-at-once'],
  },
  {
    method: 'post',
    path: '/v1/validations',
    name: 'validate',
    does: 'Checks a document only.',
    body: documentSchema,
    answers: { 200: { does: 'It can be solved.', schema: validationResponse } },
    problems: READING,
  },
  {
    method: 'post',
    path: '/v1/judgements',
    name: 'judge',
    does: 'What every rule says of a rota that somebody made, and what it comes to on every level. Without clinics it is judged with the best ones.',
    body: judgementRequest,
    answers: { 200: { does: 'Levels and findings.', schema: judgementResponse } },
    problems: READING,
  },
]

const LOOKING: readonly Call[] = [
  {
    method: 'get',
    path: '/v1/networks',
    name: 'findNetworks',
    does: 'England’s networks by name or code, their own or a practice’s.',
    query: networksQuery,
    answers: { 200: { does: 'Those found, fifty at most.', schema: networksResponse } },
    problems: ['invalid-input'],
  },
  {
    method: 'get',
    path: '/v1/networks/{ods}/document',
    name: 'getNetworkDocument',
    does: 'A network’s week, ready to solve; its people are synthetic.',
    parameters: [{ name: 'ods', in: 'path', does: 'The network’s code.' }],
    query: documentQuery,
    answers: { 200: { does: 'A document.', schema: documentSchema } },
    problems: ['not-found', 'invalid-input'],
  },
  {
    method: 'get',
    path: '/v1/rules',
    name: 'listRules',
    does: 'Every rule, with its level and numbers.',
    answers: { 200: { does: 'The rules, in the order of the list.', schema: ruleResponse.array() } },
    problems: [],
  },
  {
    method: 'get',
    path: '/healthz',
    name: 'isAlive',
    does: 'Whether the service is alive.',
    answers: { 200: { does: 'It is.', schema: healthResponse } },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    name: 'isReady',
    does: 'Whether the service can work.',
    answers: { 200: { does: 'It can.', schema: readyResponse } },
    problems: [],
  },
  {
    method: 'get',
    path: '/metrics',
    name: 'getMetrics',
    does: 'Figures for Prometheus.',
    answers: { 200: { does: 'Its text format.', type: 'text/plain' } },
    problems: [],
  },
]

export const CALLS: readonly Call[] = [
  ...SOLVES,
  ...SMALL,
  ...WEEK_CALLS,
  ...WEBHOOK_CALLS,
  ...LOOKING,
  ...ACCESS_CALLS,
]
