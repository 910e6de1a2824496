/** Erases a person from everything stored for a network, in one transaction. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Queued } from './claims.ts'
import type { Db } from './database.ts'
import { forgetUnused, lockNetwork, putDocument } from './kept-documents.ts'
import {
  bodyOf,
  documentsOf,
  type Elsewhere,
  namesOf,
  type PersonOf,
  questionsOf,
  rotasFor,
  type StoredQuestion,
  type StoredRota,
  subjectOf,
  swapsOfNetwork,
} from './people.ts'
import { wantReclaim } from './reclaim.ts'

/** How a document, and data made for it, can refer to the person; determined by the routes, which know its content. */
export interface Meaning {
  readonly names: readonly string[]
  readonly namesakes: readonly string[]
}

/** `former` replaces their id. */
export interface WithoutPerson extends Meaning {
  readonly former: string
}

/** Rewrites data without a person. It can be as large as a week, so this may happen in another thread. */
export interface Writers {
  readonly names: (body: string) => Elsewhere<readonly string[]>
  readonly meant: (body: string, names: readonly string[]) => Elsewhere<Meaning>
  readonly document: (
    body: string,
    without: WithoutPerson,
  ) => Elsewhere<{ readonly body: string; readonly hash: string }>
  readonly rota: (rota: StoredRota, without: WithoutPerson) => Elsewhere<Pick<StoredRota, 'body' | 'judgement'>>
  readonly problem: (body: string, without: WithoutPerson) => Elsewhere<string>
  readonly swap: (body: string, without: Pick<WithoutPerson, 'former' | 'names'>) => Elsewhere<string>
}

export type Erased =
  | {
      readonly kind: 'erased'
      readonly former: string
      readonly documents: number
      readonly rotas: number
      /** Number of deleted long questions (with their answers) that mentioned them. */
      readonly questions: number
    }
  | { readonly kind: 'nobody' }
  /** These operations have the person in their documents, and would store them again. */
  | { readonly kind: 'still-solving'; readonly operations: readonly Queued[] }

export function erasePerson(db: Db, who: PersonOf, write: Writers): Promise<Erased> {
  return db.transaction().execute(async (trx) => {
    const { network } = who
    // Locks: until this is done nothing is stored for this network, and none of these documents can be submitted again.
    await lockNetwork(trx, network)
    const names = await namesOf(trx, who, write.names)
    if (names === null) return { kind: 'nobody' }
    const hashes = await documentsOf(trx, who, names)
    await trx.selectFrom('documents').select('hash').where('hash', 'in', hashes).orderBy('hash').forUpdate().execute()
    const former = `former-${await nextFormer(trx, network)}`
    const changes: Change[] = []
    for (const hash of hashes) changes.push(await changeOf(trx, hash, { write, former, names }))
    const documents = changes.filter(({ old, hash }) => old !== hash)
    const questions = await questionsOf(trx, who, { names, documents: documents.map(({ old }) => old) })
    const operations = [...(await unfinished(trx, network, documents)), ...questions.filter(isUnfinished)]
    if (operations.length > 0)
      return { kind: 'still-solving', operations: operations.map(({ id, kind }) => ({ id, kind })) }
    await forgetQuestions(trx, questions)
    let rotas = 0
    for (const change of changes) {
      rotas += await rewriteRotas(trx, network, { change, write })
      await rewriteProblems(trx, network, { change, write })
    }
    for (const { old } of documents) await forgetPreviews(trx, network, old)
    for (const change of documents) await replaceDocument(trx, network, change)
    for (const change of changes) await tidy(trx, change)
    await rewriteSwaps(trx, who, { former, names, write: write.swap })
    await rename(trx, who, former)
    await wantReclaim(trx, true)
    return { kind: 'erased', former, documents: documents.length, rotas, questions: questions.length }
  })
}

interface Change extends WithoutPerson {
  readonly old: string
  readonly hash: string
  readonly body: string
}

async function changeOf(
  trx: Db,
  old: string,
  { write, former, names }: { readonly write: Writers; readonly former: string; readonly names: readonly string[] },
): Promise<Change> {
  const body = await bodyOf(trx, old)
  const without = { former, ...(await write.meant(body, names)) }
  return { old, ...without, ...(await write.document(body, without)) }
}

/** Rewrites swaps, and closes their open ones. */
async function rewriteSwaps(
  trx: Db,
  { network, actor, person }: PersonOf,
  { former, names, write }: Pick<WithoutPerson, 'former' | 'names'> & { readonly write: Writers['swap'] },
): Promise<void> {
  for (const { id, giver, taker, state, body } of await swapsOfNetwork(trx, network)) {
    const isTheirs = giver === person || taker === person
    const rewritten = await write(body, { former, names })
    if (!isTheirs && rewritten === body) continue
    const isOver = isTheirs && (state === 'proposed' || state === 'agreed')
    await trx
      .updateTable('swaps')
      .set({ body: rewritten, giver: giver === person ? former : giver, taker: taker === person ? former : taker })
      .$if(isOver, (query) => query.set({ state: 'withdrawn', settled_at: sql<Date>`now()`, settled_by: actor }))
      .where('id', '=', id)
      .execute()
  }
}

