/** Generates load: staff propose swaps and enter wishes; managers accept swaps, grant leave and create calendars. */
import type { Draw } from '../src/intake/network/draw.ts'
import { addDays } from '../src/time.ts'
import { type Answer, type Caller, ODS, type Row, type Sent, type Team } from './team.ts'
import { flawOf, noteSwap, type SwapAnswer, type TeamLedger } from './team-ledger.ts'
import { pause } from './trial.ts'

export interface TeamLoad {
  /** Number of 5xx responses, by status. */
  readonly faults: ReadonlyMap<number, number>
  /** Starts nothing new; resolves once everything started is acknowledged. */
  close(): Promise<void>
}

interface Parts {
  readonly team: Team
  readonly ledger: TeamLedger
  readonly lot: Draw
  readonly faults: Map<number, number>
  /** Feed paths by id, as far as acknowledged. */
  readonly paths: Map<string, string>
  /** Counter that makes leave and wishes unique. */
  count: number
}

const NETWORK = `/v1/networks/${ODS}`

export function startTeamLoad(given: Pick<Parts, 'team' | 'ledger' | 'lot'>): TeamLoad {
  const parts: Parts = { ...given, faults: new Map(), paths: new Map(), count: 0 }
  let isOpen = true
  const keepOn = async (act: () => Promise<void>) => {
    while (isOpen) {
      await pause(20 + parts.lot.next() * 250)
      await act()
    }
  }
  const { staff } = given.team
  const working = [
    ...staff.map((caller) => keepOn(() => actAsStaff(caller, parts))),
    // Two managers deciding the same swaps.
    ...[1, 2].map(() => keepOn(() => actAsManager(parts))),
  ]
  return {
    faults: parts.faults,
    close: async () => {
      isOpen = false
      await Promise.all(working)
    },
  }
}

/** Sends it until it is answered; refused connections and 503 are expected while processes are killed. */
async function told(caller: Caller, { path, ...sent }: Sent & { readonly path: string }, parts: Parts) {
  for (;;) {
    const answer: Answer = await caller.call(path, sent)
    if (answer !== null && answer.status < 500) return answer
    if (answer !== null && answer.status !== 503)
      parts.faults.set(answer.status, (parts.faults.get(answer.status) ?? 0) + 1)
    await pause(100 + parts.lot.next() * 400)
  }
}

