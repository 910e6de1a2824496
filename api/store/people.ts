/** Collects everything stored about a person in a network. Erasure is in erasure.ts. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import type { OperationState, QuestionKind } from './tables.ts'
import { isOf, type Tenant } from './tenant.ts'

export interface PersonOf extends Tenant {
  readonly person: string
}

export interface StoredRota {
  readonly weekFrom: string
  readonly version: number
  readonly body: string
  readonly judgement: string | null
}

/** Synchronous, or from another thread. */
export type Elsewhere<T> = T | Promise<T>

export interface StoredSwap {
  readonly id: string
  readonly weekFrom: string
  readonly version: number
  readonly state: string
  readonly giver: string
  readonly taker: string
  readonly body: string
}

/** A long question, with its answer if there is one; both are JSON. */
export interface StoredQuestion {
  readonly id: string
  readonly kind: QuestionKind
  readonly state: OperationState
  readonly submittedAt: Date
  readonly request: string
  readonly result: string | null
  /** JSON of its document. */
  readonly document: string
}

/** Extract data about a person; null if there is none. `names` are all names they have had. */
export interface Readers<D, R, S, Q> {
  readonly names: (body: string) => Elsewhere<readonly string[]>
  readonly document: (body: string, names: readonly string[]) => Elsewhere<D | null>
  readonly rota: (rota: StoredRota, document: string, names: readonly string[]) => Elsewhere<R | null>
  readonly swap: (body: string, names: readonly string[]) => Elsewhere<S | null>
  readonly question: (question: StoredQuestion, names: readonly string[]) => Elsewhere<Q | null>
}

/** Everything stored about a person, in the order the documents were used. Recorded in the audit log if anything was found. */
export async function readPerson<D, R, S, Q>(db: Db, who: PersonOf, read: Readers<D, R, S, Q>) {
  const documents: { documentHash: string; told: D }[] = []
  const rotas: { weekFrom: string; version: number; told: R }[] = []
  const swaps: (Pick<StoredSwap, 'id' | 'weekFrom' | 'version' | 'state'> & { told: S })[] = []
  const questions: (Pick<StoredQuestion, 'id' | 'kind' | 'submittedAt'> & { told: Q })[] = []
  const names = await namesOf(db, who, read.names)
  if (names === null) return { documents, rotas, swaps, questions }
  for (const documentHash of await documentsOf(db, who, names)) {
    const body = await bodyOf(db, documentHash)
    const told = await read.document(body, names)
    if (told !== null) documents.push({ documentHash, told })
    for (const rota of await rotasFor(db, who.network, documentHash)) {
      const told = await read.rota(rota, body, names)
      if (told !== null) rotas.push({ weekFrom: rota.weekFrom, version: rota.version, told })
    }
  }
  for (const { id, weekFrom, version, state, body } of await swapsOfNetwork(db, who.network)) {
    const told = await read.swap(body, names)
    if (told !== null) swaps.push({ id, weekFrom, version, state, told })
  }
  for (const question of await questionsOf(db, who, { names, documents: [] })) {
    const told = await read.question(question, names)
    const { id, kind, submittedAt } = question
    if (told !== null) questions.push({ id, kind, submittedAt, told })
  }
  const { actor, network, person } = who
  await record(db, { actor, action: 'export-person', subject: subjectOf(person), network })
  return { documents, rotas, swaps, questions }
}

export const subjectOf = (person: string) => `person/${person}`

/** All names the network's documents give this person; null if none contains the id. */
export async function namesOf(
  db: Db,
  { network, person }: PersonOf,
  namesIn: (body: string) => Elsewhere<readonly string[]>,
): Promise<readonly string[] | null> {
  const hashes = await usedDocuments(db, network).where(mayHaveId(person)).execute()
  const names = new Set<string>()
  let isKnown = false
  for (const { hash } of hashes) {
    const given = await namesIn(await bodyOf(db, hash))
    isKnown ||= given.length > 0
    for (const name of given) names.add(name)
  }
  return isKnown ? [...names] : null
}

/** Documents are stored as sent, so one with escaped characters (\\u0041) has to be parsed. */
function mayHaveId(person: string) {
  return sql<boolean>`(position(${JSON.stringify(person)}::text in body) > 0 or position('\\u' in body) > 0)`
}

