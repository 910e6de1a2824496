/** A browser, as far as signing in needs one: cookies by host, redirects one at a time, and a name that leads to this machine. */
import { request } from 'node:http'

export interface Page {
  readonly status: number
  readonly url: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}

export interface Visit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
}

export interface Browser {
  readonly cookies: Map<string, Map<string, string>>
  go(url: string, visit?: Visit): Promise<Page>
  /** Follows redirects; stops before an address that `until` matches. */
  follow(page: Page, until?: RegExp): Promise<Page>
}

/** `places`: the service's public address, `https://rota.test`, → where it actually listens. */
export function openBrowser(places: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, Map<string, string>>()
  const go: Browser['go'] = async (url, visit = {}) => {
    const { origin, host } = new URL(url)
    const real = new URL(url.replace(origin, places[origin] ?? origin))
    const jar = cookies.get(host) ?? new Map<string, string>()
    cookies.set(host, jar)
    const page = await send({ real, url, host, jar }, visit)
    for (const line of arrayOf(page.headers['set-cookie'])) keep(jar, line)
    return page
  }
  return {
    cookies,
    go,
    follow: async (from, until) => {
      let page = from
      for (let steps = 0; steps < 12 && typeof page.headers.location === 'string'; steps++) {
        const next = new URL(page.headers.location, page.url).href
        if (until?.test(next)) return page
        page = await go(next)
      }
      return page
    },
  }
}

interface Where {
  readonly real: URL
  readonly url: string
  readonly host: string
  readonly jar: ReadonlyMap<string, string>
}

function send({ real, url, host, jar }: Where, { method, headers, form, json }: Visit): Promise<Page> {
  const body = form ? new URLSearchParams(form).toString() : json === undefined ? undefined : JSON.stringify(json)
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json'
  const sent = {
    host,
    ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    ...(body === undefined ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }
  return new Promise((resolve, reject) => {
    request(real, { method: method ?? (body === undefined ? 'GET' : 'POST'), headers: sent }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString()
        resolve({ status: response.statusCode ?? 0, url, headers: response.headers, text })
      })
    })
      .on('error', reject)
      .end(body)
  })
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const expired = rest.some((part) => /^expires=/i.test(part) && part.includes('1970'))
  if (expired) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

function arrayOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
