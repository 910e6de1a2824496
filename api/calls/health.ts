/** Liveness, readiness and metrics. */
import { ANYBODY, NO_TENANT, WATCH } from '../access/permissions.ts'
import { healthResponse, readyResponse } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'
import { METRICS_TYPE } from '../telemetry/metrics.ts'
import { call } from './call.ts'

export const isAlive = call({
  method: 'get',
  path: '/healthz',
  name: 'isAlive',
  tag: 'Service',
  summary: 'Check that the service is alive',
  permission: ANYBODY,
  answers: { 200: { does: 'The service is alive.', schema: healthResponse, example: { status: 'ok' } } },
  handle: () => (_, response) => void response.json({ status: 'ok' }),
})

export const isReady = call({
  method: 'get',
  path: '/readyz',
  name: 'isReady',
  tag: 'Service',
  summary: 'Check that the service is ready, including its database',
  permission: ANYBODY,
  answers: {
    200: { does: 'The service is ready.', schema: readyResponse, example: { status: 'ready', queued: 0, running: 1 } },
  },
  handle: (deps) => async (_, response) => {
    const queue = await queueOf(deps)
    if (queue === null || deps.closing.aborted) throw new Refusal('not-ready', { headers: { 'Retry-After': '5' } })
    const { states } = queue
    response.json({ status: 'ready', queued: states.get('queued') ?? 0, running: states.get('running') ?? 0 })
  },
})

export const getMetrics = call({
  method: 'get',
  path: '/metrics',
  name: 'getMetrics',
  tag: 'Service',
  summary: 'Get metrics in Prometheus text format',
  permission: { by: WATCH, of: NO_TENANT },
  answers: { 200: { does: 'The metrics.', type: 'text/plain' } },
  handle: (deps) => async (_, response) => {
    const text = await deps.metrics.text(await queueOf(deps))
    response.type(METRICS_TYPE).send(text)
  },
})

/** Null if the database does not answer. */
async function queueOf(deps: Deps) {
  try {
    return await deps.solves.queue()
  } catch (error) {
    deps.log(error)
    return null
  }
}