function usedDocuments(db: Db, network: string) {
  const used = (table: 'operations' | 'kept_documents' | 'kept_records' | 'rotas') =>
    db.selectFrom(table).select('document_hash as hash').where('network', '=', network)
  return db
    .selectFrom('documents')
    .select('hash')
    .where(
      'hash',
      'in',
      used('operations').union(used('kept_documents')).union(used('kept_records')).union(used('rotas')),
    )
    .orderBy('used_at')
    .orderBy('hash')
}

/** Hashes of the network's documents that may mention the person themselves or in a rota or problem. */
export async function documentsOf(
  db: Db,
  { network, person }: PersonOf,
  names: readonly string[],
): Promise<readonly string[]> {
  const has = hasNames(names)
  const rows = await usedDocuments(db, network)
    .where(({ or, exists, selectFrom }) =>
      or([
        mayHaveId(person),
        has('documents.body'),
        exists(
          selectFrom('rotas')
            .select('version')
            .where('network', '=', network)
            .whereRef('document_hash', '=', 'documents.hash')
            .where(({ or }) => or([has('rotas.body'), has('rotas.judgement')])),
        ),
        exists(
          selectFrom('operations')
            .select('id')
            .where('network', '=', network)
            .whereRef('document_hash', '=', 'documents.hash')
            .where(has('operations.problem')),
        ),
      ]),
    )
    .execute()
  return rows.map(({ hash }) => hash)
}

/** Whether a text may contain one of these names. */
function hasNames(names: readonly string[]) {
  const words = names.map((name) => JSON.stringify(longestWord(name)).slice(1, -1).toLowerCase())
  return (text: string) => sql<boolean>`lower(${sql.ref(text)}) like any(${words.map(asPattern)}::text[])`
}

/** A name may span a line break, but its longest word does not. */
function longestWord(name: string): string {
  return name.split(/\s+/).reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

function asPattern(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
}

export async function bodyOf(db: Db, hash: string): Promise<string> {
  return (await db.selectFrom('documents').select('body').where('hash', '=', hash).executeTakeFirstOrThrow()).body
}

export function rotasFor(db: Db, network: string, hash: string): Promise<StoredRota[]> {
  return db
    .selectFrom('rotas')
    .select(['week_from as weekFrom', 'version', 'body', 'judgement'])
    .where('network', '=', network)
    .where('document_hash', '=', hash)
    .orderBy('week_from')
    .orderBy('version')
    .execute()
}

/** In the order they were proposed. */
export function swapsOfNetwork(db: Db, network: string): Promise<StoredSwap[]> {
  return db
    .selectFrom('swaps')
    .select(['id', 'week_from as weekFrom', 'version', 'state', 'giver', 'taker', 'body'])
    .where('network', '=', network)
    .orderBy('seq')
    .execute()
}

/** Long questions that may mention the person in request or answer, and all questions about these documents. */
export async function questionsOf(
  db: Db,
  { network, person }: PersonOf,
  { names, documents }: { readonly names: readonly string[]; readonly documents: readonly string[] },
): Promise<StoredQuestion[]> {
  const has = hasNames(names)
  const hasId = (text: string) => sql<boolean>`position(${JSON.stringify(person)}::text in ${sql.ref(text)}) > 0`
  const rows = await db
    .selectFrom('operations')
    .innerJoin('documents', 'documents.hash', 'operations.document_hash')
    .select(['operations.id', 'operations.kind', 'operations.state', 'operations.submitted_at as submittedAt'])
    .select(['operations.request', 'operations.result', 'documents.body as document'])
    .where('operations.network', '=', network)
    .where(isOf('questions'))
    .where(({ or }) =>
      or([
        sql<boolean>`operations.document_hash = any(${sql.val([...documents])}::text[])`,
        ...['operations.request', 'operations.result'].flatMap((text) => [has(text), hasId(text)]),
      ]),
    )
    .orderBy('operations.submitted_at')
    .execute()
  return rows.flatMap(({ kind, request, ...row }) =>
    kind === 'solve' ? [] : [{ ...row, kind, request: request ?? '{}' }],
  )
}
