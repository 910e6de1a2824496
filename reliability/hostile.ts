/** Trial of attacks: slow connections, endless headers and bodies, malicious keys and paths. */
import { connect, type Socket } from 'node:net'
import { rowOf } from './aftermath.ts'
import { leakIn } from './leak.ts'
import { asked } from './load.ts'
import { percentile } from './percentile.ts'
import { startRota } from './rota-process.ts'
import { tinyDocument } from './tiny-document.ts'
import { pause, type Row, type Trial, until } from './trial.ts'

export const hostile: Trial = {
  name: 'hostile',
  title: 'Hostile connections, headers, bodies and paths',
  async run({ folder, after, count }) {
    const service = startRota({ words: ['serve', '--port', '0', '--data', `${folder}/data`, '--solvers', '0'] })
    after(() => service.kill())
    const url = await service.ready
    const rows = [
      await slowLoris(url, count({ full: 300, small: 50 })),
      await hugeHeaders(url),
      await hugeBodies(url),
      await deepJson(url),
      await prototypeKeys(url),
      await traversal(url),
    ]
    const ready = await asked(`${url}/readyz`)
    const faults = service.said.filter((one) => one.includes('"level":"error"'))
    if (ready?.status !== 200) faults.push('it is not ready')
    return [...rows, rowOf('The service is healthy afterwards', 'once', { faults, seen: 'ready, nothing logged' })]
  },
}

/** A raw connection, with everything received on it. */
function raw(url: string): { socket: Socket; heard: () => string; isOpen: () => boolean } {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let heard = ''
  let open = true
  socket.on('data', (piece) => {
    heard += piece.toString()
  })
  socket.on('close', () => {
    open = false
  })
  socket.on('error', () => undefined)
  return { socket, heard: () => heard, isOpen: () => open }
}

/** Seconds after which a connection with an incomplete header must be closed: the limit is 15, checked every few. */
const LORIS_PATIENCE = 60

/** Slowloris: sends headers a byte at a time; others must be answered meanwhile, and the slow connections closed. */
async function slowLoris(url: string, connections: number): Promise<Row> {
  const all = Array.from({ length: connections }, () => raw(url))
  for (const { socket } of all) socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
  const dripping = setInterval(() => {
    for (const { socket } of all) if (socket.writable) socket.write('a')
  }, 500)
  const times: number[] = []
  const began = performance.now()
  const faults: string[] = []
  try {
    await until(
      { waitingFor: 'every slow connection to be closed', seconds: LORIS_PATIENCE },
      async () => {
        const from = performance.now()
        if ((await asked(`${url}/healthz`))?.status !== 200) faults.push('somebody else was not answered')
        times.push(performance.now() - from)
        return all.filter((one) => one.isOpen()).length
      },
      (open) => open === 0,
    )
  } catch (error) {
    faults.push(String(error))
  }
  clearInterval(dripping)
  for (const { socket } of all) socket.destroy()
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const seen = `all closed after ${seconds} s at most; others answered meanwhile, p95 ${percentile(times, 95).toFixed(0)} ms`
  return rowOf('Slow-loris connections', `${connections} requests, one byte every half second`, { faults, seen })
}

async function hugeHeaders(url: string): Promise<Row> {
  const heads = [
    `X-Long: ${'a'.repeat(1_000_000)}\r\n`,
    ...['X-Many', 'Cookie'].map((name) => Array.from({ length: 5000 }, (_, n) => `${name}-${n}: v\r\n`).join('')),
    'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n',
    'Content-Length: -1\r\n',
    'Bad Header: x\r\n',
  ]
  const faults: string[] = []
  for (const head of heads) {
    const line = raw(url)
    line.socket.write(`POST /v1/validations HTTP/1.1\r\nHost: 127.0.0.1\r\n${head}\r\n`)
    await until({ waitingFor: 'an answer', seconds: 20 }, line.heard, (heard) => heard !== '' || !line.isOpen()).catch(
      (error) => faults.push(String(error)),
    )
    line.socket.destroy()
    const status = /^HTTP\/1\.1 (\d+)/.exec(line.heard())?.[1] ?? 'nothing'
    if (!/^4\d\d$|^nothing$/.test(status)) faults.push(`${head.slice(0, 20)} was answered by ${status}`)
  }
  return rowOf('Huge, endless and contradictory headers', `${heads.length} requests`, {
    faults,
    seen: 'each refused with 4xx or disconnected',
  })
}

