/**
 * A typed client of the service, for browsers and for Node: `openapi-fetch` with the types of the OpenAPI document, and solves followed
 * event by event. `rotaClient({ url }).api.GET('/v1/solves/{id}', { params: { path: { id } } })`.
 */
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './openapi.ts'

type Schemas = components['schemas']
export type Document = Schemas['Document']
export type NetworkRecord = Schemas['NetworkRecord']
export type Report = Schemas['Report']
export type Operation = Schemas['Operation']
export type Problem = Schemas['Problem']

/** JSON, and streams of events. Reports in other formats are for whoever asks for them by `Accept` and reads text. */
type Accepted = 'application/json' | 'application/problem+json' | 'text/event-stream'

export interface ClientOptions {
  /** Where the service is: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Sent with every call: `Authorization` with a key, say. */
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: (request: Request) => Promise<Response>
}

/** What happens to a solve; its number resumes behind it. */
export type SolveEvent =
  | { readonly id: number; readonly event: 'state'; readonly data: Schemas['StateChange'] }
  | { readonly id: number; readonly event: 'progress'; readonly data: Schemas['Progress'] }
  | { readonly id: number; readonly event: 'preview'; readonly data: Schemas['RotaPreview'] }

export interface Following {
  /** Number of the last event that was heard. */
  readonly after?: number
  readonly signal?: AbortSignal
}

export interface RotaClient {
  /** Every call, by its path: `data` where it was answered, `error` with the problem where it was refused. */
  readonly api: Client<paths, Accepted>
  /** Ends with the solve, or where the service lets go of the stream; throws the problem where it was refused. */
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
      // Nothing comes with a 204: all has been heard.
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
      // What begins with a colon says only that the service is still there.
      if (data === undefined) continue
      // The service's own tests hold events to what the document says of them.
      yield { id: Number(fields.get('id')), event: fields.get('event'), data: JSON.parse(data) } as SolveEvent
    }
  }
}

function splitField(line: string): [string, string] {
  const at = line.indexOf(':')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')]
}
