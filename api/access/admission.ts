/**
 * The one place that decides who may do what, before any handler sees a call, from the permission in the call's
 * declaration. An undeclared path is not found.
 */
import type { Request, RequestHandler } from 'express'
import { BadInput } from '../../src/errors.ts'
import { bytesOf, fileBody, jsonBody } from '../body.ts'
import { idOf, noSuchOperation } from '../calls/operation-id.ts'
import type { Ask } from '../desk/desk.ts'
import { Refusal } from '../problems.ts'
import { EVERY_NETWORK } from '../store/grants.ts'
import type { FindCall } from './call-finding.ts'
import { type Caller, requireNetwork, setCaller } from './caller.ts'
import type { Doors } from './doors.ts'
import { AT_THIS_MACHINE, callerFor, type Identity, identify } from './identity.ts'
import type { Permission, Tenant } from './permissions.ts'
import { requireOwnPage } from './same-origin.ts'
import { callNoted, noteCall, noteIdentity } from './visit.ts'

export interface Admission {
  readonly find: FindCall
  readonly doors: Doors
  /** Sign-in settings; null without sign-in, when only users of this machine can call. */
  readonly signIn: { readonly origin: string; readonly secure: boolean } | null
  readonly ask: Ask
  /** Rate limits callers, by identity. */
  readonly paced: RequestHandler
  /** The same for calls that send a body. */
  readonly pacedSending: RequestHandler
}

/** The middleware, in order; each refuses or calls the next. */
export function admission(parts: Admission): readonly RequestHandler[] {
  const whenSending = (handler: RequestHandler): RequestHandler => {
    return (request, response, next) => (callNoted(response).line.hasBody ? handler(request, response, next) : next())
  }
  return [
    findLine(parts.find),
    ask(parts),
    parts.paced,
    whenSending(parts.pacedSending),
    whenSending(readSent),
    findTenant(parts),
  ]
}

/** Reads the body, as JSON or as a file of the call's media types. */
const readSent: RequestHandler = (request, response, next) => {
  const { fileTypes } = callNoted(response).line
  const [check, read] = fileTypes === undefined ? jsonBody : fileBody(fileTypes)
  check?.(request, response, (error?: unknown) => {
    if (error !== undefined) next(error)
    else read?.(request, response, next)
  })
}

function findLine(find: FindCall): RequestHandler {
  return (request, response, next) => {
    const found = find(request.method, request.path)
    switch (found.kind) {
      case 'call':
        noteCall(response, found)
        return next()
      case 'nothing':
        throw noSuchPath(request)
      case 'unreadable':
        throw new Refusal('bad-request')
      case 'wrong-method':
        throw wrongMethod(request, found.allow)
    }
  }
}

function noSuchPath({ path }: Request): Refusal {
  const complaint = { pointer: '', detail: 'The API has no such path.', seen: path.slice(0, 60) }
  return new Refusal('not-found', { complaints: [complaint] })
}

function wrongMethod({ method }: Request, allow: string): Refusal {
  const complaint = { pointer: '', detail: `This path allows ${allow}.`, seen: method, maybe: allow }
  return new Refusal('wrong-method', { complaints: [complaint], headers: { Allow: allow } })
}

/** Identifies the caller, and refuses anyone who may not make this call for any network. */
function ask({ doors, signIn }: Admission): RequestHandler {
  return async (request, response, next) => {
    const { line } = callNoted(response)
    const identity = signIn === null ? AT_THIS_MACHINE : await identifyFor(line.permission, request, { doors, signIn })
    if (identity !== null) noteIdentity(response, identity)
    requireOwnPage(request, identity, signIn?.origin ?? null)
    if (identity?.kind === 'system' && line.permission.only === 'person') throw notForSystems()
    if (identity !== null) setCaller(response, generally(identity, line.permission))
    next()
  }
}

/** Skips the look-up for calls open to anybody. */
async function identifyFor(
  { by }: Permission,
  request: Request,
  { doors, signIn }: { readonly doors: Doors; readonly signIn: { readonly secure: boolean } },
): Promise<Identity | null> {
  if (by === 'anybody') return null
  const identity = await identify(request, doors, signIn.secure)
  if (identity === null) throw new Refusal('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer realm="rota"' } })
  return identity
}

function generally(identity: Identity, { by }: Permission): Caller {
  const { kind, actor, via } = identity
  if (via !== 'machine' && (by === 'signed-in' || by === 'anybody')) return { kind, actor, role: 'staff', networks: [] }
  const caller = callerFor(identity, typeof by === 'string' ? ['administrator'] : by)
  if (caller === null) throw notForYou()
  return caller
}

function notForYou(): Refusal {
  return new Refusal('forbidden', {
    complaints: [{ pointer: '', detail: 'None of your roles allows this.' }],
  })
}

function notForSystems(): Refusal {
  const detail = 'Only a signed-in person may do this, not a program with a key.'
  return new Refusal('forbidden', { complaints: [{ pointer: '', detail }] })
}

/**
 * Narrows the caller to the network the call is about. If the caller named it in the path, query or body, a refusal reveals
 * nothing; somebody else's operation is reported as not found.
 */
function findTenant({ doors, ask }: Admission): RequestHandler {
  return async (request, response, next) => {
    const { line, params, identity } = callNoted(response)
    const { by, of } = line.permission
    // The local user may access every network, and handlers report invalid input.
    if (identity === null || identity.via === 'machine' || typeof by === 'string') return next()
    if (of.kind === 'none' || (of.kind === 'query' && request.query[of.name] === undefined)) return next()
    const network = await networkOf(of, { request, params, doors, ask, who: identity.actor })
    setCaller(response, callerIn(network, identity, { by, of, params }))
    next()
  }
}

interface Asked {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly doors: Doors
  readonly ask: Ask
  readonly who: string
}

/** Null if the operation doesn't exist. */
async function networkOf(of: Exclude<Tenant, { kind: 'none' }>, { request, params, doors, ask, who }: Asked) {
  switch (of.kind) {
    case 'path':
      return params[of.name] ?? null
    case 'query':
      return String(request.query[of.name])
    case 'body':
      return named(await ask('textAt', { body: bytesOf(request), at: of.at }, { who }), of.at)
    case 'operation':
      return doors.networkOfOperation(idOf(params[of.name] ?? ''))
  }
}

function callerIn(
  network: string | null,
  identity: Identity,
  { by, of, params }: { by: Exclude<Permission['by'], string>; of: Tenant; params: Asked['params'] },
): Caller {
  const there = identity.grants.filter((grant) => grant.network === network || grant.network === EVERY_NETWORK)
  const caller = network === null ? null : callerFor({ ...identity, grants: there }, by)
  if (caller !== null && network !== null) return { ...caller, networks: [network] }
  if (of.kind === 'operation') throw noSuchOperation(params[of.name] ?? '')
  requireNetwork({ ...identity, role: 'staff', networks: [] }, network ?? '')
  throw notForYou()
}

/** Refuses a body that names no network, since it could be anybody's. */
function named(found: string | null, at: readonly string[]): string {
  if (found !== null) return found
  const detail = 'The document must state its network.'
  throw new BadInput([{ pointer: `/${at.join('/')}`, detail, maybe: '"network": { "ods": "U99999" }' }])
}
