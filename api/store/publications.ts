/** Publishing a rota, and taking it back: a person's act, written down. One version of a week is published, or none. */
import { sql } from 'kysely'
import { record } from './audit.ts'
import type { Db } from './database.ts'
import { announce } from './news.ts'
import type { Tenant, WeekOf } from './tenant.ts'
import { holdWeek } from './weeks.ts'

export interface Publishing extends Tenant, WeekOf {
  readonly version: number
}

/** Ends of a solve that leave nothing to be published. */
const WITHOUT_ROTA = ['impossible', 'no-rota']

export type Published = 'published' | 'no-such-rota' | 'holds-no-rota'

/** What was published before of this week is withdrawn by it. */
export function publish(db: Db, publishing: Publishing): Promise<Published> {
  return db.transaction().execute(async (trx) => {
    const { network, weekFrom, version, actor } = publishing
    if (!(await holdWeek(trx, publishing))) return 'no-such-rota'
    const rota = await trx
      .selectFrom('rotas')
      .select('status')
      .where('network', '=', network)
      .where('week_from', '=', weekFrom)
      .where('version', '=', version)
      .executeTakeFirst()
    if (rota === undefined) return 'no-such-rota'
    if (WITHOUT_ROTA.includes(rota.status ?? '')) return 'holds-no-rota'
    const now = await publishedNow(trx, publishing)
    if (now === version) return 'published'
    if (now !== null) await withdrawn(trx, { ...publishing, version: now })
    await trx
      .insertInto('publications')
      .values({ network, week_from: weekFrom, version, published_by: actor })
      .execute()
    await record(trx, { actor, action: 'publish', subject: `${weekFrom}/rota/${version}`, network })
    await announce(trx, { network, event: 'rota.published', data: { weekFrom, version } })
    return 'published'
  })
}

/** False where this version is not published. */
export function withdraw(db: Db, publishing: Publishing): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    if (!(await holdWeek(trx, publishing))) return false
    if ((await publishedNow(trx, publishing)) !== publishing.version) return false
    await withdrawn(trx, publishing)
    return true
  })
}

async function publishedNow(trx: Db, { network, weekFrom }: WeekOf): Promise<number | null> {
  const row = await trx
    .selectFrom('publications')
    .select('version')
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.version ?? null
}

async function withdrawn(trx: Db, { network, weekFrom, version, actor }: Publishing): Promise<void> {
  await trx
    .updateTable('publications')
    .set({ withdrawn_at: sql<Date>`now()` })
    .where('network', '=', network)
    .where('week_from', '=', weekFrom)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(trx, { actor, action: 'withdraw', subject: `${weekFrom}/rota/${version}`, network })
  await announce(trx, { network, event: 'rota.withdrawn', data: { weekFrom, version } })
}
