/** Middleware before every call: headers, host names, and rate limits. */
import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { visitOf } from './access/visit.ts'
import { Refusal } from './problems.ts'

/** Where people sign in, as the headers see it. */
export interface Outside {
  readonly secure: boolean
  readonly hosts: readonly string[]
  readonly provider: { readonly places: () => readonly string[] }
}

/** Seconds for which a browser keeps to TLS here: a year. */
const TLS_ONLY = 365 * 24 * 3600

/**
 * Only what this service itself sends may be loaded, run, framed or submitted to, except the sign-out form, which leads
 * to the provider's page.
 */
export function headers(outside: Outside | null): RequestHandler {
  const withPlaces = (places: readonly string[]): RequestHandler =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'form-action': ["'self'", ...places],
          'base-uri': ["'none'"],
          'frame-ancestors': ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      // Loopback has no TLS.
      strictTransportSecurity: outside?.secure ? { maxAge: TLS_ONLY, includeSubDomains: false } : false,
    })
  if (outside === null) return withPlaces([])
  let made: { readonly key: string; readonly handler: RequestHandler } | null = null
  return (request, response, next) => {
    const places = outside.provider.places()
    const key = places.join(' ')
    if (made?.key !== key) made = { key, handler: withPlaces(places) }
    made.handler(request, response, next)
  }
}

const OWN_NAMES = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i

/** Called by infrastructure that knows the machine's address and not its name. Contains nobody's data. */
const BY_ADDRESS = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Where nobody signs in, a page of any web site, opened on this machine, must not get in: a name of its own that it points at
 * this machine (DNS rebinding) is not a name of ours. Elsewhere a service has the names that it was given.
 */
export function ownNamesOnly(outside: Outside | null): RequestHandler {
  const names = new Set(outside?.hosts.map((host) => host.toLowerCase()))
  return (request, _, next) => {
    const host = (request.headers.host ?? '').toLowerCase()
    const known = outside === null ? OWN_NAMES.test(host) : names.has(host) || BY_ADDRESS.has(request.path)
    if (!known) throw new Refusal('wrong-host')
    next()
  }
}

export interface Pace {
  /** Calls at once, after a pause. */
  readonly burst: number
  readonly perSecond: number
}

/** The caller subject to a rate limit; null if there is none. */
export type Who = (request: Request, response: Response) => string | null

/** From the trusted proxies if they say so, otherwise from the connection. */
export const byAddress: Who = (request) => request.ip ?? ''

/** Who has signed in, from wherever; at this machine there is one caller, whose address is its pace. */
export const byIdentity: Who = (_, response) => whoOf(response)

/** The same, given only the response. */
export function whoOf(response: Response): string | null {
  const identity = visitOf(response)?.identity ?? null
  return identity === null || identity.via === 'machine' ? null : identity.actor
}

/** Callers that are remembered; the longest unheard is forgotten first. */
const CALLERS = 10_000

/** Refuses what one caller sends faster than its pace; a bucket that fills again with time. */
export function paced({ burst, perSecond }: Pace, clock: () => number, whose: Who = byAddress): RequestHandler {
  const callers = new Map<string, { left: number; at: number }>()
  return (request, response, next) => {
    const who = whose(request, response)
    if (who === null) return next()
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
