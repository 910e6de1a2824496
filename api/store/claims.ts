/**
 * A worker's actions on an operation. It may write as long as it owns the claim; a takeover creates another claim.
 */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { announceEnd } from './news.ts'
import { tell } from './operations.ts'
import { keepReport } from './rotas.ts'
import type { OperationKind, QuestionKind } from './tables.ts'

/** Attempts before an operation is abandoned: a document that crashes its worker would crash every worker. */
export const MOST_ATTEMPTS = 3

export interface Claimed {
  readonly id: string
  readonly claim: string
  /** JSON text. */
  readonly document: string
  readonly documentHash: string
  /** The question about the document; null for a solve. */
  readonly question: Question | null
  /** Seconds from submission to the first claim; null if it had been claimed before. */
  readonly waitedSeconds: number | null
}

export interface Question {
  readonly kind: QuestionKind
  /** JSON of the request without the document. */
  readonly request: string
}

/** Claims a waiting operation, in the queue's transaction; null if it is no longer waiting. */
export async function claimOperation(trx: Db, id: string, claim: string): Promise<Claimed | null> {
  const operation = await trx
    .updateTable('operations')
    .set({
      state: 'running',
      claim,
      seen_at: sql<Date>`now()`,
      started_at: sql<Date>`coalesce(started_at, now())`,
      attempts: sql<number>`attempts + 1`,
    })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returning(['document_hash', 'attempts', 'kind', 'request'])
    .returning(sql<string>`extract(epoch from now() - submitted_at)`.as('waited'))
    .executeTakeFirst()
  if (operation === undefined) return null
  await tell(trx, id, 'state', { state: 'running' })
  const { body } = await trx
    .selectFrom('documents')
    .select('body')
    .where('hash', '=', operation.document_hash)
    .executeTakeFirstOrThrow()
  const waitedSeconds = operation.attempts === 1 ? Math.max(0, Number(operation.waited)) : null
  const { kind, request } = operation
  const question = kind === 'solve' ? null : { kind, request: request ?? '{}' }
  return { id, claim, document: body, documentHash: operation.document_hash, question, waitedSeconds }
}

export type Hold = Pick<Claimed, 'id' | 'claim'>

/** Progress since the last heartbeat; null for none. */
export interface News {
  readonly progress: unknown
  /** The rota, if it has improved. */
  readonly preview: unknown
}

/** Records a heartbeat and progress. 'lost' if another worker has taken over. */
export function beat(db: Db, { id, claim }: Hold, news: News): Promise<'go-on' | 'stop' | 'lost'> {
  const { progress, preview } = news
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('operations')
      .set({
        seen_at: sql<Date>`now()`,
        ...(progress === null ? {} : { progress: JSON.stringify(progress) }),
      })
      .where('id', '=', id)
      .where('claim', '=', claim)
      .where('state', '=', 'running')
      .returning('stop_requested')
      .executeTakeFirst()
    if (row === undefined) return 'lost'
    if (progress !== null) await tell(trx, id, 'progress', progress)
    if (preview !== null) await tell(trx, id, 'preview', preview)
    return row.stop_requested ? 'stop' : 'go-on'
  })
}

export type Ending =
  /** The report as JSON, and its status. */
  | { readonly state: 'done' | 'stopped'; readonly report: string; readonly status: string }
  /** JSON of the answer to a question; a partial answer if it was stopped. */
  | { readonly state: 'done' | 'stopped'; readonly result: string }
  /** Stopped before there was anything to report. */
  | { readonly state: 'stopped'; readonly report: null }
  | { readonly state: 'failed'; readonly problem: unknown }

/** Ends an operation, once: false if the worker no longer owns the claim. */
export async function endOperation(trx: Db, { id, claim }: Hold, ending: Ending): Promise<boolean> {
  const problem = ending.state === 'failed' ? JSON.stringify(ending.problem) : null
  const result = 'result' in ending ? ending.result : null
  const row = await trx
    .updateTable('operations')
    .set({ state: ending.state, finished_at: sql<Date>`now()`, claim: null, problem, result })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'running')
    .returning(['kind', 'network', 'week_from as weekFrom', 'document_hash as documentHash', 'actor'])
    .executeTakeFirst()
  if (row === undefined) return false
  const isReported = 'report' in ending && ending.report !== null
  const version = isReported ? await keepReport(trx, { ...ending, ...row, operationId: id }) : null
  await tell(trx, id, 'state', { state: ending.state })
  await record(trx, { actor: row.actor, action: ending.state, subject: id, network: row.network })
  await announceEnd(trx, { id, state: ending.state, version, ...row })
  return true
}

/**
 * Returns an operation that its worker cannot finish, as if it had never been claimed. False if the claim isn't the worker's.
 */
export async function giveBack(trx: Db, { id, claim }: Hold): Promise<boolean> {
  const row = await trx
    .updateTable('operations')
    .set({ state: 'queued', claim: null, seen_at: null, progress: null, attempts: sql<number>`attempts - 1` })
    .where('id', '=', id)
    .where('claim', '=', claim)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) await tell(trx, id, 'state', { state: 'queued' })
  return row !== undefined
}

export interface Taking {
  /** Minimum seconds since a worker's last heartbeat; null for any. */
  readonly silence: number | null
  /** Claims known to be running, whatever their last heartbeat. */
  readonly living?: readonly string[]
  /** The problem stored if an operation has used up its attempts. */
  readonly problem: unknown
}

/** An operation in a queue. */
export interface Queued {
  readonly id: string
  readonly kind: OperationKind
}

const queued = ({ id, kind }: Queued): Queued => ({ id, kind })

/** Takes operations over from dead workers. */
export async function takeFromDead(trx: Db, { silence, living = [], problem }: Taking) {
  const dead = await trx
    .selectFrom('operations')
    .select(['id', 'kind', 'attempts', 'actor', 'network', 'week_from as weekFrom', 'stop_requested'])
    .where('state', '=', 'running')
    .where(sql<boolean>`coalesce(claim, '') <> all(${sql.val([...living])}::text[])`)
    .$if(silence !== null, (query) => query.where('seen_at', '<', sql<Date>`now() - make_interval(secs => ${silence})`))
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, kind, attempts, actor, network, weekFrom, stop_requested } of dead) {
    const end = stop_requested ? 'stopped' : attempts >= MOST_ATTEMPTS ? 'failed' : null
    await trx
      .updateTable('operations')
      .set({
        state: end ?? 'queued',
        claim: null,
        seen_at: null,
        progress: null,
        finished_at: end === null ? null : sql<Date>`now()`,
        problem: end === 'failed' ? JSON.stringify(problem) : null,
      })
      .where('id', '=', id)
      .execute()
    await tell(trx, id, 'state', { state: end ?? 'queued' })
    await record(trx, { actor, action: end ?? 'taken-from-dead-worker', subject: id, network })
    if (end !== null) await announceEnd(trx, { id, kind, state: end, version: null, network, weekFrom })
  }
  const over = (row: (typeof dead)[number]) => row.stop_requested || row.attempts >= MOST_ATTEMPTS
  return {
    again: dead.filter((row) => !over(row)).map(queued),
    ended: dead.filter(over).map(queued),
  }
}
