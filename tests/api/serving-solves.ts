/** The service with a real database, queue and worker behind it, and a solver that does as the test says. */
import { afterAll, beforeAll, expect } from 'vitest'
import { type BackendOptions, openBackend } from '../../api/backend.ts'
import type { Solve } from '../../api/jobs/job.ts'
import { ruleList } from '../../api/rule-list.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { Report } from '../../src/report.ts'
import { sampleReport } from '../src/output/sample-report.ts'
import { checkedFetch } from './contract-check.ts'
import { listen } from './listening.ts'
import { emptyDatabase, SERVER } from './store/open-database.ts'

export interface ServingSolves {
  readonly url: string
  /** What was told to be our fault. */
  readonly faults: unknown[]
  /** Every answer is checked against the OpenAPI document. */
  call(method: string, path: string, options?: RequestInit): Promise<Response>
  submit(document: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

export const REPORT: Report = sampleReport()

/** Asks twenty times a second where a service would ask every second or so. */
const SOON = { beatEvery: 50, lookEvery: 50 }

export async function serveSolves(solve: Solve, other: Partial<BackendOptions> = {}): Promise<ServingSolves> {
  const faults: unknown[] = []
  const log = (error: unknown) => void faults.push(error)
  const server = SERVER === undefined ? null : await emptyDatabase(SERVER)
  const home = server === null ? ({ kind: 'memory' } as const) : ({ kind: 'server', url: server.url } as const)
  const options = { home, places: 1, solve, log, ...other, times: { ...SOON, ...other.times } }
  const backend = await openBackend(options)
  const closing = new AbortController()
  const service = await listen({
    solves: backend.solves,
    questions: backend.questions,
    kept: backend.kept,
    doors: backend.doors,
    rules: ruleList(),
    plan: async () => REPORT,
    keep: backend.keep,
    ...(other.webhookHosts === undefined ? {} : { webhookHosts: other.webhookHosts }),
    log,
    closing: closing.signal,
  })
  const call = (method: string, path: string, init: RequestInit = {}) =>
    checkedFetch(service.url + path, { ...init, method })
  return {
    url: service.url,
    faults,
    call,
    submit: (document, headers = {}) =>
      call('POST', '/v1/solves', {
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(document),
      }),
    close: async () => {
      closing.abort()
      await service.close()
      await backend.close()
      await server?.drop()
    },
  }
}

const PREVIEW = { seconds: 1, headline: 'Urgent need dealt with on the same day: 93%', assignments: [] }

/** A solver that goes on until it is stopped or let go, and tells once how far it is, and shows its rota. */
export function patientSolver() {
  let go = false
  const started: unknown[] = []
  const solve: Solve = async (document, _, { stop, onProgress, onPreview }) => {
    started.push(parseJson(document))
    onProgress?.({ stage: 'urgent', level: 'urgent', bound: 1, best: 2, gap: 0.5, seconds: 1 })
    onPreview?.(PREVIEW)
    while (!go && stop !== undefined && Atomics.load(stop, 0) === 0) await turn()
    return go ? REPORT : { ...REPORT, status: 'stopped' }
  }
  return {
    solve,
    started,
    letGo: () => {
      go = true
    },
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Asks again until it is so; the test's own time limit is the end of it. */
export async function until<T>(look: () => Promise<T> | T, isSo: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    await turn()
  }
}

/** A service for all tests of a file, which may find nothing that is our fault. */
export function servedForFile(): () => ServingSolves {
  let service: ServingSolves | undefined
  beforeAll(async () => {
    service = await serveSolves(async () => REPORT)
  })
  afterAll(async () => {
    expect(service?.faults).toEqual([])
    await service?.close()
  })
  return () => {
    if (service === undefined) throw new Error('There is a service only within tests.')
    return service
  }
}
