/**
 * Publishing a rota, and taking it back: a person's act, written down. Of each week one rota is published, or none: one of several weeks
 * that is replaced in some of them goes on in the others.
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
  /** Only these of the weeks it covers; default: all. */
  readonly only?: readonly string[]
}

/** What was read from a rota that is to be published: as large as a week, so it is read before the transaction, and elsewhere. */
export interface RotaContent {
  /** Each week that the rota covers, Monday to Sunday, in order. */
  readonly weeks: readonly DayRange[]
  /** Its sessions, as calendars show them. */
  readonly sessions: readonly SessionRow[]
}

/** What was read, and the hash of the document that the rota had then. */
export interface ReadRota extends RotaContent {
  readonly documentHash: string
}

/** What a rota that was published before has lost to another. */
export interface Replaced {
  readonly weekFrom: string
  readonly version: number
  /** Those that are the other's now. */
  readonly weeks: readonly string[]
  /** Those that it is still published for. */
  readonly left: readonly string[]
}

/** Ends of a solve that leave nothing to be published. */
const WITHOUT_ROTA = ['impossible', 'no-rota']

export type Published =
  /** `affected`: people whose sessions are others now. */
  | { readonly kind: 'published'; readonly replaces: readonly Replaced[]; readonly affected: readonly string[] }
  | { readonly kind: 'no-such-rota' }
  | { readonly kind: 'holds-no-rota' }
  /** Somebody has been erased from the rota since it was read. */
  | { readonly kind: 'changed-since' }

/** What was published before of these weeks is replaced by it. */
export function publish(db: Db, publishing: Publishing, read: ReadRota): Promise<Published> {
  return db.transaction().execute((trx) => publishIn(trx, publishing, read))
}

/** The same within a transaction. */
export async function publishIn(trx: Db, publishing: Publishing, read: ReadRota): Promise<Published> {
  const { network, weekFrom, version, actor, only } = publishing
  const rota = await rotaOf(trx, publishing)
  if (rota === null) return { kind: 'no-such-rota' }
  if (WITHOUT_ROTA.includes(rota.status ?? '')) return { kind: 'holds-no-rota' }
  // Rotas that start in other weeks may cover these: one publication per network at a time, and no erasure meanwhile.
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

/** What is published of these weeks, each with those of them that it has. */
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

/** The weeks a publication still has; it has ended if there are none. */
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

/** In the log it is replaced, since nobody took it back. One that has no week left is withdrawn for whoever listens; of one that goes on, the log has what it lost. */
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

/** Takes it back from every week that it still has, which are without a rota then. False where this version is not published. */
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
