/** Assigns request ids and logs every call with its outcome. */
import type { RequestHandler } from 'express'
import { type Visit, visitOf } from '../access/visit.ts'
import type { AccessEntry } from '../deps.ts'
import { inScope } from './log-scope.ts'

/** Gives each call an id, and logs it once it is answered or its caller has disconnected. */
export function noteCalls(deps: {
  readonly clock: () => number
  readonly newId: () => string
  readonly told: (entry: AccessEntry) => void
}): RequestHandler {
  return (request, response, next) => {
    const began = deps.clock()
    const given = request.headers['x-request-id']
    // Accept a caller's id if it is safe to log; it is too short to contain one of our secrets.
    const requestId = typeof given === 'string' && /^[\w.-]{1,40}$/.test(given) ? given : deps.newId()
    response.set('X-Request-Id', requestId)
    response.on('close', () => {
      const visit = visitOf(response)
      deps.told({
        requestId,
        method: METHODS.has(request.method) ? request.method : 'other',
        // Unknown paths are caller-defined and unbounded in number.
        route: visit?.line.path.replaceAll(/\{(\w+)\}/g, ':$1') ?? 'none',
        status: response.statusCode,
        ms: Math.round((deps.clock() - began) * 10) / 10,
        ...whoAndWhy(visit),
      })
    })
    inScope({ requestId }, next)
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
