/** Prometheus metrics of a process: its calls, its solves, the shared queue, and Node's own. docs/operations.md lists them. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import packageJson from '../../package.json' with { type: 'json' }
import type { AccessEntry } from '../deps.ts'
import type { QueueState } from '../store/operations.ts'
import type { TelemetryEvent } from './telemetry-event.ts'

/** Histogram buckets' upper bounds, in seconds. */
const CALL_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const SOLVE_SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800]
const WAIT_SECONDS = [0.1, 0.5, 1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600]
/** Histogram buckets' upper bounds for the gap: 0.01 is 1%. */
const GAPS = [0, 0.0001, 0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1]

/** Media type of the text format. */
export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

const STATES = ['queued', 'running', 'done', 'failed', 'stopped'] as const

export interface Metrics {
  count(entry: AccessEntry): void
  note(event: TelemetryEvent): void
  /** In Prometheus text format; `queue` is null if the database didn't answer. */
  text(queue: QueueState | null): Promise<string>
}

/** `slots`: this process's concurrent solves. */
export function makeMetrics({ slots = 0 }: { readonly slots?: number } = {}): Metrics {
  const registry = new Registry()
  const calls = callMetrics(registry)
  const note = eventMetrics(registry)
  const setQueue = queueMetrics(registry)
  gauge(registry, 'rota_solve_slots', 'Solves that this process can run at once.').set(slots)
  const build = { name: 'rota_build_info', help: 'Version of this program and of Node; always 1.' }
  new Gauge({ ...build, labelNames: ['version', 'node'], registers: [registry] })
    .labels({ version: packageJson.version, node: process.version })
    .set(1)
  return {
    count: calls,
    note,
    text: async (queue) => {
      setQueue(queue)
      return (await Registry.merge([registry, ofProcess()]).metrics()).trimEnd().concat('\n')
    },
  }
}

/** One registry per process for Node's own metrics. */
let processRegistry: Registry | null = null

function ofProcess(): Registry {
  if (processRegistry === null) {
    processRegistry = new Registry()
    collectDefaultMetrics({ register: processRegistry })
  }
  return processRegistry
}

function gauge(registry: Registry, name: string, help: string): Gauge {
  return new Gauge({ name, help, registers: [registry] })
}

function callMetrics(registry: Registry): Metrics['count'] {
  const registers = [registry]
  const labelNames = ['method', 'route', 'status'] as const
  const total = new Counter({
    name: 'rota_http_requests_total',
    help: 'HTTP requests answered.',
    labelNames,
    registers,
  })
  const seconds = new Histogram({
    name: 'rota_http_request_duration_seconds',
    help: 'Time to answer HTTP requests.',
    labelNames: ['method', 'route'],
    buckets: CALL_SECONDS,
    registers,
  })
  return ({ method, route, status, ms }) => {
    total.labels({ method, route, status }).inc()
    seconds.labels({ method, route }).observe(ms / 1000)
  }
}

function eventMetrics(registry: Registry): Metrics['note'] {
  const registers = [registry]
  const solving = gauge(registry, 'rota_solves_in_progress', 'Solves that this process is running.')
  const histogram = (name: string, help: string, buckets: number[], labelNames: readonly string[] = []) =>
    new Histogram({ name, help, buckets, labelNames, registers })
  const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const waited = histogram(
    'rota_solve_wait_seconds',
    'Time solves spent in the queue before their start.',
    WAIT_SECONDS,
  )
  const solved = histogram('rota_solve_duration_seconds', 'Time solves took.', SOLVE_SECONDS, ['outcome'])
  const gaps = histogram('rota_solve_gap_ratio', 'Largest gap of any level of a solve, by its end.', GAPS)
  const disputes = counter('rota_solves_disputed_total', 'Solves whose model and checks disagree about the rota.')
  const takeovers = counter('rota_takeovers_total', 'Operations taken over from dead processes.', ['result'])
  const deliveries = counter('rota_webhook_deliveries_total', 'Tries to deliver a webhook, by outcome.', ['outcome'])
  const delivered = histogram('rota_webhook_delivery_duration_seconds', 'Time each try took.', CALL_SECONDS)
  const noteQuestion = questionMetrics(registry)
  return (event) => {
    switch (event.kind) {
      case 'question-claimed':
      case 'question-started':
      case 'question-ended':
        return noteQuestion(event)
      case 'solve-claimed':
        return waited.observe(event.waitedSeconds)
      case 'solve-started':
        return solving.inc()
      case 'solve-ended': {
        const { outcome, seconds, gap, disputed } = event.result
        solving.dec()
        solved.labels({ outcome }).observe(seconds)
        if (gap !== null) gaps.observe(gap)
        return disputes.inc(disputed ? 1 : 0)
      }
      case 'takeover':
        return takeovers.labels({ result: event.result }).inc()
      case 'delivery':
        deliveries.labels({ outcome: event.outcome }).inc()
        return delivered.observe(event.seconds)
    }
  }
}

type QuestionEvent = Extract<TelemetryEvent, { readonly question: string }>

function questionMetrics(registry: Registry): (event: QuestionEvent) => void {
  const registers = [registry]
  const inProgress = gauge(registry, 'rota_questions_in_progress', 'Long questions that this process is answering.')
  const waited = new Histogram({
    name: 'rota_question_wait_seconds',
    help: 'Time long questions spent in the queue before their start.',
    buckets: WAIT_SECONDS,
    labelNames: ['kind'],
    registers,
  })
  const answered = new Histogram({
    name: 'rota_question_duration_seconds',
    help: 'Time long questions took.',
    buckets: SOLVE_SECONDS,
    labelNames: ['kind', 'outcome'],
    registers,
  })
  return (event) => {
    switch (event.kind) {
      case 'question-claimed':
        return waited.labels({ kind: event.question }).observe(event.waitedSeconds)
      case 'question-started':
        return inProgress.inc()
      case 'question-ended':
        inProgress.dec()
        return answered.labels({ kind: event.question, outcome: event.outcome }).observe(event.seconds)
    }
  }
}

function queueMetrics(registry: Registry): (queue: QueueState | null) => void {
  const registers = [registry]
  const up = gauge(registry, 'rota_database_up', 'Whether the database answers: 1 or 0.')
  const depth = gauge(registry, 'rota_queue_depth', 'Operations waiting in the queues.')
  const age = gauge(
    registry,
    'rota_queue_oldest_age_seconds',
    'Age of the operation that has waited longest; 0 if none waits.',
  )
  const states = new Gauge({
    name: 'rota_operations',
    help: 'Operations stored, by state.',
    labelNames: ['state'],
    registers,
  })
  return (queue) => {
    up.set(queue === null ? 0 : 1)
    // Report unknown values as NaN rather than repeating the last known ones.
    const known = queue ?? { states: new Map(), oldestSeconds: Number.NaN }
    depth.set(queue === null ? Number.NaN : (known.states.get('queued') ?? 0))
    age.set(known.oldestSeconds)
    for (const state of STATES)
      states.labels({ state }).set(queue === null ? Number.NaN : (known.states.get(state) ?? 0))
  }
}
