/** Swaps of published sessions: proposed, agreed to, and accepted, refused or withdrawn. One is never decided twice. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { lockNetwork } from './kept-documents.ts'
import { announce } from './news.ts'
import { publishIn, type RotaContent } from './publications.ts'
import { addRota } from './rotas.ts'
import type { Tables } from './tables.ts'
import type { Tenant, WeekOf } from './tenant.ts'
import { lockWeek } from './weeks.ts'

type Stored = Tables['swaps']['state']
/** `lapsed`: nobody decided before its first session began. */
export const SWAP_STATES = ['proposed', 'agreed', 'accepted', 'refused', 'withdrawn', 'lapsed'] as const
export type SwapState = (typeof SWAP_STATES)[number]

const OPEN: readonly Stored[] = ['proposed', 'agreed']

/** The rota a swap was checked against. */
export interface CheckedRota extends WeekOf {
  readonly version: number
  readonly documentHash: string
}

export interface SwapRow {
  readonly id: string
  readonly seq: string
  readonly weekFrom: string
  readonly version: number
  readonly state: SwapState
  readonly giver: string
  readonly taker: string
  /** JSON of both sides and the rules' verdict. */
  readonly body: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly agreedAt: Date | null
  readonly settledBy: string | null
  readonly settledAt: Date | null
  readonly publishedVersion: number | null
}

/** Current local time, `YYYY-MM-DDTHH:mm`: sessions that have begun can't be swapped. */
interface At {
  readonly now: string
}

function swapsOf(db: Db, network: string, { now }: At) {
  const isLapsed = sql<boolean>`state in ('proposed', 'agreed') and begins <= ${now}`
  return db
    .selectFrom('swaps')
    .select(['id', 'week_from as weekFrom', 'version', 'giver', 'taker', 'body'])
    .select([
      sql<string>`seq::text`.as('seq'),
      sql<SwapState>`case when ${isLapsed} then 'lapsed' else state end`.as('state'),
    ])
    .select(['proposed_by as proposedBy', 'proposed_at as proposedAt', 'agreed_at as agreedAt'])
    .select(['settled_by as settledBy', 'settled_at as settledAt', 'published_version as publishedVersion'])
    .where('network', '=', network)
}

const isOf = (person: string): Expression<SqlBool> => sql<SqlBool>`(giver = ${person} or taker = ${person})`

export interface SwapsAsked extends At {
  readonly network: string
  /** Only this person's; null for everybody's. */
  readonly person: string | null
  readonly state: SwapState | null
  /** Cursor: the `seq` of the previous page's last swap. */
  readonly before: string | null
  readonly limit: number
}

/** Newest first. */
export async function listSwaps(db: Db, asked: SwapsAsked): Promise<readonly SwapRow[]> {
  const { person, state, before } = asked
  return db
    .selectFrom(swapsOf(db, asked.network, asked).as('swap'))
    .selectAll()
    .$if(person !== null, (query) => query.where(isOf(person ?? '')))
    .$if(state !== null, (query) => query.where('state', '=', state))
    .$if(before !== null, (query) => query.where(sql<SqlBool>`seq::bigint < ${before ?? ''}::bigint`))
    .orderBy(sql`seq::bigint`, 'desc')
    .limit(asked.limit)
    .execute()
}

/** Null if the network has none with this id, or it isn't this person's. */
export async function findSwap(
  db: Db,
  {
    network,
    id,
    now,
    person = null,
  }: At & { readonly network: string; readonly id: string; readonly person?: string | null },
): Promise<SwapRow | null> {
  const row = await swapsOf(db, network, { now })
    .where('id', '=', id)
    .$if(person !== null, (query) => query.where(isOf(person ?? '')))
    .executeTakeFirst()
  return row ?? null
}

/** Limit of open swaps proposed by one person. */
const MOST = 20

export interface SwapProposal extends At {
  readonly giver: string
  readonly taker: string
  readonly begins: string
  readonly body: string
  readonly checked: CheckedRota
}

export type SwapProposed =
  | { readonly kind: 'proposed'; readonly swap: SwapRow; readonly isNew: boolean }
  | { readonly kind: 'changed-since' | 'too-many' }

/** Idempotent: an open swap of the same sessions isn't stored twice. */
export function proposeSwap(db: Db, { network, actor }: Tenant, proposal: SwapProposal): Promise<SwapProposed> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const { giver, taker, begins, body, checked, now } = proposal
    if ((await weeksHeld(trx, checked)) === null) return { kind: 'changed-since' }
    const open = await swapsOf(trx, network, { now })
      .where('giver', '=', giver)
      .where('state', 'in', OPEN)
      .where('begins', '>', now)
      .execute()
    const same = open.find((one) => one.body === body && one.version === checked.version)
    if (same !== undefined) return { kind: 'proposed', swap: same, isNew: false }
    if (open.length >= MOST) return { kind: 'too-many' }
    const { weekFrom, version } = checked
    const { id } = await trx
      .insertInto('swaps')
      .values({
        network,
        week_from: weekFrom,
        version,
        state: 'proposed',
        giver,
        taker,
        begins,
        body,
        proposed_by: actor,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      kind: 'proposed',
      swap: await told(trx, { network, actor }, { id, now, action: 'propose-swap' }),
      isNew: true,
    }
  })
}

