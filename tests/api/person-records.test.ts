/** What is kept about one person, how it goes, and what is written down of all that. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { operationResponse } from '../../api/contract/solves.ts'
import { auditResponse, erasedResponse, personResponse } from '../../api/contract/weeks.ts'
import { smallDocument } from '../small-document.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

let service: ServingSolves
let solver = patientSolver()
beforeAll(async () => {
  service = await serveSolves((...asked) => solver.solve(...asked))
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const NAME = 'Dr Ada Quill'
const TOLD = { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }
const BEFORE = { ...TOLD, date: '2026-11-27' }

/** Of the person, in a rule. */
const WANTED = { person: 'g1', sessions: 1 }

function documentOf(ods: string) {
  const { people } = smallDocument()
  const [first, ...others] = people
  if (first === undefined) throw new Error('nobody in the document')
  const quill = {
    ...first,
    name: NAME,
    away: [{ from: '2026-12-04', to: '2026-12-04' }],
    wishes: [{ part: 'fri-pm', want: 'off' as const }],
  }
  return smallDocument({
    network: { ods, name: 'Alder and Birch' },
    note: `${NAME} asked for this; Dr Ada Quillon did not.`,
    people: [quill, ...others],
    pins: [TOLD],
    published: [TOLD],
    history: [{ person: 'g1', mondays: 3, sessions: 40 }],
    before: [BEFORE],
    closed: [{ date: '2026-12-03', why: `Leaving do of dr  ADA Quill`, sites: ['birch'] }],
    rules: { 'safe-workload': { promised: [WANTED] } },
  })
}

/** A week of the network later on, whose document does not know the person any more, but whose words still do. */
function laterDocument(ods: string, note: string, names: Readonly<Record<string, string>> = {}) {
  const { people } = smallDocument()
  return smallDocument({
    network: { ods, name: 'Alder and Birch' },
    week: { from: '2026-12-07' },
    note,
    people: people
      .filter(({ id }) => id !== 'g1')
      .map(({ away: _, ...person }) => ({ ...person, name: names[person.id] ?? person.name })),
    demand: [],
  })
}

