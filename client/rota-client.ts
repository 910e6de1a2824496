/**
 * A typed client for the service, for browsers and Node: `openapi-fetch` with the types of the OpenAPI document, and solves streamed as
 * events. `rotaClient({ url }).api.GET('/v1/solves/{id}', { params: { path: { id } } })`.
 */
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './openapi.ts'

type Schemas = components['schemas']
export type Document = Schemas['Document']
export type NetworkRecord = Schemas['NetworkRecord']
export type Report = Schemas['Report']
export type Operation = Schemas['Operation']
export type Problem = Schemas['Problem']

/** JSON and event streams. For reports in other formats, set the `Accept` header and read the response as text. */
type Accepted = 'application/json' | 'application/problem+json' | 'text/event-stream'

export interface ClientOptions {
  /** Base URL of the service: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Sent with every call, for example `Authorization` with a key. */
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: (request: Request) => Promise<Response>
}

/** An event of a solve. Streams can resume after its id. */
export type SolveEvent =
  | { readonly id: number; readonly event: 'state'; readonly data: Schemas['StateChange'] }
  | { readonly id: number; readonly event: 'progress'; readonly data: Schemas['Progress'] }
  | { readonly id: number; readonly event: 'preview'; readonly data: Schemas['RotaPreview'] }

export interface Following {
  /** Id of the last event received. */
  readonly after?: number
  readonly signal?: AbortSignal
}

export interface RotaClient {
  /** Every call by path. Returns `data` on success, `error` with the problem details on failure. */
  readonly api: Client<paths, Accepted>
  /** Ends when the solve ends or the service closes the stream. Throws the problem details if the call is refused. */
  follow(id: string, following?: Following): AsyncGenerator<SolveEvent, void>
}

export function rotaClient({ url, headers = {}, fetch }: ClientOptions): RotaClient {
  const api = createClient<paths, Accepted>({ baseUrl: url, headers, ...(fetch === undefined ? {} : { fetch }) })
  return {
    api,
    async *follow(id, { after, signal } = {}) {
      const { data, error } = await api.GET('/v1/solves/{id}/events', {
        params: { path: { id }, header: after === undefined ? {} : { 'Last-Event-ID': String(after) } },
        parseAs: 'stream',
        ...(signal === undefined ? {} : { signal }),
      })
      if (error !== undefined) throw new Error(error.title, { cause: error })
      // A 204 has no body: there are no further events.
      if (data) yield* eventsIn(data)
    },
  }
}

async function* eventsIn(stream: ReadableStream<Uint8Array>): AsyncGenerator<SolveEvent, void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line): [string, string] => splitField(line)))
      const data = fields.get('data')
      // Lines beginning with a colon are keep-alives.
      if (data === undefined) continue
      // The service's own tests check that events match the OpenAPI document.
      yield { id: Number(fields.get('id')), event: fields.get('event'), data: JSON.parse(data) } as SolveEvent
    }
  }
}

function splitField(line: string): [string, string] {
  const at = line.indexOf(':')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')]
}
