/** Submits, looks up and stops solves of weeks of any size. */
import type { Response } from 'express'
import { z } from 'zod'
import { REPORT_FORMATS } from '../../src/output/output-formats.ts'
import { callerOf, requireNetwork } from '../access/caller.ts'
import { EDIT, IN_DOCUMENT, IN_OPERATION, LOOK } from '../access/permissions.ts'
import { documentRequest } from '../contract/documents.ts'
import { operationResponse } from '../contract/solves.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import { isFinished, type Operation } from '../store/operations.ts'
import { type Answer, call } from './call.ts'
import { DOCUMENT } from './examples.ts'
import { operationJson } from './operation-answer.ts'
import { noSuchOperation, operationId } from './operation-id.ts'
import { answerRota } from './rota-answer.ts'

/** `Retry-After` if the queue is full, in seconds. */
const RETRY_AFTER = 30

/** Limit of queued operations per network, if there are several, so that none fills the queue for all. */
const SHARE = 20

const located = {
  Location: {
    does: 'The operation’s address.',
    schema: z.string().meta({ format: 'uri-reference' }),
    example: '/v1/solves/7c9e6679-7425-40de-944b-e07fc1f90ae7',
  },
}
const operation = (does: string): Answer => ({ does, schema: operationResponse })

export const submitSolve = call({
  method: 'post',
  path: '/v1/solves',
  name: 'submitSolve',
  tag: 'Solves',
  summary: 'Plan a week of any size in the background',
  description:
    'Returns an operation at once; a worker picks it up when one is free. Poll it or follow its events. A rota with shortfalls, or a week without a possible rota, is a result, not an error.',
  permission: { by: EDIT, of: IN_DOCUMENT },
  headers: {
    'Idempotency-Key': {
      does: 'A key you choose for this request. Sent again with the same document, it returns the same operation; with another document it is refused.',
      schema: z.string().regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces.'),
      example: 'week-49',
    },
  },
  body: { kind: 'heavy', schema: documentRequest, example: DOCUMENT },
  answers: {
    200: { ...operation('The operation of this Idempotency-Key, already finished.'), headers: located },
    202: { ...operation('The operation, queued or running.'), headers: located },
  },
  problems: ['key-of-another'],
  handle: (deps) => async (asked, response) => {
    const who = whoOf(response)
    const { network, weekFrom, document, documentHash } = await deps.ask('accept', { body: asked.body }, { who })
    const caller = callerOf(response)
    requireNetwork(caller, network.ods)
    const submitted = await deps.solves.submit({
      actor: caller.actor,
      network: network.ods,
      weekFrom,
      document,
      documentHash,
      key: asked.headers['Idempotency-Key'] ?? null,
      ...(deps.signIn === null ? {} : { share: SHARE }),
    })
    if (submitted.kind === 'full') throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
    if (submitted.kind === 'key-of-another') throw new Refusal('key-of-another')
    const operation = await required(deps.solves.find(submitted.id, caller.networks), submitted.id)
    response.location(`/v1/solves/${operation.id}`)
    send(response, operation, deps)
  },
})

export const getSolve = call({
  method: 'get',
  path: '/v1/solves/{id}',
  name: 'getSolve',
  tag: 'Solves',
  summary: 'Get an operation with its progress and, once finished, its report',
  description: 'The Accept header selects another format for the report alone, once there is one.',
  permission: { by: LOOK, of: IN_OPERATION },
  params: { id: operationId },
  answers: { 200: { ...operation('The operation.'), formats: REPORT_FORMATS } },
  handle:
    (deps) =>
    async ({ params: { id }, request }, response) => {
      const found = await required(deps.solves.find(id, callerOf(response).networks), id)
      const { network, weekFrom, version } = found
      const rota = version === null ? null : () => deps.kept.findRota({ network, weekFrom }, version)
      await answerRota({ request, rota, json: () => operationJson(found, deps.keep) }, response, deps)
    },
})

export const stopSolve = call({
  method: 'delete',
  path: '/v1/solves/{id}',
  name: 'stopSolve',
  tag: 'Solves',
  summary: 'Stop an operation',
  description:
    'Cancels a queued operation. Asks a running one to end with its best rota so far, which can still be read.',
  permission: { by: EDIT, of: IN_OPERATION },
  params: { id: operationId },
  answers: { 200: operation('The operation, finished.'), 202: operation('The operation, which is stopping.') },
  handle:
    (deps) =>
    async ({ params: { id } }, response) => {
      const { actor, networks } = callerOf(response)
      send(response, await required(deps.solves.stop({ id, actor, networks }), id), deps)
    },
})

async function required(finding: Promise<Operation | null>, id: string): Promise<Operation> {
  const operation = await finding
  if (operation === null) throw noSuchOperation(id)
  return operation
}

function send(response: Response, operation: Operation, { keep }: Pick<Deps, 'keep'>): void {
  response
    .status(isFinished(operation.state) ? 200 : 202)
    .type('json')
    .send(operationJson(operation, keep))
}
