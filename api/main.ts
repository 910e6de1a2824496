/** Starts the service; the only file in api/ that reads the clock. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { ruleBook } from '../solver/rules/index.ts'
import { planInThread } from '../solver/worker/thread.ts'
import { BadInput } from '../src/errors.ts'
import type { Moment } from '../src/intake/absence/moment.ts'
import { findNetworks, networkOf, readAtlas } from '../src/intake/atlas.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import { proposedRecord } from '../src/intake/record/proposal.ts'
import { openProvider } from './access/provider.ts'
import { LOOPBACK, type SignInSettings } from './access/settings.ts'
import type { SignIn } from './access/sign-in.ts'
import { createApp } from './app.ts'
import { type Backend, openBackend, solveWith, usualDesk, usualPlaces } from './backend.ts'
import { closeAll } from './closing.ts'
import type { AccessEntry, Deps } from './deps.ts'
import { BUILT_PAGES } from './pages/serve-pages.ts'
import { ruleList } from './rule-list.ts'
import { serviceTime } from './service-time.ts'
import type { Home } from './store/database.ts'
import { openLog } from './telemetry/log.ts'
import { makeMetrics } from './telemetry/metrics.ts'
import { noting } from './telemetry/solve-notes.ts'
import { IGNORE, type Note } from './telemetry/telemetry-event.ts'
import { type AllowedHosts, readAllowedHosts } from './webhooks/allowed-hosts.ts'

export type { Home } from './store/database.ts'

export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number
  /** Default: 127.0.0.1, this machine only. */
  readonly host?: string
  /** Where data is stored; default: in memory. */
  readonly home?: Home
  /** Concurrent solves; default: all processors but one. */
  readonly places?: number
  /** Sign-in settings; default: none, for local users of this machine only. */
  readonly signIn?: SignInSettings | null
  /** Reverse proxies: their number or addresses; default: none. */
  readonly proxies?: number | readonly string[]
  /** Hosts that webhooks may be sent to; default: none. */
  readonly webhookHosts?: AllowedHosts
  /** Simulated local time at start-up, in England; default: the real time. */
  readonly now?: Moment | undefined
  readonly log?: (error: unknown) => void
  /** Called for every call; default: nothing. */
  readonly access?: (entry: AccessEntry) => void
  /** Called on solves, takeovers and deliveries; optional. */
  readonly note?: Note
}

export interface Service {
  /** `http://127.0.0.1:8080`. */
  readonly url: string
  /** Stops accepting calls, returns running solves to the queue, and resolves once all calls are answered and all writes done. */
  close(): Promise<void>
}

/** Connection limits against slow clients and endless headers. */
const CONNECTION = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  /** Milliseconds between checks of these limits. */
  connectionsCheckingInterval: 5_000,
}

/** Milliseconds between keep-alive comments on an event stream: shorter than usual proxy timeouts. */
const HEARTBEAT = 15_000

/** Milliseconds running calls have to finish at shutdown: as long as any of them takes. */
const LAST_CALLS = 10_000

/** Resolves once the service is listening; rejects if it can't, for example because the port or data folder is in use. */
export async function serve(options: ServeOptions): Promise<Service> {
  const { port, host = '127.0.0.1', home = { kind: 'memory' }, log = logError, places = usualPlaces() } = options
  const { signIn: settings = null, proxies = 0 } = options
  if (settings === null && !LOOPBACK.test(host)) throw mustStayHome(host)
  const desk = usualDesk(log)
  const metrics = makeMetrics({ slots: places })
  const note = both(metrics.note, options.note ?? IGNORE)
  const plan = noting(planInThread, note, () => performance.now())
  const solve = solveWith(plan, desk.ask)
  const webhookHosts = options.webhookHosts ?? readAllowedHosts('')
  const opened = await openBackend({ home, places, solve, log, note, webhookHosts })
  const backend = { ...opened, close: () => opened.close().finally(desk.close) }
  const closing = new AbortController()
  const access = options.access ?? (() => undefined)
  const signIn = settings === null ? null : await openSignIn(settings, { backend, log })
  const own = {
    ask: desk.ask,
    ...serviceTime(options.now),
    plan,
    metrics,
    log,
    access,
    backend,
    webhookHosts,
    signIn,
    proxies,
    closing: closing.signal,
  }
  const server = createServer(CONNECTION, createApp(realDeps(own)))
  server.maxHeadersCount = 100
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    await backend.close()
    throw error
  }
  return { url: urlOf(server, host), close: () => closeAll({ server, closing, backend, patience: LAST_CALLS }) }
}

function mustStayHome(host: string): BadInput {
  return new BadInput([
    {
      pointer: '',
      detail: `Without sign-in, the service only listens on this machine, not on ${host}.`,
      maybe: '127.0.0.1, or say where people sign in: --oidc ISSUER',
    },
  ])
}

async function openSignIn(
  settings: SignInSettings,
  { backend, log }: { readonly backend: Backend; readonly log: (error: unknown) => void },
): Promise<SignIn> {
  const { issuer, clientId, clientSecret, publicUrl, administrator } = settings
  const callback = new URL('/sign-in/callback', publicUrl)
  const signedOut = new URL('/signed-out', publicUrl)
  const provider = await openProvider({ issuer, clientId, clientSecret, callback, signedOut, log })
  if (administrator !== null) await backend.doors.makeAdministrator(administrator)
  return { origin: publicUrl.origin, secure: publicUrl.protocol === 'https:', hosts: [publicUrl.host], provider }
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

type Own = Pick<
  Deps,
  'ask' | 'today' | 'now' | 'plan' | 'metrics' | 'log' | 'access' | 'signIn' | 'proxies' | 'webhookHosts' | 'closing'
> & {
  readonly backend: Backend
}

function realDeps({ backend, ...own }: Own): Deps {
  return {
    ...own,
    ruleBook: ruleBook(),
    rules: ruleList(),
    findNetworks: (words) => findNetworks(readAtlas(), words),
    networkOf: (ods) => networkOf(readAtlas(), ods),
    networkDocument: (ods, request) => networkDocument(readAtlas(), ods, request),
    proposedRecord: (ods, request) => proposedRecord(readAtlas(), ods, request),
    pages: BUILT_PAGES,
    solves: backend.solves,
    questions: backend.questions,
    doors: backend.doors,
    kept: backend.kept,
    keep: backend.keep,
    clock: () => performance.now(),
    newId: randomUUID,
    heartbeat: HEARTBEAT,
  }
}

function both(one: Note, other: Note): Note {
  return (event) => {
    one(event)
    other(event)
  }
}

function logError(error: unknown): void {
  openLog({ level: 'error', write: (line) => process.stderr.write(`${line}\n`) }).error(error)
}
