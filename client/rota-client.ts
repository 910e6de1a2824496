/**
 * A typed client of the service, for browsers and for Node: `rotaClient({ url }).call('getSolve', { path: { id } })`. It needs
 * nothing but `fetch`; its types are made from the OpenAPI document.
 */
import { CALLS, type Calls, type Problem } from './calls.ts'

export type CallName = keyof Calls

/** What a call takes: parts of its path, questions, headers, a body. */
export type Asked<N extends CallName> = Omit<Calls[N], 'answers'>

/** An answer by its status, or a problem with its complaints. */
export type Answered<N extends CallName> =
  | {
      [S in keyof Calls[N]['answers']]: {
        readonly ok: true
        readonly status: S
        readonly body: Calls[N]['answers'][S]
        readonly headers: Headers
      }
    }[keyof Calls[N]['answers']]
  | { readonly ok: false; readonly status: number; readonly problem: Problem; readonly headers: Headers }

export interface ClientOptions {
  /** Where the service is: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Sent with every call: `Authorization` with a key, say. */
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: typeof fetch
}

export interface RotaClient {
  call<N extends CallName>(name: N, asked: Asked<N>, signal?: AbortSignal): Promise<Answered<N>>
}

/** What `Asked` is for any call. */
interface Parts {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export function rotaClient({ url, headers = {}, fetch: ask = fetch }: ClientOptions): RotaClient {
  return {
    async call<N extends CallName>(name: N, asked: Asked<N>, signal?: AbortSignal): Promise<Answered<N>> {
      const { path, query, headers: own, body }: Parts = asked
      const { method, path: template } = CALLS[name]
      const where = template.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(path?.[part] ?? ''))
      const question = new URLSearchParams(query).toString()
      const response = await ask(`${url}${where}${question === '' ? '' : `?${question}`}`, {
        method,
        headers: { ...headers, ...own, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      })
      // What the document says of this status is what comes: the service's own tests hold it to that.
      return (await read(response)) as Answered<N>
    },
  }
}

async function read(response: Response): Promise<unknown> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (status >= 400) return { ok: false, status, problem: await response.json(), headers }
  return { ok: true, status, body: await bodyOf(response, type), headers }
}

async function bodyOf(response: Response, type: string): Promise<unknown> {
  if (response.status === 204 || response.status === 304) return undefined
  if (type.startsWith('application/json')) return response.json()
  return type.startsWith('text/event-stream') && response.body !== null ? events(response.body) : response.text()
}

/** Server-sent events, one by one. Whoever stops listening ends the stream. */
async function* events(stream: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line): [string, string] => splitField(line)))
      const data = fields.get('data')
      // What begins with a colon says only that the service is still there.
      if (data !== undefined) yield { id: fields.get('id') ?? '', event: fields.get('event') ?? 'message', data }
    }
  }
}

function splitField(line: string): [string, string] {
  const at = line.indexOf(':')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')]
}
