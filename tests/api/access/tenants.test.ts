/**
 * Networks are tenants: every call of the OpenAPI document, by everybody there can be, for their own network and for another's. What
 * is let in and what is refused is read from the table; what a refusal may not do is looked up in the database.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../api/calls/call.ts'
import { type Grant, isForAll, ROLES, type Role } from '../../../api/store/grants.ts'
import type { Page } from './browser.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'
import { expected, furnish, NETWORKS, type Ods, ORDERED, pathFor, type Things, visitFor } from './tenant-calls.ts'

const OWN: Ods = 'U49929'
const OTHER: Ods = 'U99999'
const NOWHERE = '00000000-0000-4000-8000-000000000000'

interface Somebody {
  readonly title: string
  readonly roles: readonly string[]
  readonly isSystem: boolean
  /** Signs in again. */
  readonly session: () => Promise<Session | null>
}

let service: ServingAccess
let operations: Record<Ods, Pick<Things, 'operation' | 'question'>>

beforeAll(async () => {
  service = await serveAccess()
  operations = { [OWN]: await furnish(service, OWN), [OTHER]: await furnish(service, OTHER) }
})
afterAll(async () => {
  await service.close()
})

/** Roles in their own network; in the other one they are nothing. */
function somebody(roles: readonly Role[], isSystem: boolean): Somebody {
  const grants: Grant[] = roles.map((role) => ({ role, network: isForAll(role) ? '*' : OWN }))
  const title = `${isSystem ? 'a system' : 'a person'} who is ${roles.join(' and ') || 'nothing'}`
  return { title, roles, isSystem, session: () => (isSystem ? service.key(grants) : service.session(grants)) }
}

/** A key goes the same way as a session, so three of them will do for the quick run; `npm run test:tenants` has them all. */
const OF_SYSTEMS: readonly Role[] = process.env.TENANT_CASES ? ROLES : ['manager', 'administrator', 'monitor']

const everybody: readonly Somebody[] = [
  { title: 'nobody in particular', roles: [], isSystem: false, session: async () => null },
  ...[[], ...ROLES.map((role) => [role])].map((roles) => somebody(roles, false)),
  ...OF_SYSTEMS.map((role) => somebody([role], true)),
  somebody(['staff', 'manager', 'director'], false),
]

/** For each call, a separate person it may be applied to. */
async function things(ods: Ods, { path }: Call): Promise<Things> {
  const { id: person } = path.startsWith('/v1/people/{id}') ? await service.session([]) : { id: NOWHERE }
  const { id: key } = path.startsWith('/v1/keys/{id}') ? await service.key([]) : { id: NOWHERE }
  return { ods, ...operations[ods], person, key }
}

/** Everything that belongs to a network, as the database has it, read by somebody who may. */
async function stateOf(ods: Ods): Promise<string> {
  const { headers } = await service.session([{ role: 'manager', network: ods }])
  const week = `/v1/networks/${ods}/weeks/2026-11-30`
  const paths = [
    `/v1/networks/${ods}/record`,
    `/v1/networks/${ods}/audit`,
    `/v1/networks/${ods}/weeks`,
    `${week}/document`,
    `/v1/networks/${ods}/swaps`,
    `${week}/rotas/1`,
  ]
  const pages = await Promise.all(
    [...paths, `${week}/published`, `/v1/solves/${operations[ods].operation}`].map((path) =>
      service.call(path, { headers }),
    ),
  )
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
  return pages.map(({ text }) => text).join('\n')
}

const count = { calls: 0, 'let in': 0, 401: 0, 403: 0, 404: 0 }
afterAll(() => {
  process.stderr.write(`calls × people × networks: ${JSON.stringify(count)}\n`)
})

/** Makes every call for a network, and holds each answer against the table; those refused are handed on. */
async function tryEverything(who: Somebody, ods: Ods): Promise<void> {
  const session = await who.session()
  for (const call of ORDERED) {
    const asked = await things(ods, call)
    const visit = visitFor(call, asked)
    const headers = { ...visit.headers, ...session?.headers }
    const page = await service.call(pathFor(call, asked), { ...visit, headers })
    const wanted = expected(call, { ...who, isAnybody: session === null }, ods === OWN)
    check(`${who.title}, ${call.method} ${call.path} of ${ods}: ${page.text.slice(0, 300)}`, { page, wanted, ods })
    count.calls += 1
    count[wanted === 'let-in' ? 'let in' : wanted] += 1
  }
}

