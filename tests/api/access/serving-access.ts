/** The service with everything real behind it, where people sign in; its name is `https://rota.test`. */
import { nameOf } from '../../../api/access/cookies.ts'
import type { Doors } from '../../../api/access/doors.ts'
import type { Provider } from '../../../api/access/provider.ts'
import { hashOf, KEY_PREFIX, newSecret } from '../../../api/access/secrets.ts'
import { openBackend } from '../../../api/backend.ts'
import type { AccessEntry, Deps } from '../../../api/deps.ts'
import type { Grant } from '../../../api/store/grants.ts'
import { listen } from '../listening.ts'
import { REPORT } from '../serving-solves.ts'
import { emptyDatabase, SERVER } from '../store/open-database.ts'
import { openBrowser, type Page, type Visit } from './browser.ts'

export const ORIGIN = 'https://rota.test'

/** A provider whom nobody visits in these tests. */
export const NO_PROVIDER: Provider = {
  issuer: 'https://provider.test/',
  places: () => ['https://provider.test'],
  begin: () => Promise.reject(new Error('nobody signs in in this test')),
  finish: () => Promise.reject(new Error('nobody signs in in this test')),
  endPage: async () => new URL('https://provider.test/end'),
}

export interface ServingAccess {
  readonly url: string
  readonly doors: Doors
  readonly faults: unknown[]
  readonly lines: AccessEntry[]
  /** A call as it comes through a proxy, by a browser without cookies. */
  call(path: string, visit?: Visit): Promise<Page>
  /** Headers of somebody who has signed in, from a page of ours. */
  session(grants: readonly Grant[]): Promise<Session>
  /** Headers of a system. */
  key(grants: readonly Grant[]): Promise<Session>
  close(): Promise<void>
}

export interface Session {
  /** The person's, or the key's. */
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
}

export async function serveAccess(provider: Provider = NO_PROVIDER, other: Partial<Deps> = {}): Promise<ServingAccess> {
  const faults: unknown[] = []
  const lines: AccessEntry[] = []
  const log = (error: unknown) => void faults.push(error)
  const server = SERVER === undefined ? null : await emptyDatabase(SERVER)
  const home = server === null ? ({ kind: 'memory' } as const) : ({ kind: 'server', url: server.url } as const)
  const backend = await openBackend({ home, places: 0, solve: async () => REPORT, log })
  const { solves, questions, kept, doors, keep } = backend
  const signIn = { origin: ORIGIN, secure: true, hosts: ['rota.test'], provider }
  const access = (entry: AccessEntry) => void lines.push(entry)
  const deps = { solves, questions, kept, doors, keep, signIn, log, access, clock: ticking(), plan: async () => REPORT }
  const listening = await listen({ ...deps, ...other })
  return {
    url: listening.url,
    doors,
    faults,
    lines,
    call: (path, visit) => openBrowser({ [ORIGIN]: listening.url }).go(ORIGIN + path, visit),
    session: (grants) => aSession(doors, grants),
    key: async (grants) => {
      const key = KEY_PREFIX + newSecret()
      const { id } = await doors.makeKey('test', { name: 'A system', grants, days: 1, hash: hashOf(key), starts: '' })
      return { id, headers: { authorization: `Bearer ${key}` } }
    },
    close: async () => {
      await listening.close()
      await backend.close()
      await server?.drop()
    },
  }
}

/** A clock by which nobody ever calls too often. */
function ticking(): () => number {
  let now = 0
  return () => {
    now += 1000
    return now
  }
}

let people = 0

async function aSession(doors: Doors, grants: readonly Grant[]): Promise<Session> {
  people += 1
  const claimed = { issuer: NO_PROVIDER.issuer, subject: `subject-${people}`, email: null }
  const person = await doors.invite('test', { name: '', ...claimed, grants })
  const secret = newSecret()
  await doors.beginSession({ hash: hashOf(secret), idToken: null, before: null, claimed })
  return { id: person?.id ?? '', headers: { cookie: `${nameOf('session', true)}=${secret}`, origin: ORIGIN } }
}
