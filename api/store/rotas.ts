/** Rotas of a network's week, by version, made by solves or by hand. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import type { Tenant, WeekOf } from './tenant.ts'
import { lockWeek, nextVersion } from './weeks.ts'

export interface RotaVersion {
  readonly version: number
  readonly source: 'solve' | 'hand'
  readonly solve: string | null
  readonly status: string | null
  readonly documentHash: string
  /** Null if its document isn't stored for the week. */
  readonly documentVersion: number | null
  readonly madeAt: Date
  readonly madeBy: string
  /** Null if it is not currently published. */
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  /** First days of the weeks it is published for; null or empty if not published. */
  readonly publishedWeeks: readonly string[] | null
  /** When its last publication was replaced or withdrawn; null if it never was published, or still is. */
  readonly supersededAt: Date | null
}

export interface KeptRota extends RotaVersion {
  /** JSON of a report, or of `{ assignments, clinics }`. */
  readonly body: string
  readonly judgement: string | null
  /** JSON of its document. */
  readonly document: string
}

/** Newest first. */
export function listRotas(db: Db, week: WeekOf): Promise<readonly RotaVersion[]> {
  return rotasOf(db, week).execute()
}

/** Without its body. */
export async function findRotaVersion(db: Db, week: WeekOf, version: number): Promise<RotaVersion | null> {
  return (await rotasOf(db, week).where('rotas.version', '=', version).executeTakeFirst()) ?? null
}

export async function findRota(db: Db, week: WeekOf, version: number): Promise<KeptRota | null> {
  const row = await whole(db, week).where('rotas.version', '=', version).executeTakeFirst()
  return row ?? null
}

/** The published rota of a week, which may have started in an earlier week. */
export async function findPublished(
  db: Db,
  { network, weekFrom }: WeekOf,
): Promise<(KeptRota & { readonly weekFrom: string }) | null> {
  const place = await db
    .selectFrom('published_weeks')
    .innerJoin('publications', 'publications.id', 'published_weeks.publication_id')
    .select(['publications.week_from as weekFrom', 'publications.version'])
    .where('published_weeks.network', '=', network)
    .where('published_weeks.week', '=', weekFrom)
    .executeTakeFirst()
  if (place === undefined) return null
  const rota = await findRota(db, { network, weekFrom: place.weekFrom }, place.version)
  return rota === null ? null : { ...rota, weekFrom: place.weekFrom }
}

function whole(db: Db, week: WeekOf) {
  return rotasOf(db, week)
    .innerJoin('documents', 'documents.hash', 'rotas.document_hash')
    .select(['rotas.body', 'rotas.judgement', 'documents.body as document'])
}

function rotasOf(db: Db, { network, weekFrom }: WeekOf) {
  return db
    .selectFrom('rotas')
    .leftJoin('publications as publication', (join) =>
      join
        .onRef('publication.network', '=', 'rotas.network')
        .onRef('publication.week_from', '=', 'rotas.week_from')
        .onRef('publication.version', '=', 'rotas.version')
        .on('publication.withdrawn_at', 'is', null),
    )
    .select(({ selectFrom }) => [
      'rotas.version',
      'rotas.source',
      'rotas.operation_id as solve',
      'rotas.status',
      'rotas.document_hash as documentHash',
      selectFrom('kept_documents as kept')
        .whereRef('kept.network', '=', 'rotas.network')
        .whereRef('kept.week_from', '=', 'rotas.week_from')
        .whereRef('kept.document_hash', '=', 'rotas.document_hash')
        .select((kept) => kept.fn.max('kept.version').as('newest'))
        .as('documentVersion'),
      'rotas.made_at as madeAt',
      'rotas.actor as madeBy',
      'publication.published_at as publishedAt',
      'publication.published_by as publishedBy',
      selectFrom('publications as past')
        .whereRef('past.network', '=', 'rotas.network')
        .whereRef('past.week_from', '=', 'rotas.week_from')
        .whereRef('past.version', '=', 'rotas.version')
        .where('publication.id', 'is', null)
        .select((past) => past.fn.max('past.withdrawn_at').as('ended'))
        .as('supersededAt'),
      selectFrom('published_weeks')
        .whereRef('published_weeks.publication_id', '=', 'publication.id')
        .select(sql<string[]>`array_agg(published_weeks.week order by published_weeks.week)`.as('weeks'))
        .as('publishedWeeks'),
    ])
    .where('rotas.network', '=', network)
    .where('rotas.week_from', '=', weekFrom)
    .orderBy('rotas.version', 'desc')
}

