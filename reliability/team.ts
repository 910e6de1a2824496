/** A network with signed-in staff and managers, and two published future weeks. */
import { DateTime } from 'luxon'
import type { NetworkRecord } from '../src/intake/record-document.ts'
import { addDays, WEEKDAYS } from '../src/time.ts'
import { openBrowser } from '../tests/api/access/browser.ts'
import type { HostileProvider } from '../tests/api/access/hostile-provider.ts'
import { asked } from './load.ts'

export const ODS = 'U99993'
export const ADMINISTRATOR = 'ada@example.org'
const STAFF = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6']

/** An assignment in a rota. */
export interface Row {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly work: string
}

export interface Sent {
  readonly method?: string
  readonly json?: unknown
}
export type Answer = { readonly status: number; readonly body: unknown } | null

/** A signed-in user. Calls return null while the service is down. */
export interface Caller {
  readonly person: string
  call(path: string, sent?: Sent): Promise<Answer>
}

export interface Team {
  readonly manager: Caller
  readonly staff: readonly Caller[]
  /** The rota first published for each Monday. */
  readonly weeks: ReadonlyMap<string, readonly Row[]>
}

/** Sets the team up at the service's address. */
export async function gatherTeam(url: string, provider: HostileProvider): Promise<Team> {
  const come = (person: string) => signIn({ url, provider, person })
  const administrator = await come('ada')
  const invite = async (person: string, role: string) =>
    done(() => administrator.call('/v1/people', { json: { email: emailOf(person), grants: [{ role, network: ODS }] } }))
  await invite('manager', 'manager')
  for (const person of STAFF) await invite(person, 'staff')
  const manager = await come('manager')
  const staff: Caller[] = []
  for (const person of STAFF) staff.push(await come(person))
  const path = `/v1/networks/${ODS}`
  await done(() => manager.call(`${path}/record`, { method: 'PUT', json: teamRecord() }))
  for (const person of STAFF)
    await done(() =>
      manager.call(`${path}/people/${person}/account`, { method: 'PUT', json: { email: emailOf(person) } }),
    )
  const weeks = new Map<string, readonly Row[]>()
  for (const monday of comingMondays()) weeks.set(monday, await published(manager, monday))
  return { manager, staff, weeks }
}

/** Timeout of a call in seconds: with a shorter one, callers on a busy machine would retry for ever. */
const PATIENCE = 90

const emailOf = (person: string) => (person === 'ada' ? ADMINISTRATOR : `${person}@example.org`)

interface SigningIn {
  readonly url: string
  readonly provider: HostileProvider
  readonly person: string
}

async function signIn({ url, provider, person }: SigningIn): Promise<Caller> {
  const email = emailOf(person)
  provider.mischief = { claims: { sub: email, email, email_verified: true, name: person } }
  const browser = openBrowser()
  await browser.follow(await browser.go(`${url}/sign-in?to=/v1/me`))
  const cookies = [...(browser.cookies.get(new URL(url).host) ?? [])]
  const cookie = cookies.map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, origin: url, 'content-type': 'application/json' }
  const call = (path: string, { method, json }: Sent = {}) => {
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const init = { method: method ?? (json === undefined ? 'GET' : 'POST'), headers, ...body }
    return asked(url + path, init, PATIENCE)
  }
  return { person, call }
}

/** Retries a call before anything is killed, since on a busy machine the first one may time out. */
async function done(ask: () => Promise<Answer>): Promise<unknown> {
  const answer = (await ask()) ?? (await ask())
  if (answer === null || answer.status >= 300)
    throw new Error(`The team could not be set up: ${JSON.stringify(answer)}`)
  return answer.body
}

/** Mondays of the next full weeks, since swaps lapse when their sessions begin. */
function comingMondays(): readonly string[] {
  const next = DateTime.now().setZone('Europe/London').startOf('week').plus({ weeks: 1 }).toFormat('yyyy-MM-dd')
  return [next, addDays(next, 7)]
}

async function published(manager: Caller, monday: string): Promise<readonly Row[]> {
  const path = `/v1/networks/${ODS}/weeks/${monday}`
  const document = await done(() => manager.call(`${path}/proposal`))
  await done(() => manager.call(`${path}/document`, { method: 'PUT', json: document }))
  const rota = rotaOf(monday)
  await done(() => manager.call(`${path}/rotas`, { json: rota }))
  await done(() => manager.call(`${path}/rotas/1/publication`, { method: 'PUT' }))
  return rota
}

/** Half of the staff work in each session, one of them on duty, so that everybody always has somebody to swap with. */
function rotaOf(monday: string): readonly Row[] {
  return WEEKDAYS.slice(0, 5).flatMap((_, day) =>
    ['am', 'pm'].flatMap((part, n) =>
      STAFF.filter((_, at) => (at + day + n) % 2 === 0).map((person, at) => ({
        person,
        date: addDays(monday, day),
        part,
        site: 'alder',
        work: at === 0 ? 'duty' : 'clinic',
      })),
    ),
  )
}

/** A record in which all staff are interchangeable. */
export function teamRecord(): NetworkRecord {
  return {
    format: 'network/1',
    network: { ods: ODS, name: 'Team' },
    sites: [{ id: 'alder', name: 'Alder Road', patients: 3000, rooms: 6 }],
    needs: [{ id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10 }],
    roles: [{ id: 'gp', title: 'GP', meets: { urgent: { minutes: 12 } }, duty: true, funding: 'core' }],
    people: STAFF.map((id) => ({ id, name: id.toUpperCase(), role: 'gp', contract: { sessions: 6 } })),
    demand: { source: 'own', weekly: [{ site: 'alder', need: 'urgent', contacts: 60 }], plan: 'mean' },
  }
}
