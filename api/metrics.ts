/** Figures of this process and its calls, in the text format of Prometheus. */
import type { RequestHandler } from 'express'
import { type Visit, visitOf } from './access/visit.ts'
import type { AccessEntry } from './deps.ts'

/** Upper ends, in seconds, of the classes of how long calls take. */
const CLASSES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  count(entry: AccessEntry): void
  /** `states`: operations by state, or null where the database did not answer. */
  text(states: ReadonlyMap<string, number> | null): string
}

export function makeMetrics(): Metrics {
  const calls = new Map<string, number>()
  const durations = new Map<string, { counts: number[]; sum: number; total: number }>()
  return {
    count: ({ method, route, status, ms }) => {
      const labels = `method="${method}",route="${route}"`
      add(calls, `${labels},status="${status}"`)
      const seconds = ms / 1000
      const of = durations.get(labels) ?? { counts: CLASSES.map(() => 0), sum: 0, total: 0 }
      durations.set(labels, {
        counts: of.counts.map((count, n) => count + (seconds <= (CLASSES[n] ?? 0) ? 1 : 0)),
        sum: of.sum + seconds,
        total: of.total + 1,
      })
    },
    text: (states) =>
      [
        ...family('rota_http_requests_total', 'counter', 'Calls answered.'),
        ...[...calls].map(([labels, count]) => `rota_http_requests_total{${labels}} ${count}`),
        ...family('rota_http_request_seconds', 'histogram', 'How long calls took.'),
        ...[...durations].flatMap(([labels, { counts, sum, total }]) => [
          ...counts.map((count, n) => `rota_http_request_seconds_bucket{${labels},le="${CLASSES[n]}"} ${count}`),
          `rota_http_request_seconds_bucket{${labels},le="+Inf"} ${total}`,
          `rota_http_request_seconds_sum{${labels}} ${sum}`,
          `rota_http_request_seconds_count{${labels}} ${total}`,
        ]),
        ...ofDatabase(states),
        ...ofProcess(),
        '',
      ].join('\n'),
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function family(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function ofDatabase(states: ReadonlyMap<string, number> | null): string[] {
  const up = [
    ...family('rota_database_up', 'gauge', 'Whether the database answers.'),
    `rota_database_up ${states ? 1 : 0}`,
  ]
  if (states === null) return up
  const names = ['queued', 'running', 'done', 'failed', 'stopped']
  return [
    ...up,
    ...family('rota_operations', 'gauge', 'Operations by state.'),
    ...names.map((state) => `rota_operations{state="${state}"} ${states.get(state) ?? 0}`),
  ]
}

function ofProcess(): string[] {
  const { user, system } = process.cpuUsage()
  return [
    ...family('process_cpu_seconds_total', 'counter', 'Processor time used.'),
    `process_cpu_seconds_total ${(user + system) / 1e6}`,
    ...family('process_resident_memory_bytes', 'gauge', 'Memory in use.'),
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ]
}

/** Gives each call an id, and tells of it once it is answered or its caller has gone. */
export function noteCalls(deps: {
  readonly clock: () => number
  readonly newId: () => string
  readonly told: (entry: AccessEntry) => void
}): RequestHandler {
  return (request, response, next) => {
    const began = deps.clock()
    const given = request.headers['x-request-id']
    // Another's id is taken over where it can do no harm in a log; it is too short for any secret of ours.
    const requestId = typeof given === 'string' && /^[\w.-]{1,40}$/.test(given) ? given : deps.newId()
    response.set('X-Request-Id', requestId)
    response.on('close', () => {
      const visit = visitOf(response)
      deps.told({
        requestId,
        method: METHODS.has(request.method) ? request.method : 'other',
        // Paths that lead nowhere are the caller's, and endless in number.
        route: visit?.line.path.replaceAll(/\{(\w+)\}/g, ':$1') ?? 'none',
        status: response.statusCode,
        ms: Math.round((deps.clock() - began) * 10) / 10,
        ...whoAndWhy(visit),
      })
    })
    next()
  }
}

function whoAndWhy(visit: Visit | null): Pick<AccessEntry, 'actor' | 'why'> {
  const { identity = null, why = null } = visit ?? {}
  return {
    ...(identity === null || identity.via === 'machine' ? {} : { actor: identity.actor }),
    ...(why === null ? {} : { why }),
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
