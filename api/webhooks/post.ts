/** Sends one message to one address: resolves the name once, follows no redirects, and ignores the response body. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { Delivery, Try } from '../store/deliveries.ts'
import { type AllowedHosts, bare } from './allowed-hosts.ts'
import { signed } from './signature.ts'

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface PostOptions {
  readonly hosts: AllowedHosts
  /** Timeout per attempt, in milliseconds. */
  readonly patience: number
  /** Resolves a name; tests replace it. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>
}

/** Sends deliveries, signing each attempt separately. */
export function sendTo(hosts: AllowedHosts, patience: number): (delivery: Delivery) => Promise<Try> {
  return ({ id, url, secret, body, seconds }) =>
    post({ url, body, headers: signed({ id, seconds, body }, secret) }, { hosts, patience })
}

export async function post(posting: Posting, options: PostOptions): Promise<Try> {
  const { hosts, resolve = lookUp } = options
  const refusal = hosts.refusal(posting.url)
  if (refusal !== null) return failed(`The address ${refusal}`, { isFinal: true })
  const name = bare(new URL(posting.url).hostname)
  const found = isIP(name) === 0 ? await tried(resolve, name) : [{ address: name, family: isIP(name) }]
  const [first] = found
  if (first === undefined) return failed(`The name ${name} does not resolve.`)
  // Refuse if any address is disallowed, since which one is used isn't up to us.
  const wrong = found.find(({ address }) => !hosts.allowsAddress(address))
  if (wrong !== undefined)
    return failed(`The name ${name} resolves to ${wrong.address}, to which webhooks are not allowed.`)
  return send(posting, first, options.patience)
}

function lookUp(name: string): Promise<readonly LookupAddress[]> {
  return lookup(name, { all: true })
}

/** Treats an unknown name or an unreachable name server as a failed attempt, not an internal error. */
async function tried(resolve: NonNullable<PostOptions['resolve']>, name: string) {
  try {
    return await resolve(name)
  } catch {
    return []
  }
}

function send({ url, headers, body }: Posting, to: LookupAddress, patience: number): Promise<Try> {
  const signal = AbortSignal.timeout(patience)
  return new Promise((done) => {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest
    const call = request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'rota',
        ...headers,
      },
      agent: false,
      signal,
      // Connect to the address that was checked, whatever the name resolves to by now.
      lookup: (_, { all }, found) => (all ? found(null, [to]) : found(null, to.address, to.family)),
    })
    call.on('response', (answer) => done(tryOf(answer)))
    call.on('error', (error) => done(failed(inWords(error, signal))))
    call.end(body)
  })
}

function tryOf(answer: IncomingMessage): Try {
  const status = answer.statusCode ?? 0
  answer.destroy()
  if (status >= 200 && status < 300) return { kind: 'delivered', status, reason: null, isFinal: true }
  if (status === 410) return failed('The receiver wants no more of these (410).', { status, isFinal: true })
  if (status >= 300 && status < 400)
    return failed(`The receiver redirected us (${status}), which is not followed.`, { status })
  return failed(`The receiver responded with ${status}.`, { status })
}

function failed(reason: string, more: Partial<Pick<Try, 'status' | 'isFinal'>> = {}): Try {
  return { kind: 'failed', status: null, isFinal: false, reason, ...more }
}

function inWords(error: Error, signal: AbortSignal): string {
  if (signal.aborted) return 'The receiver did not respond in time.'
  const code = 'code' in error ? String(error.code) : error.message
  return `The receiver cannot be reached (${code}).`
}
