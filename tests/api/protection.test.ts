/** What stands before every call. */
import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { AccessEntry } from '../../api/deps.ts'
import { type Listening, listen } from './listening.ts'

const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()))
})
const started: typeof listen = async (other) => {
  const service = await listen(other)
  open.push(service)
  return service
}

/** As `fetch` cannot: with any name of the host. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/healthz`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('every answer', () => {
  it('forbids third-party scripts, frames and content sniffing', async () => {
    const { headers } = await (await started()).get('/healthz')
    const policy = headers.get('content-security-policy')
    for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('has an id: the caller’s own where it can do no harm', async () => {
    const service = await started()
    const idFor = async (id: string) =>
      (await service.get('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id')
    expect(await idFor('abc-1')).toBe('abc-1')
    expect(await idFor('{"level":"error"}')).toBe('an-id')
  })
})

describe('the log', () => {
  it('has one line per call, without the query or body', async () => {
    const lines: AccessEntry[] = []
    const service = await started({ access: (entry) => lines.push(entry) })
    await service.get('/v1/networks?name=rochford')
    await service.get('/nowhere/secret')
    await expect.poll(() => lines.length).toBe(2)
    expect(lines).toEqual([
      { requestId: 'an-id', method: 'GET', route: '/v1/networks', status: 200, ms: 0 },
      { requestId: 'an-id', method: 'GET', route: 'none', status: 404, ms: 0 },
    ])
  })

  it('is counted for Prometheus', async () => {
    const service = await started()
    await service.get('/healthz')
    const text = await (await service.get('/metrics')).text()
    expect(text).toContain('rota_http_requests_total{method="GET",route="/healthz",status="200"} 1')
    expect(text).toContain('rota_http_request_duration_seconds_bucket{le="0.005",method="GET",route="/healthz"} 1')
    expect(text).toContain('rota_database_up 0')
  })
})

describe('who calls', () => {
  it('must address this machine by its own name', async () => {
    const { url } = await started()
    const names = ['localhost:80', '127.0.0.1', '[::1]:8080', 'evil.example', '127.0.0.1.evil.example']
    expect(await Promise.all(names.map((name) => statusFor(url, name)))).toEqual([200, 200, 200, 421, 421])
  })

  it('too often is asked to wait, and may call again after that', async () => {
    let now = 0
    const service = await started({ clock: () => now })
    const statuses = async (count: number) => {
      const found: number[] = []
      for (let n = 0; n < count; n++) found.push((await service.post('/v1/validations', '{')).status)
      return found
    }
    expect(new Set(await statuses(200))).toEqual(new Set([400]))
    const refused = await service.post('/v1/validations', '{')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await service.get('/healthz')).status).toBe(200)
    now += 1000
    expect(await statuses(51)).toEqual([...Array<number>(50).fill(400), 429])
  })
})
