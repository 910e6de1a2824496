/** Middleware before every call: headers, host names, and rate limits. */
import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { visitOf } from './access/visit.ts'
import { Refusal } from './problems.ts'

/** The service's public origin, for headers and host checks. */
export interface Outside {
  readonly secure: boolean
  readonly hosts: readonly string[]
  readonly provider: { readonly places: () => readonly string[] }
}

/** HSTS max-age in seconds: a year. */
const TLS_ONLY = 365 * 24 * 3600

/**
 * Content security policy: only this service's own resources may be loaded, run, framed or submitted to, except that the sign-out
 * form leads to the provider's page.
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

/** Called by infrastructure that knows the machine's address but not its name. None returns personal data. */
const BY_ADDRESS = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Host check. Without sign-in, a web page opened on this machine must not reach the service through a host name of its own that
 * resolves to this machine (DNS rebinding), so only loopback names are accepted. With sign-in, only the configured names are.
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
  /** Bucket size: calls at once after a pause. */
  readonly burst: number
  readonly perSecond: number
}

/** Key for rate limiting; null for no limit. */
export type Who = (request: Request, response: Response) => string | null

/** Client address as forwarded by trusted proxies, otherwise the connection's. */
export const byAddress: Who = (request) => request.ip ?? ''

/** The signed-in caller, from any address; null without sign-in, where the address limit suffices. */
export const byIdentity: Who = (_, response) => whoOf(response)

/** The same, given only the response. */
export function whoOf(response: Response): string | null {
  const identity = visitOf(response)?.identity ?? null
  return identity === null || identity.via === 'machine' ? null : identity.actor
}

/** Number of rate-limit buckets kept; the least recently used is evicted first. */
const CALLERS = 10_000

/** Token-bucket rate limit per caller. */
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