/** The same, counting responses other than these as faults. */
async function expected(
  caller: Caller,
  sent: Sent & { readonly path: string },
  { parts, statuses }: { readonly parts: Parts; readonly statuses: readonly number[] },
) {
  const answer = await told(caller, sent, parts)
  if (!statuses.includes(answer.status))
    parts.ledger.broken.push(`${sent.method ?? ''} ${sent.path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}

async function actAsStaff(caller: Caller, parts: Parts): Promise<void> {
  const act = parts.lot.pick([propose, propose, agree, withdraw, wish, feed])
  await act(caller, parts)
}

/** Proposes to swap one of the caller's sessions for a colleague's at a time the caller is free. */
async function propose(caller: Caller, parts: Parts): Promise<void> {
  const { lot, ledger } = parts
  const rows = await readPublished(caller, lot.pick([...parts.team.weeks.keys()]), parts)
  const works = new Set(rows.map(({ person, date, part }) => `${person} ${date} ${part}`))
  const isFree = (person: string, { date, part }: Row) => !works.has(`${person} ${date} ${part}`)
  const own = rows.filter(({ person }) => person === caller.person)
  if (own.length === 0) return
  const mine = lot.pick(own)
  const others = rows.filter((row) => isFree(caller.person, row) && isFree(row.person, mine))
  if (others.length === 0) return
  const side = ({ person, date, part }: Row) => ({ person, date, part })
  const swap = [side(mine), side(lot.pick(others))]
  const answer = await told(caller, { path: '/v1/me/swaps', json: { swap } }, parts)
  if (answer.status === 201 || answer.status === 200) noteSwap(ledger, answer.body as SwapAnswer)
}

/** Reads the published rota, whose version must not be older than the latest known before the call. */
async function readPublished(caller: Caller, monday: string, parts: Parts): Promise<readonly Row[]> {
  const { ledger, team } = parts
  const known = ledger.versions.get(monday) ?? 1
  const path = `${NETWORK}/weeks/${monday}/published`
  const { body } = await expected(caller, { path }, { parts, statuses: [200] })
  const { rota, assignments } = body as { rota: { version: number }; assignments: readonly Row[] }
  ledger.reads += 1
  if (rota.version < known) ledger.broken.push(`rota ${rota.version} of ${monday} was read after ${known}`)
  const flaw = flawOf(assignments, team.weeks.get(monday) ?? [])
  if (flaw !== null) ledger.broken.push(`rota ${rota.version} of ${monday}: ${flaw}`)
  return assignments
}

async function agree(caller: Caller, parts: Parts): Promise<void> {
  await settleOwn(caller, { yours: 'asked', way: { method: 'PUT', suffix: '/agreement' } }, parts)
}

async function withdraw(caller: Caller, parts: Parts): Promise<void> {
  if (parts.lot.chance(0.5))
    await settleOwn(caller, { yours: 'proposed', way: { method: 'DELETE', suffix: '' } }, parts)
}

interface OwnStep {
  readonly yours: string
  readonly way: { readonly method: string; readonly suffix: string }
}

async function settleOwn(caller: Caller, { yours, way }: OwnStep, parts: Parts): Promise<void> {
  const { body } = await expected(caller, { path: '/v1/me/swaps?state=proposed' }, { parts, statuses: [200] })
  const { swaps } = body as { swaps: readonly (SwapAnswer & { yours: string })[] }
  const open = swaps.filter((swap) => swap.yours === yours)
  if (open.length === 0) return
  const { id } = parts.lot.pick(open)
  // Somebody else may have decided it in the meantime.
  const path = `/v1/me/swaps/${id}${way.suffix}`
  const answer = await expected(caller, { path, method: way.method }, { parts, statuses: [200, 409] })
  if (answer.status === 200) noteSwap(parts.ledger, answer.body as SwapAnswer)
}

async function wish(caller: Caller, parts: Parts): Promise<void> {
  parts.count += 1
  // A Monday, since nobody works at weekends.
  const wishes = [{ part: 'am', date: addDays('2028-01-03', 7 * parts.count), want: 'off' }]
  const body = await settledRecord(caller, { path: '/v1/me/wishes', method: 'PUT', json: { wishes } }, parts)
  if (body !== null) parts.ledger.wishes.set(caller.person, JSON.stringify(wishes))
}

/** Creates or removes a feed of the caller's sessions. */
async function feed(caller: Caller, parts: Parts): Promise<void> {
  const { body } = await expected(caller, { path: '/v1/me/calendars' }, { parts, statuses: [200] })
  const { calendars } = body as { calendars: readonly { id: string }[] }
  await makeOrRevoke(caller, { path: '/v1/me/calendars', known: calendars, json: {} }, parts)
}

interface Feeds {
  readonly path: string
  readonly known: readonly { readonly id: string }[]
  readonly json: unknown
}

async function makeOrRevoke(caller: Caller, { path, known, json }: Feeds, parts: Parts): Promise<void> {
  if (known.length > 0 && parts.lot.chance(0.4)) {
    const { id } = parts.lot.pick(known)
    await expected(caller, { path: `${path}/${id}`, method: 'DELETE' }, { parts, statuses: [204, 404] })
    const address = parts.paths.get(id)
    if (address !== undefined) parts.ledger.calendars.set(address, false)
    return
  }
  const { status, body } = await expected(caller, { path, json }, { parts, statuses: [201] })
  if (status !== 201) return
  const made = body as { id: string; path: string }
  parts.paths.set(made.id, made.path)
  parts.ledger.calendars.set(made.path, true)
}

async function actAsManager(parts: Parts): Promise<void> {
  const act = parts.lot.pick([accept, accept, accept, refuse, leave, siteFeed])
  await act(parts.team.manager, parts)
}

async function accept(manager: Caller, parts: Parts): Promise<void> {
  const id = await pickOpen(manager, parts, parts.lot.pick(['proposed', 'agreed']))
  if (id === null) return
  const sent = { path: `${NETWORK}/swaps/${id}/acceptance`, method: 'PUT' }
  // The other manager, or another swap, may have got there first.
  const answer = await expected(manager, sent, { parts, statuses: [200, 409, 412, 422] })
  if (answer.status === 200) noteSwap(parts.ledger, answer.body as SwapAnswer)
}

async function refuse(manager: Caller, parts: Parts): Promise<void> {
  const id = await pickOpen(manager, parts, 'proposed')
  if (id === null || parts.lot.chance(0.5)) return
  const sent = { path: `${NETWORK}/swaps/${id}/refusal`, method: 'PUT' }
  const answer = await expected(manager, sent, { parts, statuses: [200, 409] })
  if (answer.status === 200) noteSwap(parts.ledger, answer.body as SwapAnswer)
}

async function pickOpen(manager: Caller, parts: Parts, state: string): Promise<string | null> {
  const { body } = await expected(manager, { path: `${NETWORK}/swaps?state=${state}` }, { parts, statuses: [200] })
  const { swaps } = body as { swaps: readonly SwapAnswer[] }
  return swaps.length === 0 ? null : parts.lot.pick(swaps).id
}

/** Grants leave, on days nobody else requests, or withdraws some. */
async function leave(manager: Caller, parts: Parts): Promise<void> {
  const { leave: rows } = parts.ledger
  const granted = [...rows].filter(([, row]) => row !== null).map(([id]) => id)
  if (granted.length > 0 && parts.lot.chance(0.4)) {
    const id = parts.lot.pick(granted)
    // Recorded first, so that the other manager leaves it alone.
    rows.set(id, null)
    await settledRecord(manager, { path: `${NETWORK}/leave/${id}`, method: 'DELETE' }, parts)
    return
  }
  parts.count += 1
  const date = addDays('2028-01-03', parts.count)
  const json = { person: parts.lot.pick(parts.team.staff).person, from: date, to: date }
  const body = await settledRecord(manager, { path: `${NETWORK}/leave`, json }, parts)
  if (body !== null) rows.set((body as { id: string }).id, JSON.stringify(json))
}

/** Retries while others change the record concurrently. Null if nothing was stored. */
async function settledRecord(caller: Caller, sent: Sent & { readonly path: string }, parts: Parts): Promise<unknown> {
  for (;;) {
    const { status, body } = await expected(caller, sent, { parts, statuses: [200, 201, 204, 404, 412] })
    if (status === 412) continue
    return status < 300 ? body : null
  }
}

async function siteFeed(manager: Caller, parts: Parts): Promise<void> {
  const { body } = await expected(manager, { path: `${NETWORK}/calendars` }, { parts, statuses: [200] })
  const known = (body as { calendars: readonly { id: string; site?: string }[] }).calendars
  const feeds = known.filter(({ site }) => site !== undefined)
  await makeOrRevoke(manager, { path: `${NETWORK}/calendars`, known: feeds, json: { site: 'alder' } }, parts)
}
