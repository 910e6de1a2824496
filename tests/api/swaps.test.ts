/** Whether two people may swap sessions, asked over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { swapResponse } from '../../api/contract/swaps.ts'
import { judgedAgain } from '../replan/absent.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { type Listening, listen } from './listening.ts'

const ROTA = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' },
  { person: 'g3', date: '2026-11-30', part: 'pm', site: 'alder', work: 'clinic' },
  { person: 'n1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' },
]
const side = (person: string, part: string, date = '2026-11-30') => ({ person, date, part })
let service: Listening

beforeAll(async () => {
  service = await listen()
})
afterAll(() => service.close())

async function ask(swap: unknown, more: Record<string, unknown> = {}) {
  const response = await checkedFetch(`${service.url}/v1/swaps`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document: smallDocument(), rota: ROTA, swap, now: '2026-11-30T07:40', ...more }),
  })
  return { status: response.status, answer: (await response.json()) as unknown }
}

async function answered(swap: unknown, more: Record<string, unknown> = {}) {
  const { status, answer } = await ask(swap, more)
  expect(status, JSON.stringify(answer)).toBe(200)
  return swapResponse.parse(answer)
}

describe('a swap', () => {
  it('that breaks no rule is allowed, and its rota can be judged again', async () => {
    const answer = await answered([side('g1', 'am'), side('g3', 'pm')])
    expect(answer).toMatchObject({ allowed: true, forbids: [] })
    expect(answer.sentence).toMatch(/^The rules allow this swap/)
    expect(answer.rota.assignments).toContainEqual({ ...ROTA[0], person: 'g3' })
    expect(answer.rota.assignments).toContainEqual({ ...ROTA[1], person: 'g1' })
    const again = judgedAgain(answer.document, answer)
    for (const { level, after } of answer.levels) expect(again.get(level)).toBeCloseTo(after, 5)
  })

  it('in which one only takes a session of the other is one too', async () => {
    const { rota, moves } = await answered([side('g1', 'am'), side('g3', 'am')])
    expect(rota.assignments).toContainEqual({ ...ROTA[0], person: 'g3' })
    expect(moves).toHaveLength(2)
  })

  it('is forbidden where somebody may not do the work, and says by which rule', async () => {
    const answer = await answered([side('g1', 'am'), side('n1', 'am')])
    expect(answer.allowed).toBe(false)
    expect(answer.forbids.map(({ rule }) => rule)).toContain('qualified')
    expect(answer.sentence).toMatch(/^The rules forbid this swap: .*may not be the duty doctor/)
  })
})

describe('a request that cannot be answered', () => {
  it.each([
    ['names nobody', [side('g9', 'am'), side('g3', 'pm')], '/swap/0/person'],
    ['is of one person', [side('g1', 'am'), side('g1', 'pm')], '/swap/1/person'],
    ['is of sessions that nobody works', [side('g1', 'pm'), side('g3', 'am')], '/swap'],
    ['is of a session that has begun', [side('g1', 'am'), side('g3', 'pm')], '/swap/0/date'],
  ])('%s', async (what, swap, pointer) => {
    const now = what.includes('begun') ? '2026-11-30T09:00' : '2026-11-30'
    expect(await ask(swap, { now })).toMatchObject({ status: 422, answer: { errors: [{ pointer }] } })
  })

  it('is told everything that is wrong at once', async () => {
    const { answer } = await ask([side('g9', 'noon'), side('g3', 'pm')], { rota: [{ ...ROTA[0], site: 'x' }], now: 1 })
    const { errors } = answer as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/rota/0/site', '/swap/0/person', '/swap/0/date', '/now'])
  })

  it('is told so with a word for what is missing, even where the document is wrong too', async () => {
    const { answer } = await ask([side('g1', 'am')], { document: { ...smallDocument(), needs: 1 }, sawp: 1, now: 1 })
    const { errors } = answer as { errors: { pointer: string; detail: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/sawp', '/document/needs', '/now'])
    const alone = (await ask([side('g1', 'am')])).answer as typeof answer & { errors: { detail: string }[] }
    expect(alone.errors.map(({ detail }) => detail)).toEqual(['"swap" must have at least 2 entries.'])
  })
})
