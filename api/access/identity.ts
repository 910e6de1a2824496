/** Authenticates a caller: by a system's key, a browser's session, or as the local user of this machine. */
import type { Request } from 'express'
import { EVERY_NETWORK, type Grant, ROLES } from '../store/grants.ts'
import type { Caller, Role } from './caller.ts'
import { nameOf, readCookie } from './cookies.ts'
import type { Doors } from './doors.ts'
import { hashOf, isKey, isSecret } from './secrets.ts'

export interface Identity {
  readonly kind: Caller['kind']
  /** Browsers send a session cookie automatically, whichever page triggered the call; a key is sent deliberately. */
  readonly via: 'machine' | 'session' | 'key'
  /** An id, never a name. */
  readonly actor: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** The local user of this machine, without sign-in. */
export const AT_THIS_MACHINE: Identity = {
  kind: 'person',
  via: 'machine',
  actor: 'local',
  name: '',
  grants: [{ role: 'administrator', network: EVERY_NETWORK }],
}

/** Null if the caller cannot be identified. A key takes precedence over any cookie. */
export async function identify(request: Request, doors: Doors, secure: boolean): Promise<Identity | null> {
  const { authorization } = request.headers
  if (authorization !== undefined) return byKey(authorization, doors)
  const secret = readCookie(request, nameOf('session', secure))
  const session = isSecret(secret) ? await doors.session(hashOf(secret)) : null
  if (session === null) return null
  return { kind: 'person', via: 'session', actor: session.personId, name: session.name, grants: session.grants }
}

async function byKey(authorization: string, doors: Doors): Promise<Identity | null> {
  const [, given = ''] = /^Bearer +([\w-]+) *$/i.exec(authorization) ?? []
  const key = isKey(given) ? await doors.key(hashOf(given)) : null
  return key === null
    ? null
    : { kind: 'system', via: 'key', actor: `key:${key.id}`, name: key.name, grants: key.grants }
}

/** The caller, limited to the given roles; null if they have none of these for any network. */
export function callerFor({ kind, actor, grants }: Identity, by: readonly Role[]): Caller | null {
  const fitting = grants.filter(({ role }) => by.includes(role))
  const networks = [...new Set(fitting.map(({ network }) => network))]
  const role = ROLES.findLast((one) => fitting.some((grant) => grant.role === one))
  if (role === undefined) return null
  return { kind, actor, role, networks: networks.includes(EVERY_NETWORK) ? 'all' : networks }
}
