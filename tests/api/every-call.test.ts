/** Every call of the OpenAPI document, made once on a service with everything real behind it: its answer is as the document says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALLS } from '../../api/calls/every-call.ts'
import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { smallDocument } from '../small-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(async () => REPORT, { webhookHosts: readAllowedHosts('hooks.example') })
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const NETWORK = '/v1/networks/U99999'
const WEEK = `${NETWORK}/weeks/2026-11-30`
const BY_HAND = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
const GRANTS = [{ role: 'manager', network: 'U99999' }]
/** Signing in takes a provider, which this service has none of; tests/api/access has one. */
const ELSEWHERE = ['signIn', 'comeBack', 'signOut']

/** What one call finds out for the next: ids by the name of the call that made them. */
const ids = new Map<string, string>()
const id = (name: string) => ids.get(name) ?? ''

interface Step {
  readonly name: string
  readonly path: () => string
  readonly status: number
  readonly body?: unknown
  /** Of a body that is not JSON. */
  readonly type?: string
}

const step = (name: string, path: string | (() => string), status: number, body?: unknown): Step => ({
  name,
  path: typeof path === 'string' ? () => path : path,
  status,
  body,
})

/** In an order in which each finds what it needs. */
const STEPS: readonly Step[] = [
  step('isAlive', '/healthz', 200),
  step('isReady', '/readyz', 200),
  step('getMetrics', '/metrics', 200),
  step('listRules', '/v1/rules', 200),
  step('findNetworks', '/v1/networks?name=north', 200),
  step('getNetworkDocument', '/v1/networks/U49929/document', 200),
  step('proposeRecord', '/v1/networks/U49929/record/proposal?week=2026-11-30', 200),
  step('validate', '/v1/validations', 200, smallDocument()),
  step('judge', '/v1/judgements', 200, { document: smallDocument(), rota: BY_HAND }),
  step('exportRota', '/v1/exports?as=csv', 200, { document: smallDocument(), rota: BY_HAND }),
  { ...step('importUpload', '/v1/imports?as=team', 200, 'Name,Role,Sessions\nAnn Lee,ANP,6'), type: 'text/csv' },
  {
    ...step('forecastDemand', '/v1/forecasts?weeks=1&backtest=1', 200, 'Date,Count\n30/11/2026,12\n01/12/2026,9'),
    type: 'text/csv',
  },
  step('explain', '/v1/explanations', 200, {
    document: smallDocument(),
    rota: BY_HAND,
    question: 'g1 off 2026-12-04 am',
  }),
  step('findCovers', '/v1/covers', 200, {
    document: smallDocument(),
    rota: BY_HAND,
    away: { person: 'g1', from: '2026-11-30' },
    now: '2026-11-30',
  }),
  step('replanWeek', '/v1/replans', 202, {
    document: smallDocument(),
    rota: BY_HAND,
    now: '2026-11-30',
    moves: 1,
  }),
  step('checkSwap', '/v1/swaps', 200, {
    document: smallDocument(),
    rota: BY_HAND,
    swap: [
      { person: 'g1', date: '2026-11-30', part: 'am' },
      { person: 'g3', date: '2026-11-30', part: 'am' },
    ],
    now: '2026-11-29',
  }),
  step('stressRota', '/v1/stress-tests', 202, { document: smallDocument(), rota: BY_HAND, samples: 2 }),
  step('answerMixes', '/v1/mixes', 200, { document: smallDocument() }),
  step('sketchWeek', '/v1/sketches', 200, {
    document: smallDocument(),
    changes: [{ demand: { factor: 1.1 } }],
  }),
  step('compareScenarios', '/v1/comparisons', 202, {
    document: smallDocument(),
    scenarios: [{ name: 'one more GP', changes: [{ add: { role: 'gp', sessions: 1 } }] }],
  }),
  step('listOperations', '/v1/operations?network=U99999&kind=stress-test&limit=5', 200),
  step('followOperation', () => `/v1/operations/${id('compareScenarios')}/events`, 200),
  step('getOperation', () => `/v1/operations/${id('compareScenarios')}`, 200),
  step('stopOperation', () => `/v1/operations/${id('compareScenarios')}`, 200),
  step('planSmallWeek', '/v1/rotas', 200, smallDocument()),
  step('addWebhook', '/v1/networks/U99999/webhooks', 201, { url: 'https://hooks.example/rota' }),
  step('listWebhooks', '/v1/networks/U99999/webhooks', 200),
  step('submitSolve', '/v1/solves', 202, smallDocument()),
  step('getSolve', () => `/v1/solves/${id('submitSolve')}`, 200),
  step('followSolve', () => `/v1/solves/${id('submitSolve')}/events`, 200),
  step('listSolves', '/v1/solves?network=U99999&state=done&limit=5', 200),
  step('stopSolve', () => `/v1/solves/${id('submitSolve')}`, 200),
  step('keepWeekDocument', `${WEEK}/document`, 201, smallDocument()),
  step('getWeekDocument', `${WEEK}/document`, 200),
  step('keepRota', `${WEEK}/rotas`, 201, BY_HAND),
  step('listRotas', `${WEEK}/rotas`, 200),
  step('getRota', `${WEEK}/rotas/1`, 200),
  step('getRotaFile', `${WEEK}/rotas/1/files/rota.csv`, 200),
  step('publishRota', `${WEEK}/rotas/2/publication`, 200),
  step('getPublished', `${WEEK}/published`, 200),
  step('listWeeks', '/v1/networks/U99999/weeks', 200),
  step('proposeSwap', `${NETWORK}/swaps`, 201, {
    swap: [
      { person: 'g1', date: '2026-11-30', part: 'am' },
      { person: 'g3', date: '2026-11-30', part: 'am' },
    ],
  }),
  step('checkPublishedSwap', `${NETWORK}/swap-checks`, 200, {
    swap: [
      { person: 'g1', date: '2026-11-30', part: 'am' },
      { person: 'g3', date: '2026-11-30', part: 'am' },
    ],
  }),
  step('listSwaps', `${NETWORK}/swaps?state=proposed`, 200),
  step('getSwap', () => `${NETWORK}/swaps/${id('proposeSwap')}`, 200),
  step('acceptSwap', () => `${NETWORK}/swaps/${id('proposeSwap')}/acceptance`, 200),
  step('refuseSwap', () => `${NETWORK}/swaps/${id('proposeSwap')}/refusal`, 409),
  step('listOwnSwaps', '/v1/me/swaps', 200),
  step('proposeOwnSwap', '/v1/me/swaps', 404, {
    swap: [
      { person: 'g1', date: '2026-11-30', part: 'am' },
      { person: 'g3', date: '2026-11-30', part: 'am' },
    ],
  }),
  step('checkOwnSwap', '/v1/me/swap-checks', 404, {
    swap: [
      { person: 'g1', date: '2026-11-30', part: 'am' },
      { person: 'g3', date: '2026-11-30', part: 'am' },
    ],
  }),
  step('agreeToOwnSwap', () => `/v1/me/swaps/${id('proposeSwap')}/agreement`, 404),
  step('refuseOwnSwap', () => `/v1/me/swaps/${id('proposeSwap')}/refusal`, 404),
  step('withdrawOwnSwap', () => `/v1/me/swaps/${id('proposeSwap')}`, 404),
  step('withdrawRota', `${WEEK}/rotas/3/publication`, 204),
  step('keepRecord', '/v1/networks/U99999/record', 201, smallRecord()),
  step('getRecord', '/v1/networks/U99999/record', 200),
  step('getTeamWorkbook', '/v1/networks/U99999/record/team.xlsx', 200),
  step('patchRecord', '/v1/networks/U99999/record', 200, { note: 'A remark.' }),
  step('proposeWeek', `${WEEK}/proposal`, 200),
  step('listRecordVersions', '/v1/networks/U99999/record/versions', 200),
  step('addLeave', `${NETWORK}/leave`, 201, { person: 'ann', from: '2026-12-21', to: '2026-12-22' }),
  step('checkLeave', '/v1/leave-checks', 200, {
    network: 'U99999',
    leave: { person: 'ann', from: '2026-12-07', to: '2026-12-08' },
  }),
  step('listLeave', `${NETWORK}/leave`, 200),
  step('removeLeave', () => `${NETWORK}/leave/${id('addLeave')}`, 204),
  step('getFairness', `${NETWORK}/fairness`, 200),
  step('getEvidence', `${NETWORK}/evidence?from=2026-11-30&to=2026-12-31`, 200),
  step('getMonthLists', `${NETWORK}/lists?month=2026-12`, 200),
  step('listAccounts', `${NETWORK}/accounts`, 200),
  step('linkAccount', `${NETWORK}/people/ann/account`, 422, { email: 'nobody@example.org' }),
  step('unlinkAccount', `${NETWORK}/people/ann/account`, 404),
  step('getOwnWeeks', '/v1/me/weeks', 200),
  step('getOwnWishes', '/v1/me/wishes', 200),
  step('changeOwnWishes', '/v1/me/wishes', 404, { wishes: [] }),
  step('addCalendar', `${NETWORK}/calendars`, 201, { person: 'ann' }),
  step('listCalendars', `${NETWORK}/calendars`, 200),
  step('readCalendar', () => id('addCalendar.path'), 200),
  step('removeCalendar', () => `${NETWORK}/calendars/${id('addCalendar')}`, 204),
  step('listOwnCalendars', '/v1/me/calendars', 200),
  step('addOwnCalendar', '/v1/me/calendars', 404, {}),
  step('removeOwnCalendar', () => `/v1/me/calendars/${id('addCalendar')}`, 404),
  step('exportPerson', '/v1/networks/U99999/people/g1', 200),
  step('erasePerson', '/v1/networks/U99999/people/g1', 200),
  step('changeRetention', `${NETWORK}/retention`, 200, { weeks: 730, drafts: 90, recordVersions: 365, audit: null }),
  step('getRetention', `${NETWORK}/retention`, 200),
  step('deleteRecordVersion', `${NETWORK}/record/versions/1`, 204),
  step('deleteRota', `${WEEK}/rotas/1`, 204),
  step('deleteWeek', WEEK, 204),
  step('listDeliveries', () => `/v1/networks/U99999/webhooks/${id('addWebhook')}/deliveries`, 200),
  step('removeWebhook', () => `/v1/networks/U99999/webhooks/${id('addWebhook')}`, 204),
  step('listAudit', '/v1/networks/U99999/audit', 200),
  step('whoAmI', '/v1/me', 200),
  step('invitePerson', '/v1/people', 201, { email: 'a@example.org', grants: GRANTS }),
  step('listPeople', '/v1/people', 200),
  step('changeRoles', () => `/v1/people/${id('invitePerson')}`, 200, { grants: [] }),
  step('endSessions', () => `/v1/people/${id('invitePerson')}/sessions`, 204),
  step('forgetPerson', () => `/v1/people/${id('invitePerson')}`, 204),
  step('makeKey', '/v1/keys', 201, { name: 'A system', grants: GRANTS }),
  step('listKeys', '/v1/keys', 200),
  step('revokeKey', () => `/v1/keys/${id('makeKey')}`, 204),
]

