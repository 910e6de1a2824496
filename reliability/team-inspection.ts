/** Compares what was acknowledged to a team with the database: nothing lost, nothing half accepted, one rota for everybody. */
import { sql } from 'kysely'
import { hashOf } from '../api/access/secrets.ts'
import type { Db } from '../api/store/database.ts'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import { type Caller, ODS, type Row, type Team } from './team.ts'
import { flawOf, type TeamLedger } from './team-ledger.ts'

export interface TeamInspection {
  /** Number of swaps in the database, by state. */
  readonly states: ReadonlyMap<string, number>
  readonly lost: readonly string[]
  readonly half: readonly string[]
  readonly inconsistent: readonly string[]
}

interface SwapRow {
  readonly id: string
  readonly week: string
  readonly state: string
  readonly version: number
  readonly published: number | null
  readonly body: string
  /** Number of its acceptances in the audit log and among the rotas. */
  readonly accepted: number
}

interface RotaRow {
  readonly week: string
  readonly version: number
  readonly body: string
  readonly published: number
  readonly isPublished: boolean
}

export async function inspectTeam(
  db: Db,
  { team, ledger }: { readonly team: Team; readonly ledger: TeamLedger },
): Promise<TeamInspection> {
  const swaps = await swapRows(db)
  const rotas = await rotaRows(db)
  const states = new Map<string, number>()
  for (const { state } of swaps) states.set(state, (states.get(state) ?? 0) + 1)
  return {
    states,
    lost: [...lostSwaps(swaps, ledger), ...(await lostInRecord(db, ledger)), ...(await lostCalendars(db, ledger))],
    half: [...halfAccepted(swaps, rotas), ...chainFaults(team, swaps, rotas), ...(await gaps(db))],
    inconsistent: [...ledger.broken, ...(await feedFaults(db, rotas))],
  }
}

async function swapRows(db: Db): Promise<readonly SwapRow[]> {
  const { rows } = await sql<SwapRow>`
    select id::text as id, week_from as week, state, version, published_version as published, body,
      (select count(*)::int from audit a where a.subject = 'swap/' || s.id and a.action = 'accept-swap') as accepted
    from swaps s where network = ${ODS} order by seq`.execute(db)
  return rows
}

async function rotaRows(db: Db): Promise<readonly RotaRow[]> {
  const { rows } = await sql<RotaRow>`
    select r.week_from as week, r.version, r.body,
      (select count(*)::int from publications p
        where p.network = r.network and p.week_from = r.week_from and p.version = r.version) as published,
      exists (select 1 from published_weeks w join publications p on p.id = w.publication_id
        where p.network = r.network and p.week_from = r.week_from and p.version = r.version) as "isPublished"
    from rotas r where network = ${ODS} order by week_from, version`.execute(db)
  return rows
}

/** Final states. */
const ENDS = ['accepted', 'refused', 'withdrawn']

/** Acknowledged swaps that are missing, or in a different final state. */
function lostSwaps(rows: readonly SwapRow[], ledger: TeamLedger): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...ledger.swaps].flatMap(([id, { states, published }]) => {
    const row = byId.get(id)
    if (row === undefined) return [`swap ${id} is gone`]
    const end = states.find((state) => ENDS.includes(state))
    const other = end !== undefined && end !== row.state ? [`swap ${id} was ${end}, and is ${row.state}`] : []
    const others = new Set(states.filter((state) => ENDS.includes(state))).size > 1 ? [`swap ${id} ended twice`] : []
    const rota = published !== null && published !== row.published ? [`swap ${id} was published in another rota`] : []
    return [...other, ...others, ...rota]
  })
}

