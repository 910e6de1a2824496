/**
 * Graceful shutdown: running calls are answered, streams closed, and running solves returned to the queue.
 */
import { once } from 'node:events'
import type { Server } from 'node:http'

export interface Ending {
  readonly server: Server
  /** Tells streams and routes that the service is shutting down. */
  readonly closing: AbortController
  readonly backend: { close(): Promise<void> }
  /** Milliseconds running calls have to finish. */
  readonly patience: number
}

export async function closeAll({ server, closing, backend, patience }: Ending): Promise<void> {
  const closed = once(server, 'close')
  closing.abort()
  server.close()
  // Idle keep-alive connections wait for a next call that won't come.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  // A client that reads its response one byte at a time must not delay shutdown.
  const enough = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(enough)
  await backend.close()
}
