/** Whatever is wrong with a call of a network's record, leave, wishes, swaps, calendars or weeks is told at once, and nothing is stored by halves. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { problemResponse } from '../../../api/contract/problem.ts'
import { smallRecord } from '../../src/intake/record/small-record.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'

const ODS = 'U49929'
const NETWORK = `/v1/networks/${ODS}`
const WEEK = '2026-11-30'

let service: ServingAccess
let [manager, ann, administrator]: Session[] = []

interface Sent {
  readonly method?: string
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
async function call(who: Session | undefined, path: string, { headers, ...sent }: Sent = {}) {
  const page = await service.call(path, { ...sent, headers: { ...who?.headers, ...headers } })
  return { status: page.status, body: page.text === '' ? null : (JSON.parse(page.text) as unknown) }
}

const ROTA = [
  { person: 'ann', date: WEEK, part: 'am', site: 'alder', work: 'duty' },
  { person: 'bob', date: '2026-12-04', part: 'pm', site: 'alder', work: 'clinic' },
]

beforeAll(async () => {
  service = await serveAccess(undefined, { now: () => '2026-11-29T12:00' })
  manager = await service.session([{ role: 'manager', network: ODS }])
  ann = await service.session([{ role: 'staff', network: ODS }])
  administrator = await service.session([{ role: 'administrator', network: '*' }])
  const put = (path: string, json?: unknown) => call(manager, path, { method: 'PUT', ...(json ? { json } : {}) })
  await put(`${NETWORK}/record`, smallRecord({ network: { ods: ODS, name: 'North' } }))
  await put(`${NETWORK}/weeks/${WEEK}/document`, (await call(manager, `${NETWORK}/weeks/${WEEK}/proposal`)).body)
  await call(manager, `${NETWORK}/weeks/${WEEK}/rotas`, { json: ROTA })
  await put(`${NETWORK}/weeks/${WEEK}/rotas/1/publication`)
  expect((await put(`${NETWORK}/people/ann/account`, { account: ann?.id })).status).toBe(200)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const side = { person: 'ann', date: WEEK, part: 'am' }
/** Each with one part that is no day or of another kind, and others that nobody knows. */
const SWAP = {
  swap: [
    { ...side, date: '2026-13-01' },
    { person: 'zoe', date: '2026-12-04', part: 1 },
  ],
  reason: 'x',
}
const SHAPE_AND_MEANING = { swap: [side, { person: 'zoe', date: '2026-12-04', part: 1 }], reason: 'x' }
const NOT_MINE = {
  swap: [
    { ...side, person: 'bob' },
    { person: 'zoe', date: '2026-12-05', part: 'noon' },
  ],
}
const LEAVE = { person: 'zoe', from: '2026-12-24', to: '2026-13-01', parts: ['night'], reason: 'x' }

const wrong = (name: string, who: () => Session | undefined, path: string, sent: Sent, pointers: readonly string[]) =>
  [name, { who, path, sent, pointers }] as const