async function lostInRecord(db: Db, { leave, wishes }: TeamLedger): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select d.body from kept_records k join documents d on d.hash = k.document_hash
    where k.network = ${ODS} order by k.version desc limit 1`.execute(db)
  const record = JSON.parse(rows[0]?.body ?? '{}') as NetworkRecord
  const stored = new Map((record.leave ?? []).map(({ id, ...row }) => [id, JSON.stringify(row)]))
  const faults = [...leave].flatMap(([id, row]) => (stored.get(id) === (row ?? undefined) ? [] : [`leave ${id}`]))
  const double = new Set(stored.values()).size < stored.size ? ['leave is there twice'] : []
  const others = [...stored.keys()].filter((id) => !leave.has(id)).map((id) => `leave ${id} was granted to nobody`)
  const wished = [...wishes].flatMap(([person, sent]) => {
    const own = (record.wishes ?? []).filter((wish) => wish.person === person)
    return JSON.stringify(own.map(({ part, date, want }) => ({ part, date, want }))) === sent
      ? []
      : [`wishes of ${person}`]
  })
  return [...faults, ...double, ...others, ...wished]
}

async function lostCalendars(db: Db, { calendars }: TeamLedger): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`select hash from calendars`.execute(db)
  const hashes = new Set(rows.map(({ hash }) => hash))
  const secretOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.ics'.length)
  return [...calendars]
    .filter(([path, leads]) => hashes.has(hashOf(secretOf(path))) !== leads)
    .map(([, leads]) => (leads ? 'a calendar is gone' : 'a calendar that was revoked is still there'))
}

/** Acceptance must be atomic: state, log entry, rota and publication, or none of them. */
function halfAccepted(swaps: readonly SwapRow[], rotas: readonly RotaRow[]): string[] {
  const isThere = (swap: SwapRow) =>
    rotas.some(({ week, version, published }) => week === swap.week && version === swap.published && published === 1)
  return swaps.flatMap((swap) => {
    const wanted = swap.state === 'accepted' ? 1 : 0
    const rota = swap.published === null ? 0 : isThere(swap) ? 1 : -1
    return swap.accepted === wanted && rota === wanted
      ? []
      : [`swap ${swap.id} is ${swap.state}: ${swap.accepted} in the log, rota ${swap.published}`]
  })
}

const rowsIn = ({ body }: RotaRow) => (JSON.parse(body) as { assignments: readonly Row[] }).assignments

/** Each rota must be the previous one with its swap applied; only the last one is published. */
function chainFaults(team: Team, swaps: readonly SwapRow[], rotas: readonly RotaRow[]): string[] {
  return [...team.weeks].flatMap(([week, first]) => {
    const versions = rotas.filter((rota) => rota.week === week)
    return versions.flatMap((rota, at) => {
      const flaw = flawOf(rowsIn(rota), first)
      const isLast = at === versions.length - 1
      const published = rota.isPublished === isLast ? [] : [`rota ${rota.version} of ${week} is not what is published`]
      const before = versions[at - 1]
      const made = swaps.filter((swap) => swap.week === week && swap.published === rota.version)
      const expected = before === undefined ? first : swapped(rowsIn(before), made[0])
      const isSame = sorted(expected) === sorted(rowsIn(rota)) && made.length === (before === undefined ? 0 : 1)
      const chain = isSame ? [] : [`rota ${rota.version} of ${week} is not the one before with one swap`]
      return [...(flaw === null ? [] : [`rota ${rota.version} of ${week}: ${flaw}`]), ...published, ...chain]
    })
  })
}

interface Side {
  readonly person: string
  readonly date: string
  readonly part: string
}

/** The rows with both sessions' people exchanged. */
function swapped(rows: readonly Row[], swap: SwapRow | undefined): readonly Row[] {
  const { sides } = JSON.parse(swap?.body ?? '{"sides":[]}') as { sides: readonly Side[] }
  const isOf = (row: Row, side: Side) => row.person === side.person && row.date === side.date && row.part === side.part
  return rows.map((row) => {
    const at = sides.findIndex((side) => isOf(row, side))
    return at < 0 ? row : { ...row, person: sides[1 - at]?.person ?? '' }
  })
}

function sorted(rows: readonly Row[]): string {
  return rows
    .map(({ person, date, part, site, work }) => `${person} ${date} ${part} ${site} ${work}`)
    .sort()
    .join('\n')
}

/** Calendars must show exactly what is published. */
async function feedFaults(db: Db, rotas: readonly RotaRow[]): Promise<string[]> {
  const { rows } = await sql<Side & { readonly site: string }>`
    select person, date, part, site from calendar_sessions where network = ${ODS} and not is_cancelled`.execute(db)
  const lineOf = ({ person, date, part, site }: Side & { readonly site: string }) => `${person} ${date} ${part} ${site}`
  const shown = rows.map(lineOf).sort().join('\n')
  const published = rotas.filter(({ isPublished }) => isPublished).flatMap(rowsIn)
  return shown === published.map(lineOf).sort().join('\n') ? [] : ['calendars show another rota']
}

/** Versions must be numbered from 1 without gaps or duplicates. */
async function gaps(db: Db): Promise<string[]> {
  const { rows } = await sql<{ what: string; count: number; most: number }>`
    select 'rotas of ' || week_from as what, count(*)::int as count, max(version) as most from rotas
    where network = ${ODS} group by week_from having count(*) <> max(version) or min(version) <> 1
    union all
    select 'records', count(*)::int, max(version) from kept_records
    where network = ${ODS} having count(*) <> max(version) or min(version) <> 1`.execute(db)
  return rows.map(({ what, count, most }) => `${count} ${what}, up to ${most}`)
}

/** Final check over HTTP: people's own weeks match the published rota, and feed addresses still work. */
export async function readAll(url: string, team: Team, ledger: TeamLedger): Promise<readonly string[]> {
  const faults: string[] = []
  const own: Row[] = []
  const [first = ''] = team.weeks.keys()
  const rotas: Row[] = []
  for (const monday of team.weeks.keys()) {
    const body = await read(team.manager, `/v1/networks/${ODS}/weeks/${monday}/published`)
    rotas.push(...(body as { assignments: readonly Row[] }).assignments)
  }
  for (const caller of team.staff) {
    const body = await read(caller, `/v1/me/weeks?from=${first}&weeks=2`)
    const { people } = body as { people: readonly { weeks: readonly { sessions: readonly Row[] }[] }[] }
    const sessions = people.flatMap(({ weeks }) => weeks.flatMap((week) => week.sessions))
    own.push(...sessions.map((session) => ({ ...session, person: caller.person })))
  }
  if (sorted(own) !== sorted(rotas)) faults.push('people’s own weeks are not the published rota')
  for (const [path, leads] of ledger.calendars) {
    const { status } = await fetch(url + path)
    if (status !== (leads ? 200 : 404)) faults.push(`a feed answers ${status}`)
  }
  return faults
}

async function read(caller: Caller, path: string): Promise<unknown> {
  const answer = (await caller.call(path)) ?? (await caller.call(path))
  if (answer?.status !== 200) throw new Error(`${path} answers ${JSON.stringify(answer)}`)
  return answer.body
}
