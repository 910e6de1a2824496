/** Starts the service: the only place here that knows the environment and the clock. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { judgementOf } from '../solver/judgement.ts'
import { RULES, ruleBook } from '../solver/rules/index.ts'
import { planInThread } from '../solver/thread.ts'
import { findNetworks, networkOf, readAtlas } from '../src/intake/atlas.ts'
import { networkDocument } from '../src/intake/network/network-document.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'

export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number
  /** 127.0.0.1 where left out: nobody but this machine. */
  readonly host?: string
  readonly log?: (error: unknown) => void
}

export interface Service {
  /** `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no further calls, and resolves once those under way are answered. */
  close(): Promise<void>
}

/** Resolves once the service listens; rejects where it cannot, such as on a port that is taken. */
export async function serve({ port, host = '127.0.0.1', log = logError }: ServeOptions): Promise<Service> {
  const server = createServer(createApp(realDeps(log)))
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const at = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      await closed
    },
  }
}

function realDeps(log: (error: unknown) => void): Deps {
  return {
    ruleBook: ruleBook(),
    rules: RULES.map(({ id, title, level, why, unit, numbers = {} }) => ({
      id,
      title,
      level,
      why,
      unit,
      numbers: { ...numbers },
    })),
    plan: planInThread,
    judge: judgementOf,
    findNetworks: (words) => findNetworks(readAtlas(), words),
    networkOf: (ods) => networkOf(readAtlas(), ods),
    networkDocument: (ods, request) => networkDocument(readAtlas(), ods, request),
    today: () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }),
    log,
  }
}

function logError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({
    port: Number(process.env.PORT ?? 8080),
    ...(process.env.HOST ? { host: process.env.HOST } : {}),
  })
  process.stderr.write(`${url}\n`)
}
