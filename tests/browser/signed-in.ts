/** A service with sign-in, using a local provider that admits whoever a test specifies. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startRota } from '../../reliability/rota-process.ts'
import { CLIENT } from '../api/access/certified-provider.ts'
import { runHostileProvider } from '../api/access/hostile-provider.ts'
import { freePort } from './service.ts'
import { NOW, setClock } from './steady-clock.ts'

export const ADMINISTRATOR = 'ada@example.org'

export interface SignedInService {
  readonly url: string
  /** Signs in through the provider and returns a page at this path, in a browser context of its own. */
  signIn(browser: Browser, email: string, path: string): Promise<Page>
  close(): Promise<void>
}

export async function startWithSignIn(): Promise<SignedInService> {
  const provider = await runHostileProvider()
  const [data, port] = [await mkdtemp(join(tmpdir(), 'rota-roles-')), await freePort()]
  const url = `http://localhost:${port}`
  const words = ['serve', '--port', String(port), '--data', data, '--log-level', 'warn', '--oidc', provider.issuer.href]
  const access = ['--now', NOW, '--client-id', CLIENT.id, '--public-url', url, '--administrator', ADMINISTRATOR]
  const running = startRota({ words: [...words, ...access], env: { OIDC_CLIENT_SECRET: CLIENT.secret } })
  await running.ready
  return {
    url,
    signIn: async (browser, email, path) => {
      provider.mischief = { claims: { sub: email, email, email_verified: true, name: email.split('@')[0] } }
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB' })
      await setClock(context)
      const page = await context.newPage()
      await page.goto(`/sign-in?to=${encodeURIComponent(path)}`)
      return page
    },
    close: async () => {
      await running.end()
      await provider.close()
      await rm(data, { recursive: true, force: true })
    },
  }
}
