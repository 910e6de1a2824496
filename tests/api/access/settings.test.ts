/** How an operator says where people sign in, and what is refused. */
import { describe, expect, it } from 'vitest'
import { readProxies, readSignIn } from '../../../api/access/settings.ts'
import { serve } from '../../../api/main.ts'
import { BadInput } from '../../../src/errors.ts'

const GIVEN = { oidc: 'https://id.example', clientId: 'rota', publicUrl: 'https://rota.example.nhs.uk' }

function refused(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map(({ detail }) => detail).join(' ')
    throw error
  }
  return 'not refused'
}

describe('where people sign in', () => {
  it('is nowhere, unless something is said', () => {
    expect(readSignIn({})).toBeNull()
    expect(readSignIn({ oidc: '', publicUrl: '' })).toBeNull()
  })

  it('is read with what belongs to it', () => {
    const settings = readSignIn({ ...GIVEN, clientSecret: 'secret', administrator: 'ada@example.org' })
    expect(settings).toMatchObject({ clientId: 'rota', clientSecret: 'secret', administrator: 'ada@example.org' })
    expect([settings?.issuer.href, settings?.publicUrl.origin]).toEqual([
      'https://id.example/',
      'https://rota.example.nhs.uk',
    ])
    expect(readSignIn(GIVEN)).toMatchObject({ clientSecret: null, administrator: null })
  })

  it.each([
    ['without the rest, with every complaint at once', { oidc: 'https://id.example' }, /--public-url .*--client-id/],
    ['with the rest alone', { publicUrl: 'https://rota.example' }, /also need a provider/],
    ['without TLS at the provider', { ...GIVEN, oidc: 'http://id.example' }, /--oidc must start with https/],
    ['without TLS here', { ...GIVEN, publicUrl: 'http://rota.example' }, /--public-url must start with https/],
    ['by a name that begins like this machine', { ...GIVEN, publicUrl: 'http://localhost.evil.example' }, /https/],
    ['at a path', { ...GIVEN, publicUrl: 'https://rota.example/rota' }, /without a path/],
    ['with an administrator who has no address', { ...GIVEN, administrator: 'ada' }, /email address/],
  ])('is refused %s', (_, given, words) => {
    expect(refused(() => readSignIn(given))).toMatch(words)
  })

  it('may be this machine, without TLS, to try it out', () => {
    const given = { ...GIVEN, oidc: 'http://127.0.0.1:9000', publicUrl: 'http://localhost:8080' }
    expect(readSignIn(given)?.publicUrl.origin).toBe('http://localhost:8080')
  })
})

describe('proxies in front', () => {
  it('are none, or are given by number or by address', () => {
    expect(readProxies(undefined)).toBe(0)
    expect(readProxies('1')).toBe(1)
    expect(readProxies('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1'])
    expect(refused(() => readProxies('all'))).toContain('--trust-proxy')
    expect(refused(() => readProxies('true'))).toContain('--trust-proxy')
  })
})

describe('a service at which nobody signs in', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'rota.example'])('refuses to listen on %s', async (host) => {
    await expect(serve({ port: 0, host })).rejects.toThrow('Without sign-in')
  })
})
