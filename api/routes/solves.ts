import type { Request, Response } from 'express'
import { BadInput } from '../../src/errors.ts'
import { callerOf, requireNetwork } from '../access/caller.ts'
import { bytesOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { whoOf } from '../protection.ts'
import { isFinished, type Operation } from '../store/operations.ts'

/** Seconds after which a caller who found the queue full may well be let in. */
const RETRY_AFTER = 30

/** How many operations of one network may wait where there are several, so that none fills the queue for all. */
const SHARE = 20

/** POST /v1/solves: takes a document of any size in, to be solved as soon as a worker is free. */
export function postSolve(deps: Deps) {
  return async (request: Request, response: Response): Promise<void> => {
    const key = keyOf(request)
    const who = whoOf(response)
    const { network, weekFrom, document, documentHash } = await deps.ask('accept', { body: bytesOf(request) }, { who })
    const caller = callerOf(response)
    requireNetwork(caller, network.ods)
    const submitted = await deps.solves.submit({
      actor: caller.actor,
      network: network.ods,
      weekFrom,
      document,
      documentHash,
      key,
      ...(deps.signIn === null ? {} : { share: SHARE }),
    })
    if (submitted.kind === 'full') throw new Refusal('busy', { headers: { 'Retry-After': String(RETRY_AFTER) } })
    if (submitted.kind === 'key-of-another') throw new Refusal('key-of-another')
    const operation = await required(deps.solves.find(submitted.id, caller.networks), submitted.id)
    response
      .status(isFinished(operation.state) ? 200 : 202)
      .location(`/v1/solves/${operation.id}`)
      .json(answerOf(operation, deps.keep))
  }
}

/** GET /v1/solves/{id}. */
export function getSolve(deps: Deps) {
  return async ({ params: { id } }: Request<{ id: string }>, response: Response): Promise<void> => {
    response.json(answerOf(await required(deps.solves.find(idOf(id), callerOf(response).networks), id), deps.keep))
  }
}

/** DELETE /v1/solves/{id}: cancels what waits, and asks what runs to end with the best rota so far. */
export function deleteSolve(deps: Deps) {
  return async ({ params: { id } }: Request<{ id: string }>, response: Response): Promise<void> => {
    const { actor, networks } = callerOf(response)
    const operation = await required(deps.solves.stop({ id: idOf(id), actor, networks }), id)
    response.status(isFinished(operation.state) ? 200 : 202).json(answerOf(operation, deps.keep))
  }
}

/** Refuses what cannot be the id of an operation, before a database is asked. */
export function idOf(text: string): string {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) throw noSuchOperation(text)
  return text.toLowerCase()
}

export function noSuchOperation(id: string): Refusal {
  const detail = 'There is no such operation; finished ones are forgotten after a while.'
  return new Refusal('not-found', { complaints: [{ pointer: '', detail, seen: id.slice(0, 60) }] })
}

async function required(finding: Promise<Operation | null>, id: string): Promise<Operation> {
  const operation = await finding
  if (operation === null) throw noSuchOperation(id)
  return operation
}

function keyOf(request: Request): string | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  const detail = 'The header Idempotency-Key must be 1 to 255 letters, digits and signs without spaces.'
  throw new BadInput([{ pointer: '', detail, seen: String(key).slice(0, 60) }])
}

/** As `operationResponse` has it; what an earlier version of this program stored is sent as it is. */
function answerOf(operation: Operation, keep: number) {
  const { startedAt, finishedAt, progress, version, report, problem } = operation
  const expiresAt = finishedAt === null ? null : new Date(finishedAt.getTime() + keep * 1000)
  return {
    id: operation.id,
    state: operation.state,
    network: operation.network,
    weekFrom: operation.weekFrom,
    documentHash: operation.documentHash,
    submittedAt: operation.submittedAt.toISOString(),
    stopRequested: operation.stopRequested,
    attempts: operation.attempts,
    ...given({ startedAt, finishedAt, expiresAt, progress, version, report, problem }),
  }
}

/** What there is of these; moments as text. */
function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]))
}
