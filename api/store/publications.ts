/**
 * Publishes and withdraws rotas, by people only, with audit entries. At most one rota is published per week: a rota of several
 * weeks that is replaced in some of them stays in force in the others.
 */
import { sql } from 'kysely'
import { record } from './audit.ts'
import { type DayRange, replaceSessions, type SessionRow } from './calendar-sessions.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import { announce } from './news.ts'
import type { Tenant, WeekOf } from './tenant.ts'

export interface Publishing extends Tenant, WeekOf {
  readonly version: number
  /** Subset of the weeks it covers; default: all. */
  readonly only?: readonly string[]
}

/**
 * Data extracted from a rota to be published. It may be as large as a week, so it is read before the transaction, in another
 * thread.
 */
export interface RotaContent {
  /** The weeks the rota covers, Monday to Sunday, in order. */
  readonly weeks: readonly DayRange[]
  /** Its sessions as shown in calendars. */
  readonly sessions: readonly SessionRow[]
}

/** The extracted data, and the hash of the rota's document at that time. */
export interface ReadRota extends RotaContent {
  readonly documentHash: string
}

/** What a previously published rota has lost to another. */
export interface Replaced {
  readonly weekFrom: string
  readonly version: number
  /** Weeks now published from the other. */
  readonly weeks: readonly string[]
  /** Weeks it is still published for. */
  readonly left: readonly string[]
}

/** Statuses without a rota to publish. */
const WITHOUT_ROTA = ['impossible', 'no-rota']

export type Published =
  /** `affected`: people whose sessions changed. */
  | { readonly kind: 'published'; readonly replaces: readonly Replaced[]; readonly affected: readonly string[] }
  | { readonly kind: 'no-such-rota' }
  | { readonly kind: 'holds-no-rota' }
  /** A person has been erased from the rota since it was read. */
  | { readonly kind: 'changed-since' }

/** Publishes a rota, replacing whatever was published for these weeks. */
export function publish(db: Db, publishing: Publishing, read: ReadRota): Promise<Published> {
  return db.transaction().execute((trx) => publishIn(trx, publishing, read))
}

/** The same within a transaction. */
export async function publishIn(trx: Db, publishing: Publishing, read: ReadRota): Promise<Published> {
  const { network, weekFrom, version, actor, only } = publishing
  const rota = await rotaOf(trx, publishing)
  if (rota === null) return { kind: 'no-such-rota' }
  if (WITHOUT_ROTA.includes(rota.status ?? '')) return { kind: 'holds-no-rota' }
  // Rotas that start in other weeks may cover these, so lock the network: one publication at a time, and no concurrent erasure.
  await lockNetwork(trx, network)
  const locked = await rotaOf(trx, publishing)
  if (locked?.documentHash !== read.documentHash) return { kind: 'changed-since' }
  const ranges = read.weeks.filter(({ first }) => only?.includes(first) !== false)
  const weeks = ranges.map(({ first }) => first)
  const isThis = (one: Held) => one.weekFrom === weekFrom && one.version === version
  const before = await heldIn(trx, network, weeks)
  if (before.filter(isThis).flatMap((one) => one.weeks).length === weeks.length)
    return { kind: 'published', replaces: [], affected: [] }
  await trx.deleteFrom('published_weeks').where('network', '=', network).where('week', 'in', weeks).execute()
  const replaces: Replaced[] = []
  for (const one of before) {
    const left = await endWhereReplaced(trx, one.id)
    if (!isThis(one)) replaces.push({ weekFrom: one.weekFrom, version: one.version, weeks: one.weeks, left })
  }
  await insert(trx, publishing, weeks)
  const affected = await replaceSessions(trx, network, { ranges, sessions: read.sessions })
  for (const one of replaces) await noteReplaced(trx, publishing, one)
  await record(trx, { actor, action: 'publish', subject: `${weekFrom}/rota/${version}`, network })
  await announce(trx, {
    network,
    event: 'rota.published',
    data: { weekFrom, version, weeks, replaces, affected: affected.length },
  })
  return { kind: 'published', replaces, affected }
}

