/** How a service ends: what is under way is answered, streams are closed, and what is being solved is put back. */
import { once } from 'node:events'
import type { Server } from 'node:http'

export interface Ending {
  readonly server: Server
  /** Tells streams and routes that it ends. */
  readonly closing: AbortController
  readonly backend: { close(): Promise<void> }
  /** Milliseconds that calls under way are given. */
  readonly patience: number
}

export async function closeAll({ server, closing, backend, patience }: Ending): Promise<void> {
  const closed = once(server, 'close')
  closing.abort()
  server.close()
  // A connection that has just had its answer is kept open for the next call, which is not to come.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  // Whoever reads their answer a byte at a time holds nobody else up.
  const enough = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(enough)
  await backend.close()
}
