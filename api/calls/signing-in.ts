/** Signing in and out: the redirect to the provider, the callback, and the session. */
import type { Request, Response } from 'express'
import { z } from 'zod'
import { clearCookie, nameOf, readCookie, setCookie } from '../access/cookies.ts'
import type { Doors } from '../access/doors.ts'
import { NOT_LET_IN, NOT_SIGNED_IN } from '../access/pages.ts'
import { ANYBODY, SIGNED_IN } from '../access/permissions.ts'
import { newWay, type Provider } from '../access/provider.ts'
import { hashOf, isSecret, newSecret } from '../access/secrets.ts'
import type { SignIn } from '../access/sign-in.ts'
import { noteWhy } from '../access/visit.ts'
import { Refusal } from '../problems.ts'
import { call, type Header } from './call.ts'

interface Parts {
  readonly doors: Doors
  readonly signIn: SignIn | null
  readonly log: (error: unknown) => void
}

/** Default page after signing in. */
const HOME = '/docs'

const PAGE = 'text/html'
const to = (does: string): { readonly Location: Header } => ({
  Location: { does, schema: z.string().meta({ format: 'uri-reference' }) },
})

export const signIn = call({
  method: 'get',
  path: '/sign-in',
  name: 'signIn',
  tag: 'Signing in',
  summary: 'Redirect a browser to the sign-in provider',
  permission: ANYBODY,
  query: z.looseObject({
    to: z.string().exactOptional().describe('The path the browser returns to; default: `/docs`.').catch(HOME),
  }),
  answers: { 302: { does: 'To the provider’s page.', headers: to('The provider’s page.') } },
  problems: ['not-found'],
  handle: (parts) => async (asked, response) => {
    const { provider, secure } = required(parts)
    const way = newWay()
    const browser = newSecret()
    const page = await provider.begin(way).catch((error: unknown) => {
      parts.log(error)
      throw new Refusal('not-ready', { headers: { 'Retry-After': '30' } })
    })
    await parts.doors.beginSignIn(
      { state: hashOf(way.state), browser: hashOf(browser) },
      { nonce: way.nonce, verifier: way.verifier, returnTo: pathOf(asked.query.to) },
    )
    setCookie(response, nameOf('sign-in', secure), browser, secure)
    response.redirect(302, page.href)
  },
})

/** Accepts only paths of this service, against open redirects; anything else becomes the default. */
function pathOf(to: unknown): string {
  return typeof to === 'string' && to.length < 500 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to) ? to : HOME
}

/** Each sign-in attempt can be completed once, in the browser that started it. */
export const comeBack = call({
  method: 'get',
  path: '/sign-in/callback',
  name: 'comeBack',
  tag: 'Signing in',
  summary: 'Return from the provider, signed in',
  permission: ANYBODY,
  query: z.looseObject({
    state: z.string().exactOptional().describe('As the provider sends it.').catch(''),
    code: z.string().exactOptional().describe('As the provider sends it.').catch(''),
  }),
  answers: {
    303: { does: 'Signed in; continues to the requested path.', headers: to('That path.') },
    403: { does: 'Not signed in, with the reason, as a page.', type: PAGE },
  },
  problems: ['not-found'],
  handle: (parts) => async (asked, response) => {
    const { request } = asked
    const { secure } = required(parts)
    const cookie = nameOf('sign-in', secure)
    const browser = readCookie(request, cookie)
    const { state } = asked.query
    if (!isSecret(browser) || state === undefined || state === '') return refused(response, 'no-way-under-way')
    clearCookie(response, cookie, secure)
    const underWay = await parts.doors.takeSignIn({ state: hashOf(state), browser: hashOf(browser) })
    if (underWay === null) return refused(response, 'no-way-under-way')
    const arrived = await parts.signIn?.provider.finish(searchOf(request), { ...underWay, state })
    if (arrived?.kind !== 'is') return refused(response, arrived?.why ?? 'other')
    await begin(parts, { request, response, arrived, returnTo: underWay.returnTo })
  },
})

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

/** Issues a new session token at every sign-in, against session fixation. */
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

/** Ends the local session first, so that sign-out works even if the provider is unreachable. */
export const signOut = call({
  method: 'post',
  path: '/sign-out',
  name: 'signOut',
  tag: 'Signing in',
  summary: 'Sign out',
  description: 'Ends the session here and redirects the browser to the provider, which ends its own.',
  permission: SIGNED_IN,
  answers: { 303: { does: 'To the provider’s page.', headers: to('The provider’s page, or ours if it has none.') } },
  handle:
    (parts) =>
    async ({ request }, response) => {
      const { provider, secure } = parts.signIn ?? { provider: null, secure: false }
      const cookie = nameOf('session', secure)
      const secret = readCookie(request, cookie)
      const ended = isSecret(secret) ? await parts.doors.endSession(hashOf(secret)) : null
      clearCookie(response, cookie, secure)
      const page = ended === null ? null : await endPage(provider, ended.idToken, parts.log)
      response.redirect(303, page?.href ?? '/signed-out')
    },
})

async function endPage(provider: Provider | null, idToken: string | null, log: Parts['log']): Promise<URL | null> {
  try {
    return (await provider?.endPage(idToken)) ?? null
  } catch (error) {
    log(error)
    return null
  }
}

function required({ signIn }: Parts): SignIn {
  if (signIn !== null) return signIn
  const detail = 'Sign-in is not configured: the service is for local users of this machine.'
  throw new Refusal('not-found', { complaints: [{ pointer: '', detail }] })
}