const put = (json: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({ method: 'PUT', json, headers })

const CASES = [
  wrong(
    'keepRecord',
    () => manager,
    `${NETWORK}/record`,
    put({ format: 'network/1', network: { ods: ODS }, sites: [{ id: 'a', patients: -1 }], people: 3, x: 1 }),
    ['/network/name', '/people', '/sites/0/name', '/sites/0/patients', '/x'],
  ),
  wrong(
    'patchRecord',
    () => manager,
    `${NETWORK}/record`,
    {
      method: 'PATCH',
      json: { leave: [{ ...LEAVE, id: 'l1' }], wishes: [{ id: 'w1', person: 'zoe', part: 'noon', want: 'of' }] },
      headers: { 'if-match': '*' },
    },
    [
      '/leave/0/parts/0',
      '/leave/0/person',
      '/leave/0/reason',
      '/leave/0/to',
      '/wishes/0/part',
      '/wishes/0/person',
      '/wishes/0/want',
    ],
  ),
  wrong('addLeave', () => manager, `${NETWORK}/leave`, { json: LEAVE }, ['/parts/0', '/person', '/reason', '/to']),
  wrong('checkLeave', () => manager, '/v1/leave-checks', { json: { network: ODS, leave: LEAVE, now: 1 } }, [
    '/leave/parts/0',
    '/leave/person',
    '/leave/reason',
    '/leave/to',
    '/now',
  ]),
  wrong(
    'checkLeave of too many weeks',
    () => manager,
    '/v1/leave-checks',
    { json: { network: ODS, leave: { person: 'zoe', from: '2026-12-24', to: '2028-01-01' } } },
    ['/leave/person', '/leave/to'],
  ),
  wrong('listLeave', () => manager, `${NETWORK}/leave?from=2026-12-24&to=2026-12-01&x=1`, {}, ['/to', '/x']),
  wrong(
    'changeOwnWishes',
    () => ann,
    '/v1/me/wishes',
    put({
      wishes: [
        { part: 'fri-noon', want: 'off' },
        { part: 'fri-pm', want: 'maybe' },
        { part: 'fri-pm', date: 1 },
      ],
    }),
    ['/wishes/0/part', '/wishes/1/want', '/wishes/2/date', '/wishes/2/want'],
  ),
  wrong('getOwnWeeks', () => ann, '/v1/me/weeks?from=x&weeks=900', {}, ['/from', '/weeks']),
  wrong('getFairness', () => manager, `${NETWORK}/fairness?weeks=0&before=x`, {}, ['/before', '/weeks']),
  wrong('getEvidence', () => manager, `${NETWORK}/evidence?from=2026-12-24&to=2026-12-01&x=1`, {}, ['/to', '/x']),
  wrong('getMonthLists', () => manager, `${NETWORK}/lists?month=2026-13&x=1`, {}, ['/month', '/x']),
  wrong('linkAccount', () => manager, `${NETWORK}/people/bob/account`, put({ account: 'x', email: 'y', role: 1 }), [
    '',
    '/account',
    '/email',
    '/role',
  ]),
  wrong('changeRetention', () => administrator, `${NETWORK}/retention`, put({ weeks: -1, drafts: 'x', y: 1 }), [
    '/audit',
    '/drafts',
    '/recordVersions',
    '/weeks',
    '/y',
  ]),
  wrong('addCalendar', () => manager, `${NETWORK}/calendars`, { json: { person: 'zoe', site: 5, x: 1 } }, [
    '/person',
    '/site',
    '/x',
  ]),
  wrong('addOwnCalendar', () => ann, '/v1/me/calendars', { json: { network: 1, x: 1 } }, ['/network', '/x']),
  ...[
    ['proposeSwap', () => manager, `${NETWORK}/swaps`],
    ['checkPublishedSwap', () => manager, `${NETWORK}/swap-checks`],
    ['proposeOwnSwap', () => ann, '/v1/me/swaps'],
    ['checkOwnSwap', () => ann, '/v1/me/swap-checks'],
  ].flatMap(([name, who, path]) => [
    wrong(`${name}, without a day`, who as () => Session | undefined, String(path), { json: SWAP }, [
      '/reason',
      '/swap/0/date',
      '/swap/1/part',
    ]),
    wrong(`${name}, of a week`, who as () => Session | undefined, String(path), { json: SHAPE_AND_MEANING }, [
      '/reason',
      '/swap/1/part',
      '/swap/1/person',
    ]),
  ]),
  wrong('proposeOwnSwap of a colleague’s', () => ann, '/v1/me/swaps', { json: NOT_MINE }, [
    '/swap/0/person',
    '/swap/1/date',
    '/swap/1/person',
  ]),
  wrong('proposeWeek', () => manager, `${NETWORK}/weeks/${WEEK}/proposal?copy=x&y=1`, {}, ['/copy', '/y']),
  wrong('listSwaps', () => manager, `${NETWORK}/swaps?state=open&limit=0&before=x`, {}, [
    '/before',
    '/limit',
    '/state',
  ]),
]

/** Everything that any of these calls could have changed. */
async function stored() {
  const paths = ['record/versions', 'record', 'leave', 'swaps', 'calendars', 'accounts', 'retention', 'weeks']
  const read = await Promise.all(paths.map((path) => call(manager, `${NETWORK}/${path}`)))
  const own = await Promise.all(['wishes', 'swaps', 'calendars'].map((path) => call(ann, `/v1/me/${path}`)))
  expect([...read, ...own].map(({ status }) => status)).toEqual([...read, ...own].map(() => 200))
  return [read, own]
}

it.each(CASES)('%s', async (_, { who, path, sent, pointers }) => {
  const before = await stored()
  const { status, body } = await call(who(), path, sent)
  expect([status, JSON.stringify(body)]).toEqual([422, expect.anything()])
  const { errors = [] } = problemResponse.parse(body)
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(pointers)
  expect(await stored()).toEqual(before)
})
