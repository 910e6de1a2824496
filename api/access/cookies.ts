/** The service's two cookies: a session, and a sign-in in progress. */
import type { CookieOptions, Request, Response } from 'express'

export type Cookie = 'session' | 'sign-in'

/**
 * With the prefix `__Host-`, a browser accepts the cookie from this host only, not even from one in the same domain, and sends it
 * nowhere else. The prefix requires TLS, which loopback addresses lack.
 */
export function nameOf(cookie: Cookie, secure: boolean): string {
  return `${secure ? '__Host-' : ''}rota-${cookie}`
}

/** HttpOnly, and not sent with other sites' forms, frames or images. */
function optionsFor(secure: boolean): CookieOptions {
  return { httpOnly: true, secure, sameSite: 'lax', path: '/' }
}

export function readCookie({ headers }: Request, name: string): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** Sets a session cookie, which the browser deletes when it closes. */
export function setCookie(response: Response, name: string, value: string, secure: boolean): void {
  response.cookie(name, value, optionsFor(secure))
}

export function clearCookie(response: Response, name: string, secure: boolean): void {
  response.clearCookie(name, optionsFor(secure))
}