async function rotaOf(trx: Db, { network, weekFrom, version }: Publishing) {
  const rota = await trx
    .selectFrom('rotas')
    .select(['status', 'document_hash as documentHash'])
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .where('version', '=', version)
    .executeTakeFirst()
  return rota ?? null
}

interface Held {
  readonly id: string
  readonly weekFrom: string
  readonly version: number
  readonly weeks: readonly string[]
}

/** Current publications of these weeks, each with the weeks it holds. */
function heldIn(trx: Db, network: string, weeks: readonly string[]): Promise<Held[]> {
  return trx
    .selectFrom('published_weeks')
    .innerJoin('publications', 'publications.id', 'published_weeks.publication_id')
    .select(['publications.id', 'publications.week_from as weekFrom', 'publications.version'])
    .select(sql<string[]>`array_agg(published_weeks.week order by published_weeks.week)`.as('weeks'))
    .where('published_weeks.network', '=', network)
    .where('published_weeks.week', 'in', weeks)
    .groupBy(['publications.id', 'publications.week_from', 'publications.version'])
    .orderBy('publications.id')
    .execute()
}

/** The weeks a publication still holds; ends it if there are none. */
async function endWhereReplaced(trx: Db, id: string): Promise<readonly string[]> {
  const left = await trx
    .selectFrom('published_weeks')
    .select('week')
    .where('publication_id', '=', id)
    .orderBy('week')
    .execute()
  if (left.length === 0) await end(trx, id)
  return left.map(({ week }) => week)
}

async function end(trx: Db, id: string): Promise<void> {
  await trx.updateTable('publications').set({ withdrawn_at: sql<Date>`now()` }).where('id', '=', id).execute()
}

async function insert(trx: Db, { network, weekFrom, version, actor }: Publishing, weeks: readonly string[]) {
  const { id } = await trx
    .insertInto('publications')
    .values({ network, week_from: weekFrom, version, published_by: actor })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('published_weeks')
    .values(weeks.map((week) => ({ network, week, publication_id: id })))
    .execute()
}

/**
 * Records the loss of weeks in the audit log, as a replacement, since nobody withdrew the rota. If it has no weeks left, webhooks are
 * notified of a withdrawal.
 */
async function noteReplaced(trx: Db, { network, actor }: Publishing, one: Replaced): Promise<void> {
  const subject = `${one.weekFrom}/rota/${one.version}`
  if (one.left.length > 0) {
    await record(trx, { actor, action: 'replace', subject: `${subject}/weeks/${one.weeks.join(',')}`, network })
    return
  }
  await record(trx, { actor, action: 'replace', subject, network })
  const { weekFrom, version, weeks } = one
  await announce(trx, { network, event: 'rota.withdrawn', data: { weekFrom, version, weeks } })
}

/** Withdraws a rota from every week it still holds, leaving those without one. False if this version isn't published. */
export function withdraw(
  db: Db,
  publishing: Publishing,
  { lastDayOf }: { readonly lastDayOf: (monday: string) => string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { network, weekFrom, version, actor } = publishing
    if ((await rotaOf(trx, publishing)) === null) return false
    await lockNetwork(trx, network)
    const now = await trx
      .selectFrom('publications')
      .select('id')
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('version', '=', version)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (now === undefined) return false
    const weeks = await trx
      .deleteFrom('published_weeks')
      .where('publication_id', '=', now.id)
      .returning('week')
      .execute()
    await end(trx, now.id)
    const ranges = weeks.map(({ week }) => ({ first: week, last: lastDayOf(week) }))
    await replaceSessions(trx, network, { ranges, sessions: [] })
    await record(trx, { actor, action: 'withdraw', subject: `${weekFrom}/rota/${version}`, network })
    const data = { weekFrom, version, weeks: weeks.map(({ week }) => week).sort() }
    await announce(trx, { network, event: 'rota.withdrawn', data })
    return true
  })
}
