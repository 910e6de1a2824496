/** A worker's endpoints: `/metrics` and `/readyz`, on loopback only. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { QueueState } from '../store/operations.ts'
import { METRICS_TYPE, type Metrics } from './metrics.ts'

export interface EndpointOptions {
  /** 0 for any free port. */
  readonly port: number
  readonly metrics: Metrics
  /** Rejects if the database doesn't answer. */
  readonly queue: () => Promise<QueueState>
  readonly log: (error: unknown) => void
}

export interface WorkerEndpoint {
  readonly url: string
  close(): Promise<void>
}

export async function openWorkerEndpoint(options: EndpointOptions): Promise<WorkerEndpoint> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error) => {
      options.log(error)
      send(response, 500, { type: 'text/plain', body: 'error\n' })
    })
  })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Loopback host names only, against DNS rebinding. */
const OWN_NAME = /^(127\.0\.0\.1|localhost)(:\d+)?$/i

async function answer({ method, url, headers }: IncomingMessage, response: ServerResponse, options: EndpointOptions) {
  if (!OWN_NAME.test(headers.host ?? ''))
    return send(response, 421, { type: 'text/plain', body: 'for this machine only\n' })
  if (method !== 'GET') return send(response, 405, { type: 'text/plain', body: 'GET only\n' })
  const queue = await options.queue().catch((error) => {
    options.log(error)
    return null
  })
  if (url === '/metrics') return send(response, 200, { type: METRICS_TYPE, body: await options.metrics.text(queue) })
  if (url !== '/readyz') return send(response, 404, { type: 'text/plain', body: '/metrics and /readyz\n' })
  const status = queue === null ? 'not ready' : 'ready'
  return send(response, queue === null ? 503 : 200, { type: 'application/json', body: JSON.stringify({ status }) })
}

function send(response: ServerResponse, status: number, { type, body }: { type: string; body: string }): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}