async function hugeBodies(url: string): Promise<Row> {
  const bodies = [
    { what: '40 MB of blanks', body: ' '.repeat(40_000_000), may: [413] },
    { what: '10 MB in one string', body: JSON.stringify({ format: 'x'.repeat(10_000_000) }), may: [413, 422] },
    { what: 'a number of 100,000 digits', body: `{"solve":{"seconds":${'9'.repeat(100_000)}}}`, may: [400, 422] },
    {
      what: '100,000 people',
      body: JSON.stringify({ ...tinyDocument(), people: Array(100_000).fill({}) }),
      may: [413, 422],
    },
  ]
  const faults: string[] = []
  for (const { what, body, may } of bodies) {
    const status = await posted(url, body)
    // A connection closed while still sending counts as refused too.
    if (status !== null && !may.includes(status)) faults.push(`${what} was answered by ${status}`)
  }
  return rowOf('Huge bodies', `${bodies.length} bodies`, { faults, seen: 'each refused with 4xx' })
}

async function posted(url: string, body: string, path = '/v1/validations'): Promise<number | null> {
  const headers = { 'content-type': 'application/json' }
  return (await asked(url + path, { method: 'POST', headers, body }))?.status ?? null
}

async function deepJson(url: string): Promise<Row> {
  const depths = [100, 1000, 10_000, 100_000, 1_000_000]
  const faults: string[] = []
  for (const depth of depths) {
    const nested = ['['.repeat(depth) + ']'.repeat(depth), `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`]
    for (const inner of nested) {
      for (const body of [inner, `{"format":"rota/1","people":${inner}}`, `{"document":${inner},"rota":${inner}}`]) {
        const path = body.includes('"rota"') ? '/v1/judgements' : '/v1/validations'
        const status = await posted(url, body, path)
        if (status === null || status >= 500 || status < 400) faults.push(`depth ${depth} was answered by ${status}`)
      }
    }
  }
  return rowOf('Deep JSON', `${depths.length * 6} bodies, up to a million deep`, {
    faults,
    seen: 'each refused with 4xx',
  })
}

async function prototypeKeys(url: string): Promise<Row> {
  const evil = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const faults: string[] = []
  for (const key of evil) {
    const tiny = JSON.stringify(tinyDocument()).slice(1)
    const bodies = [`{"${key}":{"polluted":true},${tiny}`, `{"rules":{"${key}":{"level":"wish","polluted":1}},${tiny}`]
    for (const body of bodies) {
      const status = await posted(url, body)
      if (status !== 422 && status !== 400) faults.push(`${key} was answered by ${status}`)
    }
  }
  const clean = await posted(url, JSON.stringify(tinyDocument()))
  if (clean !== 200) faults.push(`a good document is answered by ${clean} afterwards`)
  const rules = await asked(`${url}/v1/rules`)
  if (JSON.stringify(rules?.body).includes('polluted')) faults.push('an answer is polluted')
  return rowOf('Prototype pollution', `${evil.length * 2} bodies`, {
    faults,
    seen: 'each refused by name; later requests unaffected',
  })
}

const PATHS = [
  '/../../../../etc/passwd',
  '/docs/../../package.json',
  '/docs/..%2f..%2fpackage.json',
  '/docs/%2e%2e/%2e%2e/package.json',
  '/docs/..%5c..%5cpackage.json',
  '/v1/networks/..%2f..%2f..%2fetc%2fpasswd/document',
  '/v1/networks/%00/document',
  '/v1/solves/..%2f..%2fmetrics',
  '//etc/passwd',
  '/.git/config',
  '/.env',
  '/.rota/database-is-ready',
  '/node_modules/express/package.json',
  // Absolute-form, as sent to proxies: another host's URL must be routed here, and never fetched.
  'http://example.org/.env',
]

async function traversal(url: string): Promise<Row> {
  const faults: string[] = []
  for (const path of PATHS) {
    const line = raw(url)
    line.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    await until({ waitingFor: path, seconds: 20 }, line.isOpen, (open) => !open).catch((error) =>
      faults.push(String(error)),
    )
    // An echo of the request as sent isn't a leak.
    const heard = line.heard().replaceAll(path, '')
    const leak = leakIn(heard, process.cwd())
    if (!/^HTTP\/1\.1 4\d\d/.test(heard) || leak !== null) faults.push(`${path}: ${heard.slice(0, 20)} ${leak ?? ''}`)
    await pause(5)
  }
  return rowOf('Path traversal', `${PATHS.length} paths`, {
    faults,
    seen: 'each refused with 4xx, revealing nothing',
  })
}
