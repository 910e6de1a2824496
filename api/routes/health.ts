import type { Request, Response } from 'express'
import type { Deps } from '../deps.ts'
import { Refusal } from '../problems.ts'

/** GET /readyz: whether the service can work, which takes its database. */
export function getReady(deps: Deps) {
  return async (_: Request, response: Response): Promise<void> => {
    const states = await counted(deps)
    if (states === null || deps.closing.aborted) throw new Refusal('not-ready', { headers: { 'Retry-After': '5' } })
    response.json({ status: 'ready', queued: states.get('queued') ?? 0, running: states.get('running') ?? 0 })
  }
}

/** GET /metrics, for Prometheus. */
export function getMetrics(deps: Deps) {
  return async (_: Request, response: Response): Promise<void> => {
    const text = deps.metrics.text(await counted(deps))
    response.type('text/plain; version=0.0.4; charset=utf-8').send(text)
  }
}

/** Operations by state; null where the database does not answer. */
async function counted(deps: Deps) {
  try {
    return await deps.solves.count()
  } catch (error) {
    deps.log(error)
    return null
  }
}
