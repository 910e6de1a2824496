/** The service's two cookies: a session, and a sign-in in progress. */
import type { CookieOptions, Request, Response } from 'express'

export type Cookie = 'session' | 'sign-in'

/**
 * With `__Host-` a browser takes a cookie from no other host, not even one of the same domain, and sends it nowhere else; it asks
 * for TLS, which the loopback address has not.
 */
export function nameOf(cookie: Cookie, secure: boolean): string {
  return `${secure ? '__Host-' : ''}rota-${cookie}`
}

/** No script reads it, and no other site's form, frame or picture sends it. */
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

/** A cookie that the browser forgets when it is closed. */
export function setCookie(response: Response, name: string, value: string, secure: boolean): void {
  response.cookie(name, value, optionsFor(secure))
}

export function clearCookie(response: Response, name: string, secure: boolean): void {
  response.clearCookie(name, optionsFor(secure))
}
