/**
 * The service that a browser test runs against: a process with a fresh data folder, which a test may kill and restart. Playwright
 * keeps it for all files until a test fails, so each test works on a network of its own.
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
  /** At once, as a power cut does it. */
  kill(): Promise<void>
  /** On the same port, with the same data. */
  start(): Promise<void>
}

export const test = base.extend<object, { readonly service: Service }>({
  service: [
    // Playwright looks at a fixture's first parameter to learn what it needs.
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

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
