/** Questions answered while the caller waits. */
import type { Response } from 'express'
import type { Report } from '../../src/report.ts'
import { IN_DOCUMENT, IN_NESTED_DOCUMENT, LOOK } from '../access/permissions.ts'
import { documentRequest } from '../contract/documents.ts'
import { judgementResponse, reportResponse } from '../contract/report.ts'
import { judgementShape, validationResponse } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { gateFor } from '../gate.ts'
import { whoOf } from '../protection.ts'
import { AT_ONCE, EACH, SECONDS } from '../small-week.ts'
import { call } from './call.ts'
import { DOCUMENT, ROTA } from './examples.ts'

export const planSmallWeek = call({
  method: 'post',
  path: '/v1/rotas',
  name: 'planSmallWeek',
  tag: 'Planning',
  summary: 'Plan a small week and wait for the report',
  description:
    'At most 40 people, 3 sites and one week, within ten seconds. Larger weeks go to `POST /v1/solves`. A rota with shortfalls, an impossible week and a solve that ran out of time return reports too.',
  permission: { by: LOOK, of: IN_DOCUMENT },
  body: { kind: 'heavy', schema: documentRequest, example: DOCUMENT },
  answers: { 200: { does: 'The report.', schema: reportResponse } },
  problems: ['too-much-at-once'],
  handle: (deps) => {
    const gate = gateFor(AT_ONCE, EACH)
    return async ({ body }, response) => {
      response.json(await gate(whoOf(response), () => solve(body, response, deps)))
    }
  },
})

async function solve(body: Uint8Array, response: Response, deps: Deps): Promise<Report> {
  const { problem, documentHash } = await deps.ask('smallWeek', { body }, { who: whoOf(response) })
  const stop = new Int32Array(new SharedArrayBuffer(4))
  // The caller has disconnected.
  response.on('close', () => Atomics.store(stop, 0, 1))
  return deps.plan(problem, { documentHash, seconds: SECONDS }, { stop })
}

export const validate = call({
  method: 'post',
  path: '/v1/validations',
  name: 'validate',
  tag: 'Planning',
  summary: 'Check a document without planning it',
  permission: { by: LOOK, of: IN_DOCUMENT },
  body: { kind: 'heavy', schema: documentRequest, example: DOCUMENT },
  answers: {
    200: {
      does: 'The document is valid. Its size, and remarks on probable mistakes.',
      schema: validationResponse,
    },
  },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      response.json(await ask('validate', { body }, { who: whoOf(response) }))
    },
})

export const judge = call({
  method: 'post',
  path: '/v1/judgements',
  name: 'judge',
  tag: 'Planning',
  summary: 'Judge any rota',
  description:
    'Every rule’s findings, and its value on each level. A rota without clinics is judged with the best clinics that its people could hold. With `bound`, each level also says how far it is from the best possible; a level without a `bound` was not reached in time. With `causes: false`, findings do not say why they exist.',
  permission: { by: LOOK, of: IN_NESTED_DOCUMENT },
  body: { kind: 'heavy', schema: judgementShape, example: { document: DOCUMENT, rota: ROTA } },
  answers: { 200: { does: 'Levels and findings.', schema: judgementResponse } },
  handle:
    ({ ask }) =>
    async ({ body }, response) => {
      const gone = new AbortController()
      // A page that has moved on to another session doesn't need its earlier questions answered.
      response.on('close', () => gone.abort())
      response.type('json').send(await ask('judge', { body }, { who: whoOf(response), signal: gone.signal }))
    },
})