/** Removes the link to their account and their calendars. */
async function rename(trx: Db, { network, actor, person }: PersonOf, former: string): Promise<void> {
  await trx.deleteFrom('calendar_sessions').where('network', '=', network).where('person', '=', person).execute()
  await trx
    .deleteFrom('calendars')
    .where('network', '=', network)
    .where('kind', '=', 'person')
    .where('subject', '=', person)
    .execute()
  await trx.deleteFrom('own_people').where('network', '=', network).where('person', '=', person).execute()
  await trx
    .updateTable('audit')
    .set({ subject: former })
    .where('network', '=', network)
    .where('subject', '=', subjectOf(person))
    .execute()
  await record(trx, { actor, action: 'erase-person', subject: former, network })
}

async function nextFormer(trx: Db, network: string): Promise<number> {
  const row = await trx
    .updateTable('networks')
    .set({ erased: sql<number>`erased + 1` })
    .where('ods', '=', network)
    .returning('erased')
    .executeTakeFirstOrThrow()
  return row.erased
}

const isUnfinished = ({ state }: Pick<StoredQuestion, 'state'>) => state === 'queued' || state === 'running'

/** Deletes questions with their events: an answer a few days old would be worth little without the person. */
async function forgetQuestions(trx: Db, questions: readonly StoredQuestion[]): Promise<void> {
  const ids = questions.map(({ id }) => id)
  if (ids.length > 0) await trx.deleteFrom('operations').where('id', 'in', ids).execute()
}

/** Deletes previews of finished solves, which nobody needs any more. */
async function forgetPreviews(trx: Db, network: string, documentHash: string): Promise<void> {
  await trx
    .deleteFrom('events')
    .where('kind', '=', 'preview')
    .where('operation_id', 'in', ({ selectFrom }) =>
      selectFrom('operations').select('id').where('network', '=', network).where('document_hash', '=', documentHash),
    )
    .execute()
}

/** Unfinished operations on these documents. */
async function unfinished(trx: Db, network: string, changes: readonly Change[]): Promise<Queued[]> {
  if (changes.length === 0) return []
  return trx
    .selectFrom('operations')
    .select(['id', 'kind'])
    .where('network', '=', network)
    .where('kind', '=', 'solve')
    .where('state', 'in', ['queued', 'running'])
    .where(
      'document_hash',
      'in',
      changes.map(({ old }) => old),
    )
    .execute()
}

interface Rewriting {
  readonly change: Change
  readonly write: Writers
}

/** Returns how many mentioned the person. */
async function rewriteRotas(trx: Db, network: string, { change, write }: Rewriting): Promise<number> {
  let changed = 0
  for (const rota of await rotasFor(trx, network, change.old)) {
    const { body, judgement } = await write.rota(rota, change)
    if (body === rota.body && judgement === rota.judgement) continue
    changed += 1
    await trx
      .updateTable('rotas')
      .set({ body, judgement })
      .where('network', '=', network)
      .where('week_from', '=', rota.weekFrom)
      .where('version', '=', rota.version)
      .execute()
  }
  return changed
}

async function rewriteProblems(trx: Db, network: string, { change, write }: Rewriting): Promise<void> {
  const failed = await trx
    .selectFrom('operations')
    .select(['id', 'problem'])
    .where('network', '=', network)
    .where('document_hash', '=', change.old)
    .where('problem', 'is not', null)
    .execute()
  for (const { id, problem } of failed) {
    const rewritten = await write.problem(problem ?? 'null', change)
    await trx
      .updateTable('operations')
      .set({ problem: rewritten })
      .where('network', '=', network)
      .where('id', '=', id)
      .execute()
  }
}

/**
 * A document that parses the same without the person may still mention them in ignored text, such as the first of two fields with
 * the same name: stores it as parsed.
 */
async function tidy(trx: Db, { old, hash, body }: Change): Promise<void> {
  if (old !== hash) return
  await trx.updateTable('documents').set({ body }).where('hash', '=', hash).execute()
}

/** Replaces the old body wherever the network refers to it. */
async function replaceDocument(trx: Db, network: string, { old, hash, body }: Change): Promise<void> {
  await putDocument(trx, hash, body)
  for (const table of ['operations', 'kept_documents', 'kept_records', 'rotas'] as const)
    await trx
      .updateTable(table)
      .set({ document_hash: hash })
      .where('network', '=', network)
      .where('document_hash', '=', old)
      .execute()
  await forgetUnused(trx, (query) => query.where('hash', '=', old))
}