export interface HandMade extends Tenant, WeekOf {
  readonly documentHash: string
  readonly body: string
  readonly judgement: string
  /** The version it was based on: stored only if that is still the newest. Omit to skip the check. */
  readonly madeFrom?: number
}

export type KeptByHand =
  | { readonly kind: 'kept'; readonly version: number; readonly isNew: boolean }
  /** A person has been erased from its document in the meantime, so the judged one no longer exists. */
  | { readonly kind: 'erased' }
  /** A newer rota than the one it was based on exists. */
  | { readonly kind: 'changed-since'; readonly newest: number; readonly madeBy: string; readonly madeAt: Date }

/** Stores a rota made by hand. Idempotent: resending the newest one doesn't store it twice. */
export function keepRota(db: Db, rota: HandMade): Promise<KeptByHand> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, rota.network)
    await lockWeek(trx, rota)
    const { network, weekFrom, documentHash, body } = rota
    const document = await trx
      .selectFrom('kept_documents')
      .select('version')
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('document_hash', '=', documentHash)
      .executeTakeFirst()
    if (document === undefined) return { kind: 'erased' as const }
    const newest = await trx
      .selectFrom('rotas')
      .select(['version', 'source', 'document_hash', 'body', 'actor', 'made_at'])
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (newest?.source === 'hand' && newest.document_hash === documentHash && newest.body === body)
      return { kind: 'kept' as const, version: newest.version, isNew: false }
    if (newest !== undefined && rota.madeFrom !== undefined && newest.version !== rota.madeFrom)
      return { kind: 'changed-since' as const, newest: newest.version, madeBy: newest.actor, madeAt: newest.made_at }
    return { kind: 'kept' as const, version: await addRota(trx, rota), isNew: true }
  })
}

/** Adds the week's next version, in a transaction that has locked the week; returns its number. */
export async function addRota(trx: Db, rota: Omit<HandMade, 'madeFrom'>): Promise<number> {
  const { network, weekFrom, documentHash, body, judgement, actor } = rota
  const version = await nextVersion(trx, rota, 'rotas')
  const place = { network, week_from: weekFrom, version, document_hash: documentHash, actor }
  await trx
    .insertInto('rotas')
    .values({ ...place, source: 'hand', body, judgement })
    .execute()
  await record(trx, { actor, action: 'keep-rota', subject: `${weekFrom}/rota/${version}`, network })
  return version
}

export interface SolvedRota extends Tenant, WeekOf {
  readonly operationId: string
  readonly documentHash: string
  readonly status: string
  /** JSON of the report. */
  readonly report: string
}

/** Stores a finished solve's report, in the transaction that ends the operation; returns its number. */
export async function keepReport(trx: Db, solved: SolvedRota): Promise<number> {
  const { network, weekFrom, operationId, documentHash, status, report, actor } = solved
  await lockWeek(trx, solved)
  const version = await nextVersion(trx, solved, 'rotas')
  const place = { network, week_from: weekFrom, version, document_hash: documentHash, actor }
  await trx
    .insertInto('rotas')
    .values({ ...place, source: 'solve', operation_id: operationId, status, body: report })
    .execute()
  return version
}

/** Records in the audit log that a rota was exported, with the file name. */
export function noteExport(
  db: Db,
  { network, actor, weekFrom, version, file }: Tenant & WeekOf & { readonly version: number; readonly file: string },
): Promise<void> {
  return record(db, { actor, action: 'export-rota', subject: `${weekFrom}/rota/${version}/${file}`, network })
}
