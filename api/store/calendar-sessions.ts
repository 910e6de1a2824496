/** Published sessions as shown in calendars, updated in the same transactions as publications. */
import { sql } from 'kysely'
import type { Db } from './db.ts'

/** A published session; `body` is JSON of what a calendar shows. */
export interface SessionRow {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly body: string
}

/** Range of days, inclusive. */
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
 * Replaces the sessions of these days and returns the people affected. A changed session keeps its UID and gets the next sequence
 * number; a removed one stays as cancelled. Changes to days published before are counted. Works day by day, yielding in between,
 * since an embedded database runs on the main thread.
 */
export async function replaceSessions(
  trx: Db,
  network: string,
  { ranges, sessions }: { readonly ranges: readonly DayRange[]; readonly sessions: readonly SessionRow[] },
): Promise<readonly string[]> {
  const changes: Change[] = []
  for (const range of ranges) {
    const before = await publishedDays(trx, network, range)
    const now = sessions.filter(({ date }) => range.first <= date && date <= range.last)
    const found: Change[] = []
    for (const date of new Set([...before, ...now.map((session) => session.date)].sort())) {
      const known = await sessionsOn(trx, network, date)
      found.push(...(await write(trx, network, { known, now: now.filter((session) => session.date === date) })))
      await nextTurn()
    }
    changes.push(...found)
    if (before.length > 0) await countChanges(trx, network, found)
  }
  return [...new Set(changes.map(({ person }) => person))].sort()
}

/** Days that have uncancelled sessions. */
async function publishedDays(trx: Db, network: string, { first, last }: DayRange): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('calendar_sessions')
    .select('date')
    .distinct()
    .where('network', '=', network)
    .where('date', '>=', first)
    .where('date', '<=', last)
    .where('is_cancelled', '=', false)
    .execute()
  return rows.map(({ date }) => date)
}

function sessionsOn(trx: Db, network: string, date: string) {
  return trx
    .selectFrom('calendar_sessions')
    .selectAll()
    .where('network', '=', network)
    .where('date', '=', date)
    .forUpdate()
    .execute()
}

/** Yields to the event loop. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

type Known = Awaited<ReturnType<typeof sessionsOn>>[number]

/** A session to store. */
interface Entry extends SessionRow {
  readonly left: readonly string[]
  readonly cancelled: boolean
}

async function write(
  trx: Db,
  network: string,
  { known, now }: { readonly known: readonly Known[]; readonly now: readonly SessionRow[] },
): Promise<Change[]> {
  const before = new Map(known.map((row) => [keyOf(row), row]))
  const kept = new Set(now.map(keyOf))
  const changed = now.flatMap((session) => {
    const was = before.get(keyOf(session))
    const isSame = was?.is_cancelled === false && was.site === session.site && was.body === session.body
    return isSame ? [] : [{ kind: kindOf(was), entry: entryOf(session, was) }]
  })
  const gone = known
    .filter((was) => !was.is_cancelled && !kept.has(keyOf(was)))
    .map((was) => ({ kind: 'cancelled' as const, entry: { ...entryOf(was, was), cancelled: true } }))
  const all = [...changed, ...gone]
  await store(
    trx,
    network,
    all.map(({ entry }) => entry),
  )
  return all.map(({ kind, entry: { date, person } }) => ({ kind, date, person }))
}

function kindOf(was: Known | undefined): 'added' | 'changed' {
  return was === undefined || was.is_cancelled ? 'added' : 'changed'
}

/** Records the previous site if the session has moved. */
function entryOf({ person, date, part, site, body }: SessionRow, was: Known | undefined): Entry {
  const left = new Set(was?.left_sites)
  if (was !== undefined && was.site !== site) left.add(was.site)
  left.delete(site)
  return { person, date, part, site, body, left: [...left], cancelled: false }
}

/** Upserts in one statement, which takes a fraction of the time of one per session. */
async function store(trx: Db, network: string, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into calendar_sessions as stored (network, person, date, part, site, body, left_sites, is_cancelled)
    select ${network}, person, date, part, site, body, array(select jsonb_array_elements_text("left")), cancelled
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry
      (person text, date text, part text, site text, body text, "left" jsonb, cancelled boolean)
    on conflict (network, person, date, part) do update set
      site = excluded.site, body = excluded.body, left_sites = excluded.left_sites, is_cancelled = excluded.is_cancelled,
      sequence = stored.sequence + 1, changed_at = now()`.execute(trx)
}

function keyOf({ person, date, part }: Pick<SessionRow, 'person' | 'date' | 'part'>): string {
  return JSON.stringify([person, date, part])
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

/** A person's or a site's sessions from this day on; a session that has moved to another site is cancelled at the first. */
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

/** Changes to published sessions on these days: how many, and with how many days' notice. */
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
