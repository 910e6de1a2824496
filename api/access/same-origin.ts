/** Refuses calls that another web site makes a browser send (CSRF): the cookie goes along, whoever wrote the page. */
import type { Request } from 'express'
import { Refusal } from '../problems.ts'
import type { Identity } from './identity.ts'

const SAFE = new Set(['GET', 'HEAD'])

/**
 * A call that changes something must come from a page of ours: browsers say where from, and no page can make them say otherwise.
 * Who sends a key is no browser that was misled. `origin` is ours; at this machine it is whatever name the caller used, which was
 * looked at before; and a program there, which is no browser, says nothing of it.
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