const send = (method: string, path: string, body: unknown) =>
  service.call(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const read = async (path: string): Promise<unknown> => (await service.call('GET', path)).json()

/** A network whose week has a document, a rota by hand, and a solve's rota that names the person. */
async function aNetwork(ods: string) {
  solver = patientSolver()
  const document = documentOf(ods)
  const week = `/v1/networks/${ods}/weeks/2026-11-30`
  await send('PUT', `${week}/document`, document)
  await send('POST', `${week}/rotas`, [TOLD, { ...TOLD, date: '2026-12-04' }])
  const finding = { rule: 'rest', level: 'wellbeing' as const, amount: 1, people: ['g1', 'g2'] }
  const report = {
    ...REPORT,
    assignments: [{ ...TOLD, work: 'clinic' as const }],
    findings: [{ ...finding, sentence: `${NAME} and Dr Ada Quillon have no break on Monday.` }],
    people: [{ id: 'g1', sessions: 1, contractSessions: 8, sites: 1, contactsPerDayMax: 9, fairness: {} }],
  }
  const patient = solver
  solver = { ...patient, solve: async (...asked) => ({ ...report, status: (await patient.solve(...asked)).status }) }
  const { id } = operationResponse.parse(await (await service.submit(document)).json())
  return { document, week, id, letGo: patient.letGo, person: `/v1/networks/${ods}/people/g1` }
}

const ended = (id: string) =>
  until(
    async () => operationResponse.parse(await read(`/v1/solves/${id}`)),
    ({ state }) => state === 'done',
  )

it('everything stored about a person can be read in one call', async () => {
  const { id, letGo, person, document } = await aNetwork('U20001')
  letGo()
  await ended(id)
  const told = personResponse.parse(await read(person))
  expect(told.documents).toMatchObject([
    {
      weekFrom: '2026-11-30',
      entry: document.people[0],
      pins: [TOLD],
      published: [TOLD],
      history: [{ sessions: 40 }],
      before: [BEFORE],
    },
  ])
  expect(told.documents[0]?.elsewhere).toEqual([
    { pointer: '/closed/0/why', value: document.closed?.[0]?.why },
    { pointer: '/rules/safe-workload/promised/0', value: WANTED },
    { pointer: '/note', value: document.note },
  ])
  expect(told.rotas.map(({ version, assignments }) => [version, assignments.length])).toEqual([
    [1, 2],
    [2, 1],
  ])
  expect(told.rotas[1]).toMatchObject({ figures: [{ id: 'g1' }], findings: [expect.stringContaining(NAME)] })
  expect((await service.call('GET', person.replace('g1', 'g99'))).status).toBe(404)
})

it('an erased person no longer appears anywhere, and the rotas still add up', async () => {
  const { id, letGo, person, week } = await aNetwork('U20002')
  letGo()
  await ended(id)
  await service.call('PUT', `${week}/rotas/2/publication`)
  const etag = (await service.call('GET', `${week}/document`)).headers.get('etag')
  const erased = erasedResponse.parse(await (await service.call('DELETE', person)).json())
  expect(erased).toEqual({ person: 'former-1', documents: 1, rotas: 2, operations: 0 })
  const places = [`${week}/document`, `${week}/rotas/1`, `${week}/rotas/2`, `${week}/published`, `/v1/solves/${id}`]
  for (const place of [...places, '/v1/networks/U20002/audit']) {
    const text = await (await service.call('GET', place)).text()
    expect(text, place).not.toMatch(/Ada Quill\b|"g1"/)
  }
  const document = await (await service.call('GET', `${week}/document`)).json()
  expect(document).toMatchObject({
    note: 'a former colleague asked for this; Dr Ada Quillon did not.',
    pins: [{ ...TOLD, person: 'former-1' }],
    published: [{ ...TOLD, person: 'former-1' }],
    history: [],
    before: [{ ...BEFORE, person: 'former-1' }],
  })
  const entry = (document as ReturnType<typeof documentOf>).people[0]
  expect(entry).toMatchObject({ id: 'former-1', name: 'a former colleague' })
  expect(Object.keys(entry ?? {})).not.toEqual(expect.arrayContaining(['away', 'wishes']))
  expect(await read(`${week}/rotas/1`)).toMatchObject({
    assignments: [{ person: 'former-1' }, { person: 'former-1', date: '2026-12-04' }],
  })
  expect(await read(`${week}/rotas/2`)).toMatchObject({
    report: {
      assignments: [{ person: 'former-1' }],
      people: [{ id: 'former-1', sessions: 1 }],
      findings: [
        { people: ['former-1', 'g2'], sentence: 'a former colleague and Dr Ada Quillon have no break on Monday.' },
      ],
    },
  })
  // Whoever still has the document with the name in it cannot put it back unawares.
  expect((await service.call('GET', `${week}/document`)).headers.get('etag')).not.toBe(etag)
  expect((await service.call('DELETE', person)).status).toBe(404)
})

it('what is left of a person can be judged and solved as before', async () => {
  const { id, letGo, person, week } = await aNetwork('U20003')
  letGo()
  await ended(id)
  await service.call('DELETE', person)
  const document = await read(`${week}/document`)
  expect(document).toMatchObject({ rules: { 'safe-workload': { promised: [{ person: 'former-1', sessions: 1 }] } } })
  expect((await send('POST', '/v1/validations', document)).status).toBe(200)
  expect((await send('POST', `${week}/rotas`, [{ ...TOLD, person: 'former-1' }])).status).toBe(201)
})

it('is named nowhere, in any case, not even in a week that no longer has their id', async () => {
  const ods = 'U20010'
  const { id, letGo, person } = await aNetwork(ods)
  letGo()
  await ended(id)
  const later = `/v1/networks/${ods}/weeks/2026-12-07`
  await send('PUT', `${later}/document`, laterDocument(ods, `Without ${NAME}.`))
  const told = personResponse.parse(await read(person))
  expect(told.documents[1]).toMatchObject({ weekFrom: '2026-12-07', elsewhere: [{ value: `Without ${NAME}.` }] })
  expect(erasedResponse.parse(await (await service.call('DELETE', person)).json()).documents).toBe(2)
  expect(await read(`${later}/document`)).toMatchObject({ note: 'Without a former colleague.' })
  expect(await read(`/v1/networks/${ods}/weeks/2026-11-30/document`)).toMatchObject({
    closed: [{ why: 'Leaving do of a former colleague' }],
  })
})

it('is nowhere in the text of a document that was written in an odd way', async () => {
  const ods = 'U20012'
  const week = `/v1/networks/${ods}/weeks/2026-11-30`
  const text = JSON.stringify(documentOf(ods))
    .replaceAll('"g1"', '"\\u0067\\u0031"')
    .replace('{', `{"note":"${NAME} twice",`)
  const sent = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: text }
  expect((await service.call('PUT', `${week}/document`, sent)).status).toBe(201)
  // Named only in a field that the second of its name makes void.
  const later = `/v1/networks/${ods}/weeks/2026-12-07`
  const other = JSON.stringify(laterDocument(ods, 'Nothing.')).replace('{', `{"note":"${NAME} twice",`)
  await service.call('PUT', `${later}/document`, { ...sent, body: other })
  const erased = await service.call('DELETE', `/v1/networks/${ods}/people/g1`)
  expect(erasedResponse.parse(await erased.json())).toMatchObject({ documents: 1 })
  for (const place of [week, later])
    expect(await (await service.call('GET', `${place}/document`)).text()).not.toMatch(/Ada Quill\b|g1|u0067/)
})

