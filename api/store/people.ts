/** People of a network's kept documents and rotas: what is kept of one, and how that is erased. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { forgetUnused, lockNetwork, putDocument } from './kept-documents.ts'
import type { Tenant } from './tenant.ts'

export interface PersonOf extends Tenant {
  readonly person: string
}

export interface StoredRota {
  readonly weekFrom: string
  readonly version: number
  readonly body: string
  readonly judgement: string | null
}

/** Reads of a person; null for a document that does not know them. */
export interface Readers<D, R> {
  readonly document: (body: string) => D | null
  readonly rota: (rota: StoredRota) => R
}

/** What is kept of a person, in no document's order but that of time. Told to the audit log, where there is anything. */
export async function readPerson<D, R>(db: Db, who: PersonOf, read: Readers<D, R>) {
  const documents: { documentHash: string; told: D }[] = []
  for (const documentHash of await documentsNaming(db, who)) {
    const told = read.document(await bodyOf(db, documentHash))
    if (told !== null) documents.push({ documentHash, told })
  }
  const rotas: { weekFrom: string; version: number; told: R }[] = []
  for (const { documentHash } of documents)
    for (const rota of await rotasFor(db, who.network, documentHash))
      rotas.push({ weekFrom: rota.weekFrom, version: rota.version, told: read.rota(rota) })
  const { actor, network, person } = who
  if (documents.length > 0) await record(db, { actor, action: 'export-person', subject: subjectOf(person), network })
  return { documents, rotas }
}

const subjectOf = (person: string) => `person/${person}`

/** Hashes of the network's documents in which the id stands somewhere: documents are kept as JSON without escapes. */
async function documentsNaming(db: Db, { network, person }: PersonOf): Promise<string[]> {
  const used = (table: 'operations' | 'kept_documents' | 'rotas') =>
    db.selectFrom(table).select('document_hash as hash').where('network', '=', network)
  const rows = await db
    .selectFrom('documents')
    .select('hash')
    .where('hash', 'in', used('operations').union(used('kept_documents')).union(used('rotas')))
    .where(sql<boolean>`position(${JSON.stringify(person)}::text in body) > 0`)
    .orderBy('used_at')
    .orderBy('hash')
    .execute()
  return rows.map(({ hash }) => hash)
}

async function bodyOf(db: Db, hash: string): Promise<string> {
  return (await db.selectFrom('documents').select('body').where('hash', '=', hash).executeTakeFirstOrThrow()).body
}

function rotasFor(db: Db, network: string, hash: string): Promise<StoredRota[]> {
  return db
    .selectFrom('rotas')
    .select(['week_from as weekFrom', 'version', 'body', 'judgement'])
    .where('network', '=', network)
    .where('document_hash', '=', hash)
    .orderBy('week_from')
    .orderBy('version')
    .execute()
}

/** Writes without a person; null for a document that does not know them. `former` is the id in their place. */
export interface Writers {
  readonly document: (body: string, former: string) => { body: string; hash: string; name: string } | null
  readonly text: (body: string, former: string, name: string) => string
}

export type Erased =
  | { readonly kind: 'erased'; readonly former: string; readonly documents: number; readonly rotas: number }
  | { readonly kind: 'nobody' }
  /** These operations have the person in their documents, and would bring them back. */
  | { readonly kind: 'still-solving'; readonly operations: readonly string[] }

export function erasePerson(db: Db, who: PersonOf, write: Writers): Promise<Erased> {
  return db.transaction().execute(async (trx) => {
    const { network, actor, person } = who
    // Nothing is kept for this network, and none of these documents is sent in again, until this is done.
    await lockNetwork(trx, network)
    const hashes = await documentsNaming(trx, who)
    if (hashes.length === 0) return { kind: 'nobody' }
    await trx.selectFrom('documents').select('hash').where('hash', 'in', hashes).orderBy('hash').forUpdate().execute()
    const former = `former-${await nextFormer(trx, network)}`
    const changes: Change[] = []
    for (const hash of hashes) {
      const without = write.document(await bodyOf(trx, hash), former)
      if (without !== null) changes.push({ ...without, old: hash })
    }
    if (changes.length === 0) return { kind: 'nobody' }
    const operations = await unfinished(trx, network, changes)
    if (operations.length > 0) return { kind: 'still-solving', operations }
    let rotas = 0
    for (const change of changes) {
      const text = (body: string) => write.text(body, former, change.name)
      rotas += await rewriteRotas(trx, { network, hash: change.old, text })
      await replaceDocument(trx, network, { ...change, text })
    }
    const subject = subjectOf(person)
    await trx
      .updateTable('audit')
      .set({ subject: former })
      .where('network', '=', network)
      .where('subject', '=', subject)
      .execute()
    await record(trx, { actor, action: 'erase-person', subject: former, network })
    return { kind: 'erased', former, documents: changes.length, rotas }
  })
}

interface Change {
  readonly old: string
  readonly hash: string
  readonly body: string
  readonly name: string
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

async function unfinished(trx: Db, network: string, changes: readonly Change[]): Promise<string[]> {
  const rows = await trx
    .selectFrom('operations')
    .select('id')
    .where('network', '=', network)
    .where('state', 'in', ['queued', 'running'])
    .where(
      'document_hash',
      'in',
      changes.map(({ old }) => old),
    )
    .execute()
  return rows.map(({ id }) => id)
}

interface Rewriting {
  readonly network: string
  readonly hash: string
  readonly text: (body: string) => string
}

async function rewriteRotas(trx: Db, { network, hash, text }: Rewriting): Promise<number> {
  const rotas = await rotasFor(trx, network, hash)
  for (const { weekFrom, version, body, judgement } of rotas)
    await trx
      .updateTable('rotas')
      .set({ body: text(body), judgement: judgement === null ? null : text(judgement) })
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('version', '=', version)
      .execute()
  return rotas.length
}

/** The new body takes the old one's place wherever the network uses it. */
async function replaceDocument(trx: Db, network: string, change: Change & Pick<Rewriting, 'text'>): Promise<void> {
  const { old, hash, body, text } = change
  await putDocument(trx, hash, body)
  for (const table of ['operations', 'kept_documents', 'rotas'] as const)
    await trx
      .updateTable(table)
      .set({ document_hash: hash })
      .where('network', '=', network)
      .where('document_hash', '=', old)
      .execute()
  const failed = await trx
    .selectFrom('operations')
    .select(['id', 'problem'])
    .where('network', '=', network)
    .where('document_hash', '=', hash)
    .where('problem', 'is not', null)
    .execute()
  for (const { id, problem } of failed)
    await trx
      .updateTable('operations')
      .set({ problem: text(problem ?? 'null') })
      .where('network', '=', network)
      .where('id', '=', id)
      .execute()
  await forgetUnused(trx, (query) => query.where('hash', '=', old))
}
