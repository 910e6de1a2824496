/** A certified provider of OpenID Connect (the package oidc-provider) on a port of this machine. Anybody is who they say there. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { Defect } from '../../../src/errors.ts'
import { type Browser, openBrowser, type Page } from './browser.ts'
import { ORIGIN } from './serving-access.ts'

export const CLIENT = { id: 'rota', secret: 'a-secret-of-the-client' }

export interface RunningProvider {
  readonly issuer: URL
  close(): Promise<void>
}

export async function runProvider(): Promise<RunningProvider> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Defect('the provider has no port')
  const issuer = `http://127.0.0.1:${address.port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${ORIGIN}/sign-in/callback`],
        post_logout_redirect_uris: [`${ORIGIN}/signed-out`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@example.org`, email_verified: true }),
    }),
    cookies: { keys: ['for tests'] },
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())
  return {
    issuer: new URL(issuer),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Fills in the provider's forms like a person typing their name, and returns the address it redirects to. */
export async function passProvider(browser: Browser, start: Page, name: string): Promise<string> {
  let page = await browser.follow(start, /\/sign-in\/callback/)
  for (const prompt of ['login', 'consent']) {
    if (page.status !== 200) break
    const form = { prompt, login: name, password: 'any' }
    page = await browser.follow(await browser.go(page.url, { form }), /\/sign-in\/callback/)
  }
  return new URL(String(page.headers.location), page.url).href
}

/** A browser that reaches the service at its public address. */
export function browserFor(url: string): Browser {
  return openBrowser({ [ORIGIN]: url })
}
