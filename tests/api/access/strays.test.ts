/**
 * Requests that nobody would send who means well: paths of one network bent towards another's things, in all the ways in which a
 * router and whoever stands before it could read them differently. `npm run test:tenants` tries many more.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CALLS } from '../../../api/calls/every-call.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'
import { furnish, NETWORKS, type Ods, pathFor, type Things, visitFor } from './tenant-calls.ts'

const OWN: Ods = 'U49929'
const OTHER: Ods = 'U99999'
const SEED = Number(process.env.ROTA_SEED ?? 20_261_130)
const CASES = Number(process.env.TENANT_CASES ?? 100)

let service: ServingAccess
let operations: Record<Ods, Pick<Things, 'operation' | 'question'>>
let callers: readonly Session[]
beforeAll(async () => {
  service = await serveAccess()
  operations = { [OWN]: await furnish(service, OWN), [OTHER]: await furnish(service, OTHER) }
  const grants = [{ role: 'manager', network: OWN }] as const
  const director = { role: 'director', network: OWN } as const
  callers = [await service.session(grants), await service.key([...grants, director])]
})
afterAll(async () => {
  await service.close()
})

/** Those that are about a network's own things. */
const ABOUT_A_NETWORK = CALLS.filter(({ permission }) => permission.of.kind !== 'none')

/** A code, written so that somebody may take it for the same. */
const disguised = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => `%${text.charCodeAt(0).toString(16)}${text.slice(1)}`,
  (text) => `%25${text.charCodeAt(0).toString(16)}${text.slice(1)}`,
  (text) => `${text}%20`,
  (text) => `%09${text}`,
  (text) => `${text}%00`,
  (text) => `${text};v=1`,
  (text) => `${text}%2F..%2F${OWN}`,
  (text) => `${OWN}%2F..%2F${text}`,
  (text) => `${OWN}/../${text}`,
  (text) => `./${text}`,
  (text) => `${OWN}%0d%0aX-Network:%20${text}`,
)

/** The whole of a path, the same way. */
const bent = fc.constantFrom<(path: string) => string>(
  (path) => path,
  (path) => path.replace('/v1', '/V1'),
  (path) => path.replace('/v1', '//v1'),
  (path) => path.replace('/v1', '/v1/.'),
  (path) => path.replace('/v1', '/docs/../v1'),
  (path) => path.replace('/networks', '/%6eetworks'),
  (path) => `${path}/`,
  (path) => `${path}?ods=${OTHER}&network=${OTHER}&id=${OTHER}`,
  (path) => `${path}#`,
  (path) => `${path}%3F`,
  (path) => path.replace('/', '\\'),
)

const hints = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  { 'x-original-url': `/v1/networks/${OTHER}/weeks` },
  { 'x-http-method-override': 'GET' },
  { 'x-network': OTHER, 'x-forwarded-host': 'rota.test', forwarded: 'for=127.0.0.1' },
)

/** A document of theirs in a body of ours. */
const mixed = fc.constantFrom<(body: unknown) => unknown>(
  (body) => body,
  (body) => (isFields(body) ? { ...body, network: { ods: [OTHER] } } : body),
  (body) => (isFields(body) ? { ...body, network: OTHER } : body),
  (body) => (isFields(body) ? { ...body, network: { ods: OWN, __proto__: { ods: OTHER } } } : body),
  (body) => [body],
  () => null,
)

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

async function state(): Promise<string> {
  const { headers } = await service.session([{ role: 'manager', network: OTHER }])
  const week = `/v1/networks/${OTHER}/weeks/2026-11-30`
  const paths = [
    `/v1/networks/${OTHER}/audit`,
    `${week}/document`,
    `${week}/rotas/1`,
    `/v1/solves/${operations[OTHER].operation}`,
    `/v1/operations/${operations[OTHER].question}`,
  ]
  const pages = await Promise.all(paths.map((path) => service.call(path, { headers })))
  expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 200))
  return pages.map(({ text }) => text).join('\n')
}

it('no request redirected at another network’s data reads or changes it', async () => {
  const before = await state()
  const counts = new Map<number, number>()
  const one = fc.record({ call: fc.constantFrom(...ABOUT_A_NETWORK), caller: fc.nat(1), disguised, bent, hints, mixed })
  await fc.assert(
    fc.asyncProperty(one, async ({ call, caller, disguised, bent, hints, mixed }) => {
      const { operation, question } = operations[OTHER]
      const ids = { operation: disguised(operation), question: disguised(question), person: 'g1', key: 'x' }
      const theirs = { ods: disguised(OTHER), ...ids }
      const visit = visitFor(call, { ...theirs, ods: OTHER })
      const headers = { ...visit.headers, ...callers[caller]?.headers, ...hints }
      const json = visit.json === undefined ? {} : { json: mixed(visit.json) }
      const page = await service.call(bent(pathFor(call, theirs)), { ...visit, ...json, headers })
      counts.set(page.status, (counts.get(page.status) ?? 0) + 1)
      expect(page.status).toBeLessThan(500)
      // What was sent may be quoted; what was never sent is theirs.
      if (page.status < 300 || visit.json === undefined) expect(page.text).not.toContain(NETWORKS[OTHER])
    }),
    { seed: SEED, numRuns: CASES },
  )
  expect(await state()).toBe(before)
  expect(service.faults).toEqual([])
  process.stderr.write(`seed ${SEED}, ${CASES} strays: ${JSON.stringify(Object.fromEntries(counts))}\n`)
})
