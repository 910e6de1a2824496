/** A provider on a port of this machine that sends whatever token a test tells it to. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Defect } from '../../../src/errors.ts'
import { CLIENT } from './certified-provider.ts'

type Fields = Readonly<Record<string, unknown>>

/** How the next token differs from a good one. */
export interface Mischief {
  readonly claims?: Fields
  readonly header?: Fields
  /** `own` is the key that it has published. */
  readonly signedBy?: 'own' | 'another' | 'nobody' | 'client-secret' | 'public-key'
  /** What the provider says there; default: nothing. */
  readonly userinfo?: Fields
  /** In place of everything that the token's place answers. */
  readonly answer?: { readonly status: number; readonly body: string }
}

export interface HostileProvider {
  readonly issuer: URL
  /** From now on. */
  mischief: Mischief
  close(): Promise<void>
}

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const another = generateKeyPairSync('rsa', { modulusLength: 2048 })

export async function runHostileProvider(more: Fields = {}): Promise<HostileProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Defect('the provider has no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const nonces = new Map<string, string>()
  const running: HostileProvider = {
    issuer: new URL(issuer),
    mischief: {},
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, response, { issuer, nonces, more, mischief: running.mischief })
  })
  return running
}

interface State {
  readonly issuer: string
  /** By the code that was given out. */
  readonly nonces: Map<string, string>
  readonly more: Fields
  readonly mischief: Mischief
}

async function answer(request: IncomingMessage, response: ServerResponse, state: State): Promise<void> {
  const url = new URL(request.url ?? '', state.issuer)
  const json = (value: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }
  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      return json(metadata(state))
    case '/jwks':
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] })
    case '/authorize': {
      const code = `code-${state.nonces.size}`
      state.nonces.set(code, url.searchParams.get('nonce') ?? '')
      const query = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' })
      response.writeHead(302, { location: `${url.searchParams.get('redirect_uri')}?${query}` }).end()
      return
    }
    case '/token':
      return tokens(await bodyOf(request), state, json, response)
    default:
      return state.mischief.userinfo === undefined ? json({}, 404) : json(state.mischief.userinfo)
  }
}

function metadata({ issuer, more }: State): Fields {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    ...more,
  }
}

function tokens(
  body: string,
  { issuer, nonces, mischief }: State,
  json: (value: unknown) => void,
  response: ServerResponse,
): void {
  if (mischief.answer !== undefined) {
    response.writeHead(mischief.answer.status, { 'content-type': 'application/json' }).end(mischief.answer.body)
    return
  }
  const now = Math.floor(Date.now() / 1000)
  const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
  const usual = { iss: issuer, aud: CLIENT.id, sub: 'mallory', iat: now, exp: now + 300, nonce }
  const vouched = { email: 'mallory@example.org', email_verified: true }
  const header = { alg: 'RS256', kid: 'own', ...mischief.header }
  const claims = { ...usual, ...vouched, ...mischief.claims }
  const id_token = tokenOf(header, claims, mischief.signedBy ?? 'own')
  json({ access_token: 'an-access-token', token_type: 'Bearer', expires_in: 300, id_token })
}

function tokenOf(header: Fields, claims: Fields, signedBy: NonNullable<Mischief['signedBy']>): string {
  const part = (value: Fields) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${signatureOf(text, signedBy)}`
}

function signatureOf(text: string, signedBy: NonNullable<Mischief['signedBy']>): string {
  const bySecret = (secret: string | Buffer) => createHmac('sha256', secret).update(text).digest('base64url')
  const byKey = (key: KeyObject) => sign('sha256', Buffer.from(text), key).toString('base64url')
  switch (signedBy) {
    case 'own':
      return byKey(own.privateKey)
    case 'another':
      return byKey(another.privateKey)
    case 'nobody':
      return ''
    case 'client-secret':
      return bySecret(CLIENT.secret)
    case 'public-key':
      return bySecret(own.publicKey.export({ type: 'spki', format: 'pem' }))
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

/** Seconds from now, as tokens have them. */
export function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds
}
