/** Calls sent byte for byte, without normalisation. */
import { Agent, request } from 'node:http'
import type { WireRequest } from './request-arbitrary.ts'

export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/**
 * Timeout of a complete response in milliseconds: a small week is solved while the caller waits, in ten seconds if a processor is
 * free; otherwise its thread is terminated after forty.
 */
const PATIENCE = 90_000
/** A stream still open after this many milliseconds counts as answered. */
const STREAM_PATIENCE = 500

export function makeWire(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const { hostname, port } = new URL(url)
  return {
    send: (wire: WireRequest) => send(wire, { hostname, port, agent }),
    close: () => agent.destroy(),
  }
}

interface Line {
  readonly hostname: string
  readonly port: string
  readonly agent: Agent
}

/** Rejects if no answer comes. */
function send({ method, path, headers, body }: WireRequest, line: Line): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(body.length) }
    const call = request({ ...line, method, path, headers: { ...headers, ...length } }, (response) => {
      const pieces: Buffer[] = []
      const answered = () => {
        clearTimeout(timer)
        const text = Buffer.concat(pieces).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      }
      const isStream = /event-stream/.test(response.headers['content-type'] ?? '')
      if (isStream) setTimeout(() => response.destroy(), STREAM_PATIENCE)
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('close', answered)
    })
    const timer = setTimeout(() => call.destroy(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE)
    call.on('error', (error) => {
      clearTimeout(timer)
      // The service hangs up on idle connections, perhaps at that moment: like a browser, we ask again on a new one.
      const wasIdle = call.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      if (wasIdle) send({ method, path, headers, body }, line).then(resolve, reject)
      else reject(error)
    })
    call.end(body ?? undefined)
  })
}