/** The weeks this rota is currently published for; null if there are none or its document has changed. */
async function weeksHeld(trx: Db, { network, weekFrom, version, documentHash }: CheckedRota) {
  const rows = await trx
    .selectFrom('published_weeks')
    .innerJoin('publications', 'publications.id', 'published_weeks.publication_id')
    .innerJoin('rotas', (join) =>
      join
        .onRef('rotas.network', '=', 'publications.network')
        .onRef('rotas.week_from', '=', 'publications.week_from')
        .onRef('rotas.version', '=', 'publications.version'),
    )
    .select('published_weeks.week')
    .where('publications.network', '=', network)
    .where('publications.week_from', '=', weekFrom)
    .where('publications.version', '=', version)
    .where('rotas.document_hash', '=', documentHash)
    .orderBy('published_weeks.week')
    .execute()
  return rows.length === 0 ? null : rows.map(({ week }) => week)
}

/** Records the step in the audit log, announces it, and returns the updated swap. */
async function told(
  trx: Db,
  { network, actor }: Tenant,
  { id, now, action }: At & { readonly id: string; readonly action: string },
): Promise<SwapRow> {
  const swap = await swapsOf(trx, network, { now }).where('id', '=', id).executeTakeFirstOrThrow()
  await record(trx, { actor, action, subject: `swap/${id}`, network })
  const { weekFrom, version, state } = swap
  await announce(trx, { network, event: 'swap.changed', data: { swap: id, state, weekFrom, version } })
  return swap
}

export interface SwapStep extends At {
  readonly id: string
  readonly to: 'agreed' | 'refused' | 'withdrawn'
  /** The side taking this step; null for a manager. */
  readonly by: { readonly side: 'giver' | 'taker'; readonly person: string } | null
}

export type SwapMoved =
  /** Also if it was already in this state. */
  | { readonly kind: 'done'; readonly swap: SwapRow }
  | { readonly kind: 'settled'; readonly swap: SwapRow }
  | { readonly kind: 'nothing' }

const ACTIONS: Readonly<Record<SwapStep['to'], string>> = {
  agreed: 'agree-swap',
  refused: 'refuse-swap',
  withdrawn: 'withdraw-swap',
}

/** Agrees to an open swap, or closes it without changing any rota. */
export function moveSwap(db: Db, { network, actor }: Tenant, { id, to, by, now }: SwapStep): Promise<SwapMoved> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const swap = await findSwap(trx, { network, id, now, ...(by === null ? {} : { person: by.person }) })
    if (swap === null || (by !== null && swap[by.side] !== by.person)) return { kind: 'nothing' }
    if (swap.state === to) return { kind: 'done', swap }
    if (!isOpen(swap)) return { kind: 'settled', swap }
    const settled =
      to === 'agreed' ? { agreed_at: sql<Date>`now()` } : { settled_at: sql<Date>`now()`, settled_by: actor }
    await trx
      .updateTable('swaps')
      .set({ state: to, ...settled })
      .where('id', '=', id)
      .execute()
    return { kind: 'done', swap: await told(trx, { network, actor }, { id, now, action: ACTIONS[to] }) }
  })
}

/** Whether it is still undecided. */
export function isOpen({ state }: SwapRow): boolean {
  return OPEN.some((one) => one === state)
}

export interface SwapAcceptance extends At {
  readonly id: string
  /** The rota the swap was checked against, which must still be the published one. */
  readonly checked: CheckedRota
  /** JSON of both sides and the rules' current verdict. */
  readonly body: string
  /** JSON of the rota with the swap; `judgement`: of the rules' findings in it. */
  readonly plan: string
  readonly judgement: string
  /** Of the rota with the swap. */
  readonly content: RotaContent
}

export type SwapAccepted =
  | SwapMoved
  | { readonly kind: 'accepted'; readonly swap: SwapRow; readonly affected: readonly string[] }
  | { readonly kind: 'changed-since' }

/** Atomically stores the rota with the swap as the next version and publishes it for the weeks the previous one still held. */
export function acceptSwap(
  db: Db,
  { network, actor }: Tenant,
  { id, checked, body, plan, judgement, content, now }: SwapAcceptance,
): Promise<SwapAccepted> {
  return db.transaction().execute(async (trx) => {
    await lockNetwork(trx, network)
    const swap = await findSwap(trx, { network, id, now })
    if (swap === null) return { kind: 'nothing' }
    if (swap.state === 'accepted') return { kind: 'done', swap }
    if (!isOpen(swap)) return { kind: 'settled', swap }
    const weeks = await weeksHeld(trx, checked)
    if (weeks === null) return { kind: 'changed-since' }
    const { weekFrom, documentHash } = checked
    await lockWeek(trx, checked)
    const version = await addRota(trx, { network, actor, weekFrom, documentHash, body: plan, judgement })
    const publishing = { network, actor, weekFrom, version, only: weeks }
    const published = await publishIn(trx, publishing, { ...content, documentHash })
    const settled = { settled_at: sql<Date>`now()`, settled_by: actor, published_version: version }
    await trx
      .updateTable('swaps')
      .set({ state: 'accepted', body, week_from: weekFrom, version: checked.version, ...settled })
      .where('id', '=', id)
      .execute()
    const accepted = await told(trx, { network, actor }, { id, now, action: 'accept-swap' })
    return { kind: 'accepted', swap: accepted, affected: published.kind === 'published' ? published.affected : [] }
  })
}