it('does not touch somebody else with the same name', async () => {
  const ods = 'U20011'
  const { id, letGo, person } = await aNetwork(ods)
  letGo()
  await ended(id)
  const later = `/v1/networks/${ods}/weeks/2026-12-07`
  const document = laterDocument(ods, `With ${NAME}.`, { g2: NAME })
  await send('PUT', `${later}/document`, document)
  await service.call('DELETE', person)
  expect(await read(`${later}/document`)).toEqual(document)
})

it('nobody is erased during a solve that would bring them back', async () => {
  const { id, letGo, person } = await aNetwork('U20004')
  const refused = await service.call('DELETE', person)
  expect([refused.status, await refused.json()]).toMatchObject([409, { errors: [{ seen: id }] }])
  letGo()
  await ended(id)
  expect((await service.call('DELETE', person)).status).toBe(200)
})

it('exports and erasures are in the audit log, without saying whose', async () => {
  const { id, letGo, person } = await aNetwork('U20005')
  letGo()
  await ended(id)
  await service.call('GET', person)
  await service.call('DELETE', person)
  const { entries } = (await read('/v1/networks/U20005/audit?limit=2')) as { entries: unknown[] }
  expect(entries).toMatchObject([
    { action: 'erase-person', subject: 'former-1' },
    { action: 'export-person', subject: 'former-1' },
  ])
})

it('a person of another network of the same id stays', async () => {
  const one = await aNetwork('U20006')
  one.letGo()
  await ended(one.id)
  const other = await aNetwork('U20007')
  other.letGo()
  await ended(other.id)
  await service.call('DELETE', one.person)
  expect(personResponse.parse(await read(other.person)).documents[0]?.entry?.name).toBe(NAME)
})

it('the audit log says who did what in this network, page by page, newest first', async () => {
  const week = (ods: string) => `/v1/networks/${ods}/weeks/2026-11-30`
  const [mine, others] = ['U20008', 'U20009']
  for (const ods of [mine, others]) await send('PUT', `${week(ods)}/document`, documentOf(ods))
  await send('POST', `${week(mine)}/rotas`, [TOLD])
  await service.call('PUT', `${week(mine)}/rotas/1/publication`)
  await service.call('DELETE', `${week(mine)}/rotas/1/publication`)
  const page = async (query: string) => auditResponse.parse(await read(`/v1/networks/${mine}/audit${query}`))
  const first = await page('?limit=3')
  const second = await page(`?limit=3&before=${first.next}`)
  expect([...first.entries, ...second.entries].map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
    ['local', 'withdraw', '2026-11-30/rota/1'],
    ['local', 'publish', '2026-11-30/rota/1'],
    ['local', 'keep-rota', '2026-11-30/rota/1'],
    ['local', 'keep-document', '2026-11-30/document/1'],
  ])
  expect(second.next).toBeUndefined()
  expect((await service.call('GET', `/v1/networks/${mine}/audit?limit=501`)).status).toBe(422)
})
