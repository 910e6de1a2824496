import { afterEach, describe, expect, it } from 'vitest'
import { judgementResponse } from '../../api/contract/report.ts'
import { healthResponse, networksResponse, validationResponse } from '../../api/contract.ts'
import type { PlanOptions } from '../../api/deps.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { hashDocument } from '../../src/intake/document-hash.ts'
import type { Report } from '../../src/report.ts'
import { smallDocument } from '../small-document.ts'
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

/** A report of nothing but its status: what the service does with it is asked here, not what it says. */
const REPORT = { format: 'report/1', status: 'optimal' } as unknown as Report

/** Resolves when told to. */
function latch<T>() {
  let open: (value: T) => void = () => undefined
  const opened = new Promise<T>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('POST /v1/rotas', () => {
  it('answers with the report, solved in 8 of the 10 seconds that the call may take, whatever the document asks for', async () => {
    const asked: PlanOptions[] = []
    const service = await started({
      plan: async (_, options) => {
        asked.push(options)
        return REPORT
      },
    })
    const document = smallDocument({ solve: { seconds: 600 } })
    const response = await service.post('/v1/rotas', document)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(REPORT)
    expect(asked).toEqual([{ documentHash: hashDocument(document), seconds: 8 }])
  })

  it.each(['impossible', 'no-rota', 'out-of-time'] as const)(
    'answers 200 with a report that is %s: a result, not an error',
    async (status) => {
      const service = await started({ plan: async () => ({ ...REPORT, status }) })
      const response = await service.post('/v1/rotas', smallDocument())
      expect([response.status, await response.json()]).toMatchObject([200, { status }])
    },
  )

  it('sends a larger week to /v1/solves, saying what is too large', async () => {
    const service = await started()
    const [first] = smallDocument().people
    const people = Array.from({ length: 41 }, (_, n) => ({ ...first, id: `g${n}` }))
    const response = await service.post('/v1/rotas', {
      ...smallDocument(),
      people,
      week: { from: '2026-11-30', weeks: 2 },
      wishes: undefined,
    })
    const problem = await response.json()
    expect(response.status).toBe(422)
    expect(problem).toMatchObject({
      type: 'urn:problem-type:rota:too-much-at-once',
      errors: [
        { pointer: '/people', seen: '41', maybe: '/v1/solves' },
        { pointer: '/week/weeks', seen: '2' },
      ],
    })
    expect(JSON.stringify(problem)).toContain('POST /v1/solves')
  })

  it('takes two at once, asks a third to come again, and takes it then', async () => {
    const first = latch<Report>()
    const begun = [latch<void>(), latch<void>()]
    let calls = 0
    const service = await started({
      plan: () => {
        begun[calls]?.open()
        calls += 1
        return first.opened
      },
    })
    const running = [service.post('/v1/rotas', smallDocument()), service.post('/v1/rotas', smallDocument())]
    await Promise.all(begun.map((one) => one.opened))
    const third = await service.post('/v1/rotas', smallDocument())
    expect([third.status, third.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await third.json()).toMatchObject({ type: 'urn:problem-type:rota:busy' })
    expect((await service.get('/healthz')).status).toBe(200)
    first.open(REPORT)
    expect((await Promise.all(running)).map((response) => response.status)).toEqual([200, 200])
    expect((await service.post('/v1/rotas', smallDocument())).status).toBe(200)
  })

  it('is not closed for good by documents that are wrong', async () => {
    const service = await started({ plan: async () => REPORT })
    for (let n = 0; n < 5; n++) expect((await service.post('/v1/rotas', {})).status).toBe(422)
    expect((await service.post('/v1/rotas', smallDocument())).status).toBe(200)
  })

  it('stops solving when nobody waits for the answer any more', async () => {
    const begun = latch<void>()
    const stopped = latch<number>()
    const service = await started({
      plan: async (_, __, { stop }) => {
        begun.open()
        const timer = setInterval(() => {
          if (stop && Atomics.load(stop, 0) === 1) stopped.open(1)
        }, 5)
        await stopped.opened
        clearInterval(timer)
        return REPORT
      },
    })
    const caller = new AbortController()
    const headers = { 'content-type': 'application/json' }
    const call = service.get('/v1/rotas', {
      method: 'POST',
      headers,
      body: JSON.stringify(smallDocument()),
      signal: caller.signal,
    })
    await begun.opened
    caller.abort()
    await expect(call).rejects.toThrow()
    expect(await stopped.opened).toBe(1)
  })

  it('says no more than that where it is our fault, and logs the rest', async () => {
    const fault = new Error('secret path /home/someone')
    const service = await started({ plan: () => Promise.reject(fault) })
    const response = await service.post('/v1/rotas', smallDocument())
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('our-fault')
    expect(text).not.toContain('secret')
    expect(service.logged).toEqual([fault])
    expect((await service.get('/healthz')).status).toBe(200)
  })
})

describe('POST /v1/judgements', () => {
  it('answers with what the rules find in a rota', async () => {
    const service = await started({ ruleBook: ruleBook() })
    const away = { person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }
    const response = await service.post('/v1/judgements', { document: smallDocument(), rota: { assignments: [away] } })
    const judgement = judgementResponse.parse(await response.json())
    expect(response.status).toBe(200)
    expect(judgement.agrees).toBe(true)
    expect(
      judgement.findings.filter((finding) => finding.rule === 'availability').map((finding) => finding.people),
    ).toEqual([['n1']])
  })

  it('leaves out why findings exist, and nothing else, where that is asked', async () => {
    const service = await started({ ruleBook: ruleBook() })
    const asked = { document: smallDocument(), rota: [] }
    const judged = async (causes: boolean) =>
      judgementResponse.parse(await (await service.post('/v1/judgements', { ...asked, causes })).json())
    const [whole, plain] = await Promise.all([judged(true), judged(false)])
    const explained = <T extends { cause?: string }>(all: readonly T[]) =>
      all.filter(({ cause }) => cause !== undefined)
    const bare = <T extends { cause?: string }>(all: readonly T[]) => all.map(({ cause: _, ...rest }) => rest)
    expect(explained(whole.findings)).not.toEqual([])
    expect([...explained(plain.findings), ...explained(plain.service.unmet)]).toEqual([])
    expect(plain.findings).toEqual(bare(whole.findings))
    expect(plain.levels).toEqual(whole.levels)
  })

  it('says where a report and what is found differ', async () => {
    const service = await started({ ruleBook: ruleBook() })
    const away = { person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }
    const rota = {
      format: 'report/1',
      assignments: [away],
      audit: { agrees: true, rules: [{ rule: 'availability', model: 0, rota: 0 }] },
    }
    const response = await service.post('/v1/judgements', { document: smallDocument(), rota })
    expect(judgementResponse.parse(await response.json()).agrees).toBe(false)
  })
})

describe('POST /v1/validations', () => {
  it('answers with the size and hash of a document that can be solved', async () => {
    const service = await started()
    const document = smallDocument()
    const response = await service.post('/v1/validations', document)
    expect(validationResponse.parse(await response.json())).toEqual({
      valid: true,
      documentHash: hashDocument(document),
      remarks: [],
      size: { people: 7, sites: 2, needs: 5, sessions: 10 },
    })
  })

  it('takes a pin against leave: that week is impossible, not wrong', async () => {
    const service = await started()
    const pins = [{ person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' }]
    expect((await service.post('/v1/validations', smallDocument({ pins }))).status).toBe(200)
  })
})

describe('GET /v1/networks', () => {
  it('answers with networks by a part of their name, at most fifty, and how many there are', async () => {
    const service = await started()
    const found = networksResponse.parse(await (await service.get('/v1/networks?name=north')).json())
    expect(found.total).toBeGreaterThan(50)
    expect(found.networks).toHaveLength(50)
    const none = networksResponse.parse(await (await service.get('/v1/networks?name=zzzzz')).json())
    expect(none).toEqual({ total: 0, networks: [] })
  })

  it('refuses a question that it does not know', async () => {
    const service = await started()
    const response = await service.get('/v1/networks?nmae=north')
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/nmae', maybe: 'name' }] },
    ])
  })

  it('makes a document of any of them that can be solved, the same for the same seed', async () => {
    const service = await started()
    const { networks } = networksResponse.parse(await (await service.get('/v1/networks?name=north')).json())
    const path = `/v1/networks/${networks[0]?.ods}/document?week=2026-11-30&seed=3`
    const text = await (await service.get(path)).text()
    expect(readDocument(JSON.parse(text), ruleBook()).horizon.from).toBe('2026-11-30')
    expect(await (await service.get(path)).text()).toBe(text)
    expect(await (await service.get(path.replace('seed=3', 'seed=4'))).text()).not.toBe(text)
  })

  it('makes one of next week by default', async () => {
    const service = await started()
    const { networks } = networksResponse.parse(await (await service.get('/v1/networks')).json())
    const document = await (await service.get(`/v1/networks/${networks[0]?.ods}/document`)).json()
    expect(document).toMatchObject({ week: { from: '2026-11-30' } })
  })

  it.each([
    ['/v1/networks/U99999/document', 404, '/network/ods'],
    ['/v1/networks/__proto__/document', 404, '/network/ods'],
    ['/v1/networks/U99999/document?week=soon', 422, '/week'],
    ['/v1/networks/U99999/document?seed=-1', 422, '/seed'],
    ['/v1/networks/U99999/document?seed=1&seed=2', 422, '/seed'],
    ['/v1/networks/U99999/document?weeks=2', 422, '/weeks'],
  ])('%s is answered with %i', async (path, status, pointer) => {
    const service = await started()
    const response = await service.get(path)
    expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ pointer }] }])
  })
})

describe('GET', () => {
  it('/healthz answers that the service is up', async () => {
    const service = await started()
    expect(healthResponse.parse(await (await service.get('/healthz')).json())).toEqual({ status: 'ok' })
  })

  it('gives answers that are not kept or taken for anything else', async () => {
    const { headers } = await (await started()).get('/healthz')
    expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual([
      'no-store',
      'nosniff',
      null,
    ])
  })
})
