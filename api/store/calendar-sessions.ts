/** Published sessions as calendars have them. They follow publications, in the same transactions. */
import { sql } from 'kysely'
import type { Db } from './db.ts'

/** A session as it is published; `body` is JSON of what a calendar shows of it. */
export interface SessionRow {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly body: string
}

/** Days, both included. */
export interface DayRange {
  readonly first: string
  readonly last: string
}

interface Change {
  readonly kind: 'added' | 'changed' | 'cancelled'
  readonly date: string
  readonly person: string
}

/**
 * Makes the sessions of these days what they are now, and returns whom that affects. A session that changes keeps its identity and gets
 * the next number; one that is gone stays, as cancelled. Changes of days that had been published before are counted.
 */
export async function replaceSessions(
  trx: Db,
  network: string,
  { ranges, sessions }: { readonly ranges: readonly DayRange[]; readonly sessions: readonly SessionRow[] },
): Promise<readonly string[]> {
  const changes: Change[] = []
  for (const range of ranges) {
    const known = await sessionsIn(trx, network, range).forUpdate().execute()
    const wasPublished = known.some(({ is_cancelled }) => !is_cancelled)
    const now = sessions.filter(({ date }) => range.first <= date && date <= range.last)
    const found = await write(trx, network, { known, now })
    changes.push(...found)
    if (wasPublished) await countChanges(trx, network, found)
  }
  return [...new Set(changes.map(({ person }) => person))].sort()
}

function sessionsIn(trx: Db, network: string, { first, last }: DayRange) {
  return trx
    .selectFrom('calendar_sessions')
    .selectAll()
    .where('network', '=', network)
    .where('date', '>=', first)
    .where('date', '<=', last)
    .orderBy('date')
}

type Known = Awaited<ReturnType<ReturnType<typeof sessionsIn>['execute']>>[number]

async function write(
  trx: Db,
  network: string,
  { known, now }: { readonly known: readonly Known[]; readonly now: readonly SessionRow[] },
): Promise<Change[]> {
  const before = new Map(known.map((row) => [keyOf(row), row]))
  const kept = new Set(now.map(keyOf))
  const changes: Change[] = []
  const added: SessionRow[] = []
  for (const session of now) {
    const was = before.get(keyOf(session))
    if (was === undefined) added.push(session)
    else if (!was.is_cancelled && was.site === session.site && was.body === session.body) continue
    else await change(trx, network, { was, session })
    changes.push({
      kind: was === undefined || was.is_cancelled ? 'added' : 'changed',
      date: session.date,
      person: session.person,
    })
  }
  // A statement can hold only a limited number of values.
  for (let at = 0; at < added.length; at += AT_A_TIME) {
    const rows = added.slice(at, at + AT_A_TIME).map((row) => ({ network, ...row }))
    await trx.insertInto('calendar_sessions').values(rows).execute()
  }
  for (const was of known) {
    if (was.is_cancelled || kept.has(keyOf(was))) continue
    await change(trx, network, { was, session: null })
    changes.push({ kind: 'cancelled', date: was.date, person: was.person })
  }
  return changes
}

const AT_A_TIME = 1000

function keyOf({ person, date, part }: Pick<SessionRow, 'person' | 'date' | 'part'>): string {
  return JSON.stringify([person, date, part])
}

async function change(
  trx: Db,
  network: string,
  { was, session }: { readonly was: Known; readonly session: SessionRow | null },
): Promise<void> {
  const now = session ?? was
  const left = new Set(was.left_sites)
  if (now.site !== was.site) left.add(was.site)
  left.delete(now.site)
  await trx
    .updateTable('calendar_sessions')
    .set({
      site: now.site,
      body: now.body,
      left_sites: [...left],
      is_cancelled: session === null,
      sequence: sql<number>`sequence + 1`,
      changed_at: sql<Date>`now()`,
    })
    .where('network', '=', network)
    .where('person', '=', was.person)
    .where('date', '=', was.date)
    .where('part', '=', was.part)
    .execute()
}

async function countChanges(trx: Db, network: string, changes: readonly Change[]): Promise<void> {
  const days = [...new Set(changes.map(({ date }) => date))]
  const count = (date: string, kind: Change['kind']) =>
    changes.filter((one) => one.date === date && one.kind === kind).length
  const rows = days.map((date) => ({
    network,
    date,
    added: count(date, 'added'),
    changed: count(date, 'changed'),
    cancelled: count(date, 'cancelled'),
  }))
  if (rows.length > 0) await trx.insertInto('session_changes').values(rows).execute()
}

/** What a feed shows from this day on: of a person, or of a site; a session that has left the site is cancelled there. */
export function feedSessions(
  db: Db,
  { network, kind, subject }: { readonly network: string; readonly kind: 'person' | 'site'; readonly subject: string },
  from: string,
) {
  return db
    .selectFrom('calendar_sessions')
    .select(['person', 'date', 'part', 'site', 'body', 'sequence', 'changed_at as changedAt'])
    .select(
      kind === 'person'
        ? 'is_cancelled as isCancelled'
        : sql<boolean>`is_cancelled or site <> ${subject}`.as('isCancelled'),
    )
    .where('network', '=', network)
    .where('date', '>=', from)
    .where((eb) =>
      kind === 'person'
        ? eb('person', '=', subject)
        : eb.or([eb('site', '=', subject), sql<boolean>`${subject} = any(left_sites)`]),
    )
    .orderBy('date')
    .orderBy('part')
    .orderBy('person')
    .execute()
}

/** Changes of published sessions on these days: how many, and how many days ahead people learned of them. */
export function changesIn(db: Db, network: string, { first, last }: DayRange) {
  return db
    .selectFrom('session_changes')
    .select(['date', 'added', 'changed', 'cancelled'])
    .select(sql<string>`to_char(changed_at at time zone 'Europe/London', 'YYYY-MM-DD')`.as('on'))
    .where('network', '=', network)
    .where('date', '>=', first)
    .where('date', '<=', last)
    .orderBy('id')
    .execute()
}