function check(title: string, { page, wanted, ods }: { page: Page; wanted: ReturnType<typeof expected>; ods: Ods }) {
  if (wanted === 'let-in') {
    expect([401, 500], title).not.toContain(page.status)
    // Coming back without having signed in is answered with a page for people.
    if (page.status === 403) expect(page.headers['content-type'], title).toContain('text/html')
  } else {
    expect(page.status, title).toBe(wanted)
    expect(page.text, title).not.toContain(NETWORKS[ods])
  }
}

describe('every call of the OpenAPI document', () => {
  it('for another’s network is refused to everyone but administrators, and leaves that network unchanged', async () => {
    const before = await stateOf(OTHER)
    for (const who of everybody.filter(({ roles }) => !roles.includes('administrator'))) {
      await tryEverything(who, OTHER)
    }
    expect(await stateOf(OTHER)).toBe(before)
  })

  it('for their own network is answered only for those the permission table allows', async () => {
    for (const who of everybody) await tryEverything(who, OWN)
  })
})

describe('somebody else’s', () => {
  it('operation is answered exactly as one that there is not', async () => {
    const { headers } = await service.session([{ role: 'manager', network: OWN }])
    for (const [method, end] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/events'],
    ] as const) {
      const { operation, question } = operations[OTHER]
      for (const [list, id] of [
        ['solves', operation],
        ['operations', question],
      ] as const) {
        const theirs = await service.call(`/v1/${list}/${id}${end}`, { method, headers })
        const nobodys = await service.call(`/v1/${list}/${NOWHERE}${end}`, { method, headers })
        expect([theirs.status, theirs.text.replace(id, NOWHERE)]).toEqual([404, nobodys.text])
      }
    }
  })

  it('network cannot be written to by sending its document to the caller’s own address', async () => {
    const { headers } = await service.session([{ role: 'manager', network: OWN }])
    const before = await stateOf(OTHER)
    const visit = { method: 'PUT', headers: { ...headers, 'if-match': '*' } }
    const page = await service.call(`/v1/networks/${OWN}/weeks/2026-11-30/document`, {
      ...visit,
      json: visitFor(submitting(), { ods: OTHER, operation: '', question: '', person: '', key: '' }).json,
    })
    expect(page.status).toBe(422)
    expect(await stateOf(OTHER)).toBe(before)
  })

  it('key of idempotency says nothing of what it was used for', async () => {
    const json = (ods: Ods) => visitFor(submitting(), { ods, operation: '', question: '', person: '', key: '' }).json
    const theirs = await service.session([{ role: 'manager', network: OTHER }])
    const ours = await service.session([{ role: 'manager', network: OWN }])
    const headers = { 'idempotency-key': 'week-49' }
    await service.call('/v1/solves', { json: json(OTHER), headers: { ...theirs.headers, ...headers } })
    const page = await service.call('/v1/solves', { json: json(OWN), headers: { ...ours.headers, ...headers } })
    expect(page.status).toBe(202)
    expect(JSON.parse(page.text)).toMatchObject({ network: OWN })
  })
})

describe('a person with two roles', () => {
  it('has each of them where it was given, and not in the other network', async () => {
    const { headers } = await service.session([
      { role: 'staff', network: OWN },
      { role: 'director', network: OTHER },
    ])
    const weeks = async (ods: Ods) => (await service.call(`/v1/networks/${ods}/weeks`, { headers })).status
    expect([await weeks(OWN), await weeks(OTHER)]).toEqual([403, 200])
    expect((await service.call(`/v1/solves/${operations[OWN].operation}`, { headers })).status).toBe(404)
    expect((await service.call(`/v1/solves/${operations[OTHER].operation}`, { headers })).status).toBe(200)
  })
})

it('an administrator is answered for any network', async () => {
  for (const who of everybody.filter(({ roles }) => roles.includes('administrator'))) await tryEverything(who, OTHER)
})

function submitting() {
  const call = ORDERED.find(({ name }) => name === 'submitSolve')
  if (call === undefined) throw new Error('there is no such call any more')
  return call
}
