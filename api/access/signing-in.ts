/** Signing in and out: to the provider, back again, and the session in between. */
import type { Request, RequestHandler, Response } from 'express'
import { Refusal } from '../problems.ts'
import { clearCookie, nameOf, readCookie, setCookie } from './cookies.ts'
import type { Doors } from './doors.ts'
import { NOT_LET_IN, NOT_SIGNED_IN, SIGNED_OUT } from './pages.ts'
import { newWay, type Provider } from './provider.ts'
import { hashOf, isSecret, newSecret } from './secrets.ts'
import { noteWhy } from './visit.ts'

export interface SignIn {
  /** Of this service, as browsers see it: `https://rota.example.nhs.uk`. */
  readonly origin: string
  /** Whether that is TLS. */
  readonly secure: boolean
  /** Names by which it may be called. */
  readonly hosts: readonly string[]
  readonly provider: Provider
}

interface Parts {
  readonly doors: Doors
  readonly signIn: SignIn | null
  readonly log: (error: unknown) => void
}

/** Where somebody goes who asked for no page of their own. */
const HOME = '/docs'

/** GET /sign-in?to=PATH. */
export function getSignIn(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { provider, secure } = required(parts)
    const way = newWay()
    const browser = newSecret()
    const page = await provider.begin(way).catch((error: unknown) => {
      parts.log(error)
      throw new Refusal('not-ready', { headers: { 'Retry-After': '30' } })
    })
    await parts.doors.beginSignIn(
      { state: hashOf(way.state), browser: hashOf(browser) },
      { nonce: way.nonce, verifier: way.verifier, returnTo: pathOf(request.query.to) },
    )
    setCookie(response, nameOf('sign-in', secure), browser, secure)
    response.redirect(302, page.href)
  }
}

/** A path of ours; anything else, such as another site's address in disguise, is the usual one. */
function pathOf(to: unknown): string {
  return typeof to === 'string' && to.length < 500 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : HOME
}

/** GET /sign-in/callback: each way is taken once, in the browser that set out on it. */
export function getCallback(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { secure } = required(parts)
    const cookie = nameOf('sign-in', secure)
    const browser = readCookie(request, cookie)
    const { state } = request.query
    if (!isSecret(browser) || typeof state !== 'string') return refused(response, 'no-way-under-way')
    clearCookie(response, cookie, secure)
    const underWay = await parts.doors.takeSignIn({ state: hashOf(state), browser: hashOf(browser) })
    if (underWay === null) return refused(response, 'no-way-under-way')
    const arrived = await parts.signIn?.provider.finish(searchOf(request), { ...underWay, state })
    if (arrived?.kind !== 'is') return refused(response, arrived?.why ?? 'other')
    await begin(parts, { request, response, arrived, returnTo: underWay.returnTo })
  }
}

function searchOf({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?')
  return at < 0 ? '' : originalUrl.slice(at)
}

interface Arrival {
  readonly request: Request
  readonly response: Response
  readonly arrived: Extract<Awaited<ReturnType<Provider['finish']>>, { kind: 'is' }>
  readonly returnTo: string
}

/** A session gets a new name at every signing in, so that nobody can have known it before. */
async function begin(parts: Parts, { request, response, arrived, returnTo }: Arrival): Promise<void> {
  const { secure } = required(parts)
  const cookie = nameOf('session', secure)
  const before = readCookie(request, cookie)
  const secret = newSecret()
  const { claimed, idToken } = arrived
  const session = { hash: hashOf(secret), idToken, before: isSecret(before) ? hashOf(before) : null, claimed }
  if (!(await parts.doors.beginSession(session))) {
    clearCookie(response, cookie, secure)
    noteWhy(response, 'nobody-let-them-in')
    response.status(403).type('html').send(NOT_LET_IN)
    return
  }
  setCookie(response, cookie, secret, secure)
  response.redirect(303, returnTo)
}

function refused(response: Response, why: string): void {
  noteWhy(response, why)
  response.status(403).type('html').send(NOT_SIGNED_IN)
}

/** POST /sign-out: here first, so that it is done even where the provider is away. */
export function postSignOut(parts: Parts): RequestHandler {
  return async (request, response) => {
    const { provider, secure } = parts.signIn ?? { provider: null, secure: false }
    const cookie = nameOf('session', secure)
    const secret = readCookie(request, cookie)
    const ended = isSecret(secret) ? await parts.doors.endSession(hashOf(secret)) : null
    clearCookie(response, cookie, secure)
    const page = ended === null ? null : await endPage(provider, ended.idToken, parts.log)
    response.redirect(303, page?.href ?? '/signed-out')
  }
}

async function endPage(provider: Provider | null, idToken: string | null, log: Parts['log']): Promise<URL | null> {
  try {
    return (await provider?.endPage(idToken)) ?? null
  } catch (error) {
    log(error)
    return null
  }
}

export const getSignedOut: RequestHandler = (_, response) => {
  response.type('html').send(SIGNED_OUT)
}

function required({ signIn }: Parts): SignIn {
  if (signIn !== null) return signIn
  const detail = 'Nobody signs in here: the service is for whoever sits at this machine.'
  throw new Refusal('not-found', { complaints: [{ pointer: '', detail }] })
}