async function make({ name, path, status, body, type }: Step): Promise<void> {
  const { method } = CALLS.find((call) => call.name === name) ?? { method: '' }
  const sent =
    body === undefined
      ? {}
      : {
          headers: { 'content-type': type ?? 'application/json', ...seen(method) },
          body: type === undefined ? JSON.stringify(body) : String(body),
        }
  const response = await service.call(method.toUpperCase(), path(), sent)
  expect(response.status, await response.clone().text()).toBe(status)
  if (!response.headers.get('content-type')?.startsWith('application/json')) return void (await response.text())
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'id' in answer) ids.set(name, String(answer.id))
  if (typeof answer === 'object' && answer !== null && 'path' in answer) ids.set(`${name}.path`, String(answer.path))
}

/** Who changes part of something says which version they have read. */
const seen = (method: string) => (method === 'patch' ? { 'if-match': '*' } : {})

describe('every answer is as the document tells', () => {
  it.each(STEPS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    await make(one)
    // What comes after a solve finds it finished.
    if (name === 'submitSolve')
      await until(
        async () => (await service.call('GET', '/readyz')).json(),
        (ready) => JSON.stringify(ready) === JSON.stringify({ status: 'ready', queued: 0, running: 0 }),
      )
  })

  it.each([
    ['/v1/people', { name: 'A\u0000B', email: 'b@example.org', grants: GRANTS }],
    ['/v1/people', { subject: 'A\u0000B', grants: GRANTS }],
    ['/v1/keys', { name: 'A\u0000B', grants: GRANTS }],
  ])('also of %s where %j cannot be kept', async (path, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await service.call('POST', path, { headers, body: JSON.stringify(body) })
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('control characters')])
  })

  it('and none is left out', () => {
    const made = [...STEPS.map(({ name }) => name), ...ELSEWHERE]
    expect(made.sort()).toEqual(CALLS.map(({ name }) => name).sort())
  })
})
