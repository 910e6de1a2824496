/** Submits and stops operations. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Question } from './claims.ts'
import type { Db } from './database.ts'
import { putDocument } from './kept-documents.ts'
import { announceEnd } from './news.ts'
import { FINISHED, tell } from './operations.ts'
import { type Family, isAmong, isOf, type Networks } from './tenant.ts'

export interface Submission {
  readonly actor: string
  readonly network: string
  readonly weekFrom: string
  /** JSON text of the document as sent. */
  readonly document: string
  readonly documentHash: string
  /** The question about the document, and its hash; omitted for a solve. */
  readonly question?: Question & { readonly hash: string }
  /** Idempotency key: repeated calls with the same key return the same operation. */
  readonly key: string | null
  /** Limit of waiting operations for this network; default: the queue's limit. */
  readonly share?: number
}

/** Queue operations that run in our transaction, so that queue and database stay consistent. */
export interface Queueing {
  add(trx: Db, id: string): Promise<void>
  remove(trx: Db, id: string): Promise<void>
}

/** The queue of solves, and a separate one for questions. */
export interface Queues extends Queueing {
  readonly questions: Queueing
}

export type Submitted =
  | { readonly kind: 'taken' | 'known'; readonly id: string }
  | { readonly kind: 'full' }
  /** The key was used for a different request. */
  | { readonly kind: 'key-of-another' }

/** Submits an operation atomically; at most `most` may wait. */
export function submit(db: Db, submission: Submission, queues: Queues & { readonly most: number }): Promise<Submitted> {
  return db.transaction().execute(async (trx) => {
    const id = randomUUID()
    const known = await knownBy(trx, submission, id)
    if (known !== null) return known
    const { waiting, theirs } = await trx
      .selectFrom('operations')
      .select((eb) => eb.fn.countAll<string>().as('waiting'))
      .select((eb) => eb.fn.countAll<string>().filterWhere('network', '=', submission.network).as('theirs'))
      .where('state', '=', 'queued')
      .where(isOf(submission.question === undefined ? 'solves' : 'questions'))
      .executeTakeFirstOrThrow()
    if (Number(waiting) >= queues.most || Number(theirs) >= (submission.share ?? queues.most)) {
      await forgetKey(trx, id)
      return { kind: 'full' }
    }
    await insert(trx, submission, id)
    await (submission.question === undefined ? queues : queues.questions).add(trx, id)
    return { kind: 'taken', id }
  })
}

/** Records the key for the new operation; if it exists already, returns its operation. */
async function knownBy(trx: Db, submission: Submission, id: string): Promise<Submitted | null> {
  const { actor, key, question } = submission
  const documentHash = question?.hash ?? submission.documentHash
  if (key === null) return null
  const values = { actor, key, body_hash: documentHash, operation_id: id }
  // Blocks while another call with this key is in progress.
  const written = await trx
    .insertInto('idempotency_keys')
    .values(values)
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (written !== undefined) return null
  const before = await trx
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'operation_id'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return before.body_hash === documentHash ? { kind: 'known', id: before.operation_id } : { kind: 'key-of-another' }
}

async function forgetKey(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('idempotency_keys').where('operation_id', '=', id).execute()
}

async function insert(trx: Db, submission: Submission, id: string) {
  const { actor, network, weekFrom, document, documentHash, question } = submission
  await putDocument(trx, documentHash, document)
  const asked = question === undefined ? {} : { kind: question.kind, request: question.request }
  await trx
    .insertInto('operations')
    .values({ id, state: 'queued', actor, network, week_from: weekFrom, document_hash: documentHash, ...asked })
    .execute()
  await tell(trx, id, 'state', { state: 'queued' })
  await record(trx, { actor, action: 'submit', subject: id, network })
}

export interface StopRequest {
  readonly id: string
  readonly actor: string
  /** Must include the operation's network. */
  readonly networks: Networks
  readonly family?: Family
}

/**
 * Cancels a waiting operation and asks a running one to stop; a finished one is unchanged. False if there is no such operation.
 */
export function requestStop(
  db: Db,
  { id, actor, networks, family = 'solves' }: StopRequest,
  queues: Queues,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const operation = await trx
      .selectFrom('operations')
      .select(['state', 'kind', 'network', 'week_from as weekFrom'])
      .where('id', '=', id)
      .where(isAmong('operations.network', networks))
      .where(isOf(family))
      .forUpdate()
      .executeTakeFirst()
    if (operation === undefined) return false
    if (FINISHED.some((state) => state === operation.state)) return true
    await record(trx, { actor, action: 'stop', subject: id, network: operation.network })
    if (operation.state === 'running') {
      await trx.updateTable('operations').set({ stop_requested: true }).where('id', '=', id).execute()
      return true
    }
    await trx
      .updateTable('operations')
      .set({ state: 'stopped', stop_requested: true, finished_at: sql<Date>`now()` })
      .where('id', '=', id)
      .execute()
    await tell(trx, id, 'state', { state: 'stopped' })
    await announceEnd(trx, { ...operation, id, state: 'stopped', version: null })
    await (operation.kind === 'solve' ? queues : queues.questions).remove(trx, id)
    return true
  })
}
