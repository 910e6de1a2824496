/** The pages as a browser gets them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../listening.ts'

const folder = mkdtempSync(join(tmpdir(), 'rota-pages-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the page</title>')
writeFileSync(join(folder, 'assets/main-abc.js'), 'export {}')
writeFileSync(join(folder, 'service-worker.js'), 'self')
writeFileSync(join(folder, 'secret.txt'), 'not a page')

describe('a build of the pages', () => {
  let service: Listening
  beforeAll(async () => {
    service = await listen({ pages: folder })
  })
  afterAll(async () => {
    await service.close()
    rmSync(folder, { recursive: true })
  })

  it.each(['/', '/networks/U12345', '/networks/U12345/weeks/2026-11-30', '/my-week', '/settings'])(
    'answers %s with the page, which is requested again each time',
    async (path) => {
      const answer = await service.get(path)
      expect(await answer.text()).toContain('the page')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(answer.headers.get('content-type')).toContain('text/html')
    },
  )

  it('runs and loads nothing but what comes from this service', async () => {
    const policy = (await service.get('/')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self';")
  })

  it('has assets that a browser may keep for a year', async () => {
    const answer = await service.get('/assets/main-abc.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('has a service worker above all pages, which is requested again each time', async () => {
    const answer = await service.get('/service-worker.js')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  })

  it.each([
    '/assets/none.js',
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/v1/nothing',
    '/else',
  ])('has nothing at %s', async (path) => {
    const answer = await service.get(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('before there is a build', () => {
  let service: Listening
  beforeAll(async () => {
    service = await listen({ pages: join(tmpdir(), 'rota-no-such-folder') })
  })
  afterAll(() => service.close())

  it('says how to make one, and where the API is', async () => {
    const answer = await service.get('/')
    expect(answer.status).toBe(503)
    const text = await answer.text()
    expect(text).toContain('npm run pages')
    expect(text).toContain('href="/docs"')
  })
})
