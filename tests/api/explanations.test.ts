/** Why a rota is not otherwise, asked over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explanationResponse } from '../../api/contract/explanations.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { type Listening, listen } from './listening.ts'

let service: Listening
beforeAll(async () => {
  service = await listen()
})
afterAll(() => service.close())

const ROTA = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]

async function ask(body: unknown): Promise<{ status: number; answer: unknown }> {
  const headers = { 'content-type': 'application/json' }
  const response = await checkedFetch(`${service.url}/v1/explanations`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: await response.json() }
}

async function explained(question: string, more: Record<string, unknown> = {}) {
  const { status, answer } = await ask({ document: smallDocument(), rota: ROTA, question, ...more })
  expect(status, JSON.stringify(answer)).toBe(200)
  return explanationResponse.parse(answer)
}

describe('the answer', () => {
  it('says what a change would cost, who would move, and how sure that is', async () => {
    const answer = await explained('GP 1 off Monday morning', { seconds: 2 })
    if (answer.kind !== 'possible') throw new Error(answer.kind)
    expect(answer.comparison.moved).toContainEqual({
      person: 'g1',
      date: '2026-11-30',
      part: 'am',
      before: { site: 'alder', work: 'clinic' },
      after: null,
    })
    expect(
      answer.rota.assignments.filter(
        ({ person, date, part }) => person === 'g1' && date === '2026-11-30' && part === 'am',
      ),
    ).toEqual([])
    expect(answer.sentences.length).toBeGreaterThan(0)
  })

  it('says that it is so already', async () => {
    expect((await explained('g1 off 2026-12-01 am')).kind).toBe('so-already')
  })

  it('says what clashes where no rota can have it so', async () => {
    const away = smallDocument().people.map((person) =>
      person.id === 'g2' ? { ...person, away: [{ from: '2026-11-30', to: '2026-11-30' }] } : person,
    )
    const answer = await explained('g2 clinic birch 2026-11-30 am', { document: smallDocument({ people: away }) })
    if (answer.kind !== 'impossible') throw new Error(answer.kind)
    expect(answer.clash.rules).toContain('availability')
  })

  it('takes the rota that the document has as published, where none is sent', async () => {
    const document = smallDocument({
      published: [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }],
    })
    const { status, answer } = await ask({ document, question: 'g1 clinic alder 2026-11-30 am' })
    expect([status, answer]).toMatchObject([200, { kind: 'so-already' }])
  })
})

describe('what is wrong', () => {
  it('is asked back where a name fits several, with what tells them apart', async () => {
    const people = smallDocument().people.map((person) =>
      person.id === 'g1' || person.id === 'g2' ? { ...person, name: 'Sam Jones' } : person,
    )
    const { status, answer } = await ask({
      document: smallDocument({ people }),
      rota: ROTA,
      question: 'Sam Jones off Monday morning',
    })
    expect([status, answer]).toMatchObject([
      422,
      {
        errors: [
          {
            pointer: '/question',
            candidates: [
              { id: 'g1', name: 'Sam Jones (Alder Road)', tells: 'GP, Alder Road' },
              { id: 'g2', name: 'Sam Jones (Birch Lane)', tells: 'GP, Birch Lane' },
            ],
          },
        ],
      },
    ])
  })

  it.each([
    ['nobody of this name', { question: 'Nobody off Monday morning' }, '/question'],
    ['a rota that breaks a rule without exception', { rota: [...ROTA, { ...ROTA[0], site: 'birch' }] }, '/rota'],
    ['a document that cannot be read', { document: { ...smallDocument(), people: 3 } }, '/document/people'],
    ['no rota at all', { rota: undefined }, '/rota'],
    ['too many seconds', { seconds: 11 }, '/seconds'],
  ])('is refused with its place: %s', async (_, wrong, pointer) => {
    const { status, answer } = await ask({
      document: smallDocument(),
      rota: ROTA,
      question: 'g1 off 2026-11-30 am',
      ...wrong,
    })
    expect(status).toBe(422)
    expect(answer).toMatchObject({ errors: [{ pointer: expect.stringMatching(new RegExp(`^${pointer}`)) }] })
  })
})
