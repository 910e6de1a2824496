/**
 * The service under test: a process with an empty data folder, which a test may kill and restart. Playwright keeps it for all files until
 * a test fails, so each test uses its own network.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type RotaProcess, startRota } from '../../reliability/rota-process.ts'
import { NOW, setClock } from './steady-clock.ts'

export interface Service {
  readonly url: string
  /** Immediately, like a power cut. */
  kill(): Promise<void>
  /** On the same port, with the same data. */
  start(): Promise<void>
}

export const test = base.extend<object, { readonly service: Service }>({
  service: [
    // Playwright parses a fixture's first parameter to find its dependencies.
    // biome-ignore lint/correctness/noEmptyPattern: it needs nothing.
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'rota-browser-'))
      const port = await freePort()
      let running: RotaProcess = started(port, data)
      await running.ready
      await use({
        url: `http://127.0.0.1:${port}`,
        kill: () => running.kill(),
        start: async () => {
          running = started(port, data)
          await running.ready
        },
      })
      await running.end()
      await rm(data, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ service }, use) => use(service.url),
  context: async ({ context }, use) => {
    await setClock(context)
    await use(context)
  },
})

export { expect }

function started(port: number, data: string): RotaProcess {
  return startRota({ words: ['serve', '--port', String(port), '--data', data, '--log-level', 'warn', '--now', NOW] })
}

/** A port currently not in use. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
