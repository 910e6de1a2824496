/**
 * How a service shuts down: running calls are answered, streams are closed, and running solves go back to the queue.
 */
import { once } from 'node:events'
import type { Server } from 'node:http'

export interface Ending {
  readonly server: Server
  /** Tells streams and routes that the service is shutting down. */
  readonly closing: AbortController
  readonly backend: { close(): Promise<void> }
  /** Milliseconds granted to running calls. */
  readonly patience: number
}

export async function closeAll({ server, closing, backend, patience }: Ending): Promise<void> {
  const closed = once(server, 'close')
  closing.abort()
  server.close()
  // An idle keep-alive connection waits for a next call that will not come.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  // A client that reads its response a byte at a time delays nobody else.
  const enough = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(enough)
  await backend.close()
}
