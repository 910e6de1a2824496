/** CSRF protection: a browser sends the session cookie whichever site's page makes the call. */
import type { Request } from 'express'
import { Refusal } from '../problems.ts'
import type { Identity } from './identity.ts'

const SAFE = new Set(['GET', 'HEAD'])

/**
 * Refuses calls that change something unless they come from one of our own pages, going by the headers `Origin` and
 * `Sec-Fetch-Site`, which pages can't forge. Calls with a key are exempt, since no browser adds a key by itself. `origin` is
 * ours; null without sign-in, where it is the host that the caller used, already checked. Programs on this machine that aren't
 * browsers send neither header.
 */
export function requireOwnPage(request: Request, identity: Identity | null, origin: string | null): void {
  if (SAFE.has(request.method) || identity === null || identity.via === 'key') return
  const { host, origin: from, 'sec-fetch-site': site } = request.headers
  const ours = origin ?? `http://${host ?? ''}`
  const said = from !== undefined ? from === ours : site === 'same-origin'
  const silent = from === undefined && site === undefined
  if (said || (silent && identity.via === 'machine')) return
  const detail = 'This call comes from a page on another site, or from a program without a key.'
  throw new Refusal('forbidden', { complaints: [{ pointer: '', detail }] })
}
