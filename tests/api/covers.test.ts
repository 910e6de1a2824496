/** Who could cover an absence, asked over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverResponse } from '../../api/contract/covers.ts'
import { judgedAgain } from '../replan/absent.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { type Listening, listen } from './listening.ts'

let service: Listening
beforeAll(async () => {
  service = await listen()
})
afterAll(() => service.close())

const ROTA = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' },
  { person: 'g2', date: '2026-11-30', part: 'am', site: 'birch', work: 'duty' },
  { person: 'g3', date: '2026-11-30', part: 'am', site: 'birch', work: 'clinic' },
  { person: 'g3', date: '2026-12-01', part: 'am', site: 'birch', work: 'clinic' },
]
const AWAY = { person: 'g1', from: '2026-11-30' }

async function ask(body: unknown): Promise<{ status: number; answer: unknown }> {
  const response = await checkedFetch(`${service.url}/v1/covers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: await response.json() }
}

async function covered(more: Record<string, unknown> = {}) {
  const { status, answer } = await ask({
    document: smallDocument(),
    rota: ROTA,
    away: AWAY,
    now: '2026-11-30T07:40',
    ...more,
  })
  expect(status, JSON.stringify(answer)).toBe(200)
  return coverResponse.parse(answer)
}

describe('the answers', () => {
  it('say whom to ask for what, and can be judged again from what was sent', async () => {
    const answer = await covered()
    expect(answer.open).toEqual([ROTA[0]])
    expect(answer.options.length).toBeGreaterThan(2)
    const [first] = answer.options
    expect(first?.ask[0]).toMatchObject({ date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' })
    expect(first?.mends.map(({ sentence }) => sentence)).toContain('Alder Road has no duty doctor on Monday morning.')
    for (const option of answer.options) {
      const again = judgedAgain(answer.document, option)
      for (const { level, value } of option.levels) expect(again.get(level)).toBeCloseTo(value, 5)
    }
  })

  it('hold one that leaves everything open, with what that costs', async () => {
    const left = (await covered()).options.find(({ ask }) => ask.length === 0)
    expect(left?.sentence).toMatch(/^Leave Monday morning at Alder Road open\. Compared with the rota as it is, /)
    expect(left?.breaks.map(({ rule }) => rule)).toContain('duty-doctor')
  })

  it('neither save nor cost the pay of whoever is ill: the contract pays sessions that are lost', async () => {
    const answer = await covered()
    const ill = answer.document.people.find(({ id }) => id === 'g1')
    expect(ill?.away).toContainEqual({ from: '2026-11-30', to: '2026-11-30', parts: ['am', 'pm'], paid: true })
    const left = answer.options.find(({ ask }) => ask.length === 0)
    const whole = { rota: { assignments: ROTA.map((row) => ({ ...row, work: row.work as 'clinic' })), clinics: [] } }
    const before = judgedAgain(smallDocument(), whole)
    expect(left?.levels.find(({ level }) => level === 'cost')?.value).toBeCloseTo(before.get('cost') ?? 0, 5)
  })

  it('are as few as are asked for', async () => {
    expect((await covered({ most: 1 })).options).toHaveLength(2)
  })

  it('are about the published rota of the document where none is sent', async () => {
    const { status, answer } = await ask({
      document: smallDocument({ published: ROTA }),
      away: AWAY,
      now: '2026-11-30',
    })
    expect([status, answer]).toMatchObject([200, { person: 'g1' }])
  })

  it('leave alone what has begun', async () => {
    const answer = await covered({
      away: { person: 'g3', from: '2026-11-30', to: '2026-12-01' },
      now: '2026-11-30T10:15',
    })
    expect(answer.open.map(({ date }) => date)).toEqual(['2026-12-01'])
    for (const { rota } of answer.options) expect(rota.assignments).toEqual(expect.arrayContaining(ROTA.slice(0, 3)))
  })

  it('come for a rota that breaks a rule without exception, too', async () => {
    const twice = { person: 'g3', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }
    expect((await covered({ rota: [...ROTA, twice] })).options.length).toBeGreaterThan(0)
  })
})

describe('a request that cannot be answered', () => {
  it('gets every error at once, each with its place', async () => {
    const { status, answer } = await ask({
      document: smallDocument(),
      rota: [{ ...ROTA[0], person: 'g9' }],
      away: { person: 'g7', from: '2026-12-24', parts: ['noon'] },
      now: 'this morning',
      most: -1,
    })
    expect(status).toBe(422)
    const { errors } = answer as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/rota/0/person',
      '/away/person',
      '/away/parts/0',
      '/away/from',
      '/now',
      '/most',
    ])
  })

  it('gets those of the document, of unknown fields and of everything else together, in words that name the field', async () => {
    const document = { ...smallDocument(), sites: 'two' }
    const { status, answer } = await ask({ document, rota: ROTA, awya: AWAY, now: 'soon', most: 100 })
    expect(status).toBe(422)
    const { errors } = answer as { errors: { pointer: string; detail: string; maybe?: string }[] }
    expect(errors.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ['/away', '"away" is missing.'],
      ['/awya', 'Unknown field; the fields here are document, rota, away, now, most.'],
      ['/document/sites', '"sites" must be a list.'],
      ['/now', expect.stringMatching(/^"now" must be a day or a time of a day/)],
      ['/most', '"most" must be at most 20.'],
    ])
  })

  it.each(['null', '[]', '"x"'])('is %s, which has no fields', async (body) => {
    const { status, answer } = await ask(JSON.parse(body))
    expect([status, answer]).toMatchObject([422, { errors: [{ pointer: '' }] }])
  })

  it.each([
    ['in the past', { away: AWAY, now: '2026-12-01T07:40' }, '/away/to'],
    ['that ends before it starts', { away: { ...AWAY, to: '2026-11-29' } }, '/away/to'],
    ['in a session that is not held', { away: { person: 'g1', from: '2026-12-05' } }, '/away/from'],
  ])('is an absence %s', async (_, more, pointer) => {
    const { status, answer } = await ask({ document: smallDocument(), rota: ROTA, now: '2026-11-30', ...more })
    expect([status, answer]).toMatchObject([422, { errors: [{ pointer }] }])
  })

  it('has neither a rota nor a document with one', async () => {
    const { status, answer } = await ask({ document: smallDocument(), away: AWAY, now: '2026-11-30' })
    expect([status, answer]).toMatchObject([422, { errors: [{ pointer: '/rota' }] }])
  })
})
