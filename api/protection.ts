/** What stands before every call: headers, names of hosts, and how often one caller may call. */
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { Refusal } from './problems.ts'

/** Nothing but what this service itself sends is loaded, run, framed or sent to. */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  // Loopback has no TLS; before a service that has, whatever ends the TLS sets this.
  strictTransportSecurity: false,
})

const OWN_NAMES = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i

/**
 * Nobody signs in, so a page of any web site, opened on this machine, must not get in: a name of its own that it points at
 * this machine (DNS rebinding) is not a name of ours. What it sends without that is held off by the content type.
 */
export const ownNamesOnly: RequestHandler = (request, _, next) => {
  if (!OWN_NAMES.test(request.headers.host ?? '')) throw new Refusal('wrong-host')
  next()
}

export interface Pace {
  /** Calls at once, after a pause. */
  readonly burst: number
  readonly perSecond: number
}

/** Callers that are remembered; the longest unheard is forgotten first. */
const CALLERS = 10_000

/** Refuses what one address sends faster than its pace; a bucket that fills again with time. */
export function paced({ burst, perSecond }: Pace, clock: () => number): RequestHandler {
  const callers = new Map<string, { left: number; at: number }>()
  return (request, _, next) => {
    const who = request.socket.remoteAddress ?? ''
    const now = clock()
    const before = callers.get(who) ?? { left: burst, at: now }
    const left = Math.min(burst, before.left + ((now - before.at) / 1000) * perSecond)
    callers.delete(who)
    callers.set(who, { left: Math.max(0, left - 1), at: now })
    if (callers.size > CALLERS) callers.delete(callers.keys().next().value ?? '')
    if (left < 1)
      throw new Refusal('too-often', { headers: { 'Retry-After': String(Math.ceil((1 - left) / perSecond)) } })
    next()
  }
}
