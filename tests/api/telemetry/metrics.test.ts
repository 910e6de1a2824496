/** Metrics as Prometheus scrapes them, from a service and from a worker. */

import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { QueueState } from '../../../api/store/operations.ts'
import { type Metrics, makeMetrics } from '../../../api/telemetry/metrics.ts'
import { noting } from '../../../api/telemetry/solve-notes.ts'
import type { TelemetryEvent } from '../../../api/telemetry/telemetry-event.ts'
import { openWorkerEndpoint, type WorkerEndpoint } from '../../../api/telemetry/worker-endpoint.ts'
import { BadInput, Stopped } from '../../../src/errors.ts'
import { smallDocument } from '../../small-document.ts'
import { problemOf } from '../../solved-week.ts'
import { ROOT } from '../../source-files.ts'
import { sampleReport } from '../../src/output/sample-report.ts'

const QUEUE: QueueState = {
  states: new Map([
    ['queued', 3],
    ['done', 7],
  ]),
  oldestSeconds: 42,
}

/** Every sample of a scrape, by name and labels. */
function samplesOf(text: string): Map<string, number> {
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(rows.map((row) => [row.slice(0, row.lastIndexOf(' ')), Number(row.slice(row.lastIndexOf(' ') + 1))]))
}

const scraped = async (metrics: Metrics, queue: QueueState | null = QUEUE) => samplesOf(await metrics.text(queue))

const EVENTS: readonly TelemetryEvent[] = [
  { kind: 'solve-claimed', waitedSeconds: 3 },
  { kind: 'solve-started' },
  { kind: 'solve-started' },
  { kind: 'solve-ended', result: { outcome: 'within-gap', seconds: 12, gap: 0.004, disputed: true } },
  { kind: 'takeover', operation: 'o1', result: 'requeued' },
  { kind: 'delivery', outcome: 'delivered', seconds: 0.2 },
  { kind: 'delivery', outcome: 'given-up', seconds: 10 },
]

