/** The service behind a real port of this machine, for tests: everything real but what a test puts in its place. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createApp } from '../../api/app.ts'
import { TIMES } from '../../api/backend.ts'
import type { Deps } from '../../api/deps.ts'
import { deskAtOnce } from '../../api/desk/desk.ts'
import { makeTasks } from '../../api/desk/tasks.ts'
import type { Solves } from '../../api/jobs/solves.ts'
import type { Kept } from '../../api/kept.ts'
import { makeMetrics } from '../../api/telemetry/metrics.ts'
import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { judgementOf, judgementWithoutCauses } from '../../solver/judge-given.ts'
import { findNetworks, networkOf, readAtlas } from '../../src/intake/atlas.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import { proposedRecord } from '../../src/intake/record/proposal.ts'
import { RULE_BOOK } from '../src/intake/rule-book.ts'
import { NO_DOORS } from './access/no-doors.ts'

export interface Listening {
  readonly url: string
  readonly server: Server
  /** What was told to be our fault. */
  readonly logged: unknown[]
  get(path: string, options?: RequestInit): Promise<Response>
  /** Sends a value as JSON, or a text as it is. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

const nothingKept = () => Promise.reject(new Error('nothing is kept in this test'))
const NO_SOLVES: Solves = {
  submit: nothingKept,
  find: nothingKept,
  list: nothingKept,
  eventsAfter: nothingKept,
  follow: () => () => undefined,
  stop: nothingKept,
  queue: nothingKept,
}

const { queue: _, ...NO_QUESTIONS } = NO_SOLVES

const NO_KEPT: Kept = {
  listNetworks: nothingKept,
  listWeeks: nothingKept,
  findDocument: nothingKept,
  keepDocument: nothingKept,
  findRecord: nothingKept,
  listRecords: nothingKept,
  keepRecord: nothingKept,
  listRotas: nothingKept,
  findRota: nothingKept,
  findRotaVersion: nothingKept,
  findPublished: nothingKept,
  keepRota: nothingKept,
  noteExport: nothingKept,
  publishedRotas: nothingKept,
  publishedWithDocuments: nothingKept,
  firstDrafts: nothingKept,
  findRetention: nothingKept,
  setRetention: nothingKept,
  deleteWeek: nothingKept,
  deleteRota: nothingKept,
  deleteRecordVersion: nothingKept,
  lastPublished: nothingKept,
  linkAccount: nothingKept,
  unlinkAccount: nothingKept,
  listAccounts: nothingKept,
  ownPeople: nothingKept,
  publish: nothingKept,
  withdraw: nothingKept,
  listSwaps: nothingKept,
  findSwap: nothingKept,
  proposeSwap: nothingKept,
  moveSwap: nothingKept,
  acceptSwap: nothingKept,
  addCalendar: nothingKept,
  listCalendars: nothingKept,
  removeCalendar: nothingKept,
  findCalendar: nothingKept,
  feedSessions: nothingKept,
  changesIn: nothingKept,
  listAudit: nothingKept,
  readPerson: nothingKept,
  erasePerson: nothingKept,
  addWebhook: nothingKept,
  listWebhooks: nothingKept,
  removeWebhook: nothingKept,
  listDeliveries: nothingKept,
}

/** `appOf`: where another table of calls is tried. */
export async function listen(other: Partial<Deps> = {}, appOf = (deps: Deps) => createApp(deps)): Promise<Listening> {
  const logged: unknown[] = []
  const deps: Deps = {
    pages: '/no/pages/here',
    ruleBook: RULE_BOOK,
    rules: [],
    plan: () => Promise.reject(new Error('nothing is planned in this test')),
    ask: deskAtOnce(makeTasks({ ruleBook: RULE_BOOK, judge: judgementOf, judgeWithoutCauses: judgementWithoutCauses }))
      .ask,
    findNetworks: (words) => findNetworks(readAtlas(), words),
    networkOf: (ods) => networkOf(readAtlas(), ods),
    networkDocument: (ods, request) => networkDocument(readAtlas(), ods, request),
    proposedRecord: (ods, request) => proposedRecord(readAtlas(), ods, request),
    today: () => '2026-11-25',
    now: () => '2026-11-25T09:00',
    log: (error) => logged.push(error),
    solves: NO_SOLVES,
    questions: NO_QUESTIONS,
    kept: NO_KEPT,
    webhookHosts: readAllowedHosts(''),
    keep: TIMES.keep,
    doors: NO_DOORS,
    signIn: null,
    proxies: 0,
    metrics: makeMetrics(),
    clock: () => 0,
    newId: () => 'an-id',
    closing: new AbortController().signal,
    heartbeat: 1_000_000,
    access: () => undefined,
    ...other,
  }
  // Client and server share one thread here: while it is busy, an idle connection must not be closed under the next call.
  const server = createServer({ keepAliveTimeout: 0 }, appOf(deps))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${portOf(server)}`
  return {
    url,
    server,
    logged,
    get: (path, options) => fetch(url + path, options),
    post: (path, body, headers = { 'content-type': 'application/json' }) =>
      fetch(url + path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
