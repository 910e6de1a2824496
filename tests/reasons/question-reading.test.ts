import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { readQuestion } from '../../src/intake/question-reading.ts'
import { pinsOf } from '../../src/question.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf } from '../solved-week.ts'

const problem = problemOf(smallDocument())

describe('a question is understood', () => {
  it.each([
    ['g3 off 2026-12-01 am', { person: 'g3', sessions: [2], ask: 'off', site: null }],
    ['GP 3 off Tuesday morning', { person: 'g3', sessions: [2], ask: 'off', site: null }],
    ['Why is gp 3 not off on tuesday?', { person: 'g3', sessions: [2, 3], ask: 'off', site: null }],
    ['g3 at birch 2026-12-01 am', { person: 'g3', sessions: [2], ask: 'at', site: 'birch' }],
    ['GP 3 at Birch Lane on Tue pm', { person: 'g3', sessions: [3], ask: 'at', site: 'birch' }],
    ['g3 duty alder 2026-12-04 pm', { person: 'g3', sessions: [9], ask: 'duty', site: 'alder' }],
    [
      'why is GP 3 not on duty at Alder Road on Friday afternoon?',
      { person: 'g3', sessions: [9], ask: 'duty', site: 'alder' },
    ],
    ['Paramedic 1 visits Birch Lane Monday am', { person: 'p1', sessions: [0], ask: 'visits', site: 'birch' }],
  ])('%s', (text, question) => {
    expect(readQuestion(text, problem)).toEqual(question)
  })
})

describe('a question that is not understood is refused, with what may have been meant', () => {
  it.each([
    ['', 'There is nobody of this name.', undefined],
    ['GP 9 off Monday', 'There is nobody of this name.', 'GP 1'],
    ['GP3 off Monday', 'There is nobody of this name.', 'GP 3'],
    ['GP 3 of Monday', 'What is asked of them is not clear.', 'off'],
    ['GP 3 at Brich Lane Monday am', 'There is no site of this name.', 'Birch Lane'],
    ['GP 3 off at Birch Lane Monday', 'Nobody is off at a site: leave the site out.', undefined],
    ['GP 3 off Mondya', 'The day is missing, or not understood.', 'Monday'],
    ['GP 3 off Saturday', 'This rota has no session that day', undefined],
    ['GP 3 off 2027-01-04', 'This rota has no session that day', undefined],
    ['GP 3 duty Alder Road Monday', 'The part of the day is missing.', undefined],
    ['GP 3 duty Alder Road Monday evening', 'That day has no such part.', undefined],
    ['GP 3 off Monday am please', 'There are words too many.', undefined],
  ])('%s', (text, detail, maybe) => {
    const complaint = complaintOf(text)
    expect(complaint?.detail).toContain(detail)
    expect(complaint?.maybe).toBe(maybe)
  })

  it('a weekday of a rota of two weeks', () => {
    const two = problemOf(smallDocument({ week: { from: '2026-11-30', weeks: 2 } }))
    expect(() => readQuestion('GP 3 off Monday', two)).toThrow('Which of them? This rota has 2026-11-30, 2026-12-07.')
    expect(readQuestion('GP 3 off 2026-12-07 am', two).sessions).toEqual([10])
  })
})

it('being at a site means a clinic, and visits for who meets nothing else', () => {
  const visitor = { id: 'visitor', title: 'Visitor', meets: { visit: { minutes: 30 } } }
  const person = { id: 'v1', name: 'Visitor 1', role: 'visitor', home: 'birch', contract: { sessions: 2 } }
  const document = smallDocument()
  const more = problemOf({ ...document, roles: [...document.roles, visitor], people: [...document.people, person] })
  expect(pinsOf(readQuestion('GP 3 at Birch Lane Monday am', more), more)).toEqual([
    { person: 'g3', session: 0, site: 'birch', work: 'clinic' },
  ])
  expect(pinsOf(readQuestion('Visitor 1 at Birch Lane Monday am', more), more)[0]?.work).toBe('visits')
  expect(pinsOf(readQuestion('GP 3 off Monday', more), more)).toEqual([
    { person: 'g3', session: 0, site: null, work: 'off' },
    { person: 'g3', session: 1, site: null, work: 'off' },
  ])
})

function complaintOf(text: string) {
  try {
    readQuestion(text, problem)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints[0]
  }
  return undefined
}