describe('a scrape', () => {
  it('counts calls, solves, takeovers and deliveries', async () => {
    const metrics = makeMetrics({ slots: 4 })
    for (const event of EVENTS) metrics.note(event)
    metrics.count({ requestId: 'r', method: 'GET', route: '/v1/rules', status: 200, ms: 7 })
    const samples = await scraped(metrics)
    const expected = {
      'rota_http_requests_total{method="GET",route="/v1/rules",status="200"}': 1,
      'rota_http_request_duration_seconds_bucket{le="0.005",method="GET",route="/v1/rules"}': 0,
      'rota_http_request_duration_seconds_bucket{le="0.01",method="GET",route="/v1/rules"}': 1,
      rota_solve_slots: 4,
      rota_solves_in_progress: 1,
      rota_solve_wait_seconds_sum: 3,
      'rota_solve_duration_seconds_count{outcome="within-gap"}': 1,
      'rota_solve_duration_seconds_sum{outcome="within-gap"}': 12,
      'rota_solve_gap_ratio_bucket{le="0.001"}': 0,
      'rota_solve_gap_ratio_bucket{le="0.005"}': 1,
      rota_solves_disputed_total: 1,
      'rota_takeovers_total{result="requeued"}': 1,
      'rota_webhook_deliveries_total{outcome="delivered"}': 1,
      'rota_webhook_deliveries_total{outcome="given-up"}': 1,
      rota_webhook_delivery_duration_seconds_sum: 10.2,
    }
    expect(Object.fromEntries([...samples].filter(([name]) => name in expected))).toEqual(expected)
  })

  it('shows the queue, and what is not known as not a number', async () => {
    const metrics = makeMetrics()
    const known = await scraped(metrics)
    expect(['rota_database_up', 'rota_queue_depth', 'rota_queue_oldest_age_seconds'].map((n) => known.get(n))).toEqual([
      1, 3, 42,
    ])
    expect([known.get('rota_operations{state="done"}'), known.get('rota_operations{state="failed"}')]).toEqual([7, 0])
    const away = await scraped(metrics, null)
    expect(away.get('rota_database_up')).toBe(0)
    expect(away.get('rota_queue_depth')).toBeNaN()
    expect(away.get('rota_operations{state="done"}')).toBeNaN()
  })

  it('shows the heap and the lag of the event loop, once, whatever else runs in the process', async () => {
    await scraped(makeMetrics())
    const samples = await scraped(makeMetrics())
    for (const name of ['nodejs_heap_size_used_bytes', 'nodejs_eventloop_lag_p99_seconds', 'process_cpu_seconds_total'])
      expect(samples.get(name), name).toEqual(expect.any(Number))
  })

  it('names each metric by Prometheus’s conventions, and as docs/operations.md lists it', async () => {
    const text = await makeMetrics().text(QUEUE)
    const page = readFileSync(`${ROOT}docs/operations.md`, 'utf8')
    const listed = [...page.matchAll(/^\| `(rota_\w+)`.* \| (counter|gauge|histogram) \|/gm)].map(([, name, type]) => [
      name,
      type,
    ])
    const types = [...text.matchAll(/^# TYPE (rota_\w+) (\w+)$/gm)].map(([, name, type]) => [name, type])
    expect([...types].sort()).toEqual([...listed].sort())
    for (const [name = '', type] of types) {
      expect(name.endsWith('_total'), name).toBe(type === 'counter')
      if (type === 'histogram') expect(name).toMatch(/_(seconds|ratio)$/)
      expect(text).toContain(`# HELP ${name} `)
    }
  })
})

describe('a solve', () => {
  const problem = problemOf(smallDocument())
  const options = { documentHash: 'h', seconds: 1 }

  async function noted(work: () => Promise<ReturnType<typeof sampleReport>>) {
    const events: TelemetryEvent[] = []
    let now = 0
    const clock = () => (now += 1500)
    await noting(work, (event) => events.push(event), clock)(problem, options, {}).catch(() => undefined)
    return events
  }

  it.each([
    ['optimal', async () => sampleReport({ status: 'optimal' })],
    ['stopped', () => Promise.reject(new Stopped('ended'))],
    ['rejected', () => Promise.reject(new BadInput([]))],
    ['error', () => Promise.reject(new Error('a fault'))],
  ])('is noted as %s, with its time', async (outcome, work) => {
    expect(await noted(work)).toEqual([
      { kind: 'solve-started' },
      { kind: 'solve-ended', result: expect.objectContaining({ outcome, seconds: 1.5 }) },
    ])
  })

  it('is noted with its largest gap, and whether it is disputed', async () => {
    const report = sampleReport({ disputed: true })
    const gap = Math.max(...report.levels.map((level) => level.gap))
    expect((await noted(async () => report)).at(-1)).toMatchObject({ result: { gap, disputed: true } })
  })
})

describe('a worker', () => {
  let endpoint: WorkerEndpoint | null = null
  afterEach(async () => {
    await endpoint?.close()
    endpoint = null
  })
  const logged: unknown[] = []
  const opened = async (queue: () => Promise<QueueState>) => {
    const options = { port: 0, metrics: makeMetrics({ slots: 2 }), queue, log: (error: unknown) => logged.push(error) }
    endpoint = await openWorkerEndpoint(options)
    const { url } = endpoint
    return (path: string, method = 'GET') => fetch(`${url}${path}`, { method })
  }

  it('is scraped on its own machine', async () => {
    const get = await opened(async () => QUEUE)
    expect(endpoint?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const answer = await get('/metrics')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain;/)])
    expect(samplesOf(await answer.text()).get('rota_solve_slots')).toBe(2)
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
  })

  it('says so when its database is away, and is scraped all the same', async () => {
    const get = await opened(() => Promise.reject(new Error('away')))
    expect((await get('/readyz')).status).toBe(503)
    expect(samplesOf(await (await get('/metrics')).text()).get('rota_database_up')).toBe(0)
    expect(logged).toHaveLength(2)
  })

  it('answers only to names of its own machine, so that no web page reads it through a name of its own', async () => {
    await opened(async () => QUEUE)
    const { port } = new URL(endpoint?.url ?? '')
    const statusOf = (host: string) =>
      new Promise((resolve, reject) => {
        const path = { host: '127.0.0.1', port, path: '/metrics', headers: { host } }
        request(path, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end()
      })
    expect(await statusOf(`localhost:${port}`)).toBe(200)
    expect(await statusOf(`rebound.example:${port}`)).toBe(421)
  })

  it('answers nothing else', async () => {
    const get = await opened(async () => QUEUE)
    expect([(await get('/')).status, (await get('/metrics', 'POST')).status]).toEqual([404, 405])
  })
})
