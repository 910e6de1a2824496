/** Where webhooks may go, and where not. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { post } from '../../api/webhooks/post.ts'
import { signed } from '../../api/webhooks/signature.ts'
import { BadInput } from '../../src/errors.ts'

let receiver: Server
let port = 0
const hostsAsked: (string | undefined)[] = []
beforeAll(async () => {
  receiver = createServer((request, response) => {
    hostsAsked.push(request.headers.host)
    response.end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const address = receiver.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => void receiver.close())

/** Sends to a name that leads to these addresses, where the operator has named these hosts. */
const sendTo = (url: string, named: string, addresses: readonly string[]) =>
  post(
    { url, headers: {}, body: '{}' },
    {
      hosts: readAllowedHosts(named),
      patience: 5000,
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    },
  )

describe('a name', () => {
  const NAMED = 'http://hooks.example'

  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2002:7f00:1::',
  ])('that leads to %s is not followed there', async (address) => {
    const { kind, reason } = await sendTo(`${NAMED}/`, NAMED, [address])
    expect([kind, reason]).toEqual([
      'failed',
      `The name hooks.example resolves to ${address}, to which webhooks are not allowed.`,
    ])
  })

  it('that resolves to several addresses is not used if one of them is not allowed', async () => {
    const { reason } = await sendTo(`${NAMED}/`, NAMED, ['8.8.8.8', '10.0.0.1'])
    expect(reason).toContain('10.0.0.1')
  })

  it('that leads into a network which the operator has named is used, by the address that was looked at', async () => {
    const named = `http://hooks.example:${port}, 127.0.0.0/8`
    expect(await sendTo(`http://hooks.example:${port}/`, named, ['127.0.0.1'])).toMatchObject({ kind: 'delivered' })
    expect(hostsAsked).toEqual([`hooks.example:${port}`])
  })

  it('that leads into the public internet may be used', () => {
    const hosts = readAllowedHosts(NAMED)
    for (const address of ['8.8.8.8', '172.32.0.1', '2a00:1450:4009::1', '2606:4700::1111'])
      expect(hosts.allowsAddress(address), address).toBe(true)
  })

  it('that leads nowhere is reported', async () => {
    expect((await sendTo(`${NAMED}/`, NAMED, [])).reason).toBe('The name hooks.example does not resolve.')
  })
})

describe('what an operator names', () => {
  it('is a host by HTTPS, at its own port', () => {
    const hosts = readAllowedHosts('hooks.example, other.example:8443')
    const refused = (url: string) => hosts.refusal(url) !== null
    expect(
      [
        'https://hooks.example/a?b=c',
        'https://HOOKS.example:443/',
        'https://other.example:8443/',
        'http://hooks.example/',
        'https://hooks.example:8443/',
        'https://hooks.example.evil.example/',
        'https://evil.example/#hooks.example',
        'https://hooks.example@evil.example/',
      ].map(refused),
    ).toEqual([false, false, false, true, true, true, true, true])
  })

  it('may be an address of this machine, under whatever name it is written', () => {
    const hosts = readAllowedHosts('http://127.0.0.1:9000')
    expect(hosts.refusal('http://127.0.0.1:9000/')).toBeNull()
    expect(hosts.refusal('http://0x7f.1:9000/')).toBeNull()
    expect([hosts.allowsAddress('127.0.0.1'), hosts.allowsAddress('127.0.0.2')]).toEqual([true, false])
  })

  it('is nobody where it is empty, and is refused where it is no host', () => {
    expect(readAllowedHosts(' ').isEmpty).toBe(true)
    for (const wrong of ['a b', 'https://a.example/path', 'ftp://a.example', '10.0.0.0/99'])
      expect(() => readAllowedHosts(wrong)).toThrow(BadInput)
  })
})

it('a missing receiver is reported by its error code', async () => {
  const { reason } = await sendTo('http://127.0.0.1:1/', 'http://127.0.0.1:1', [])
  expect(reason).toBe('The receiver cannot be reached (ECONNREFUSED).')
})

it('signs as the convention’s own example does', () => {
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1_614_265_330,
    body: '{"test": 2432232314}',
  }
  expect(signed(message, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')['webhook-signature']).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})
