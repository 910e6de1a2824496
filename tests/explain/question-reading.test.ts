import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { readQuestion } from '../../src/intake/question-reading.ts'
import type { Problem } from '../../src/problem.ts'
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
    ['', 'There is nobody with this name.', undefined],
    ['GP 9 off Monday', 'There is nobody with this name.', 'GP 1'],
    ['GP3 off Monday', 'There is nobody with this name.', 'GP 3'],
    ['GP 3 of Monday', 'It is not clear what is asked of them.', 'off'],
    ['GP 3 at Brich Lane Monday am', 'There is no site with this name.', 'Birch Lane'],
    ['GP 3 off at Birch Lane Monday', 'Being off has no site: omit the site.', undefined],
    ['GP 3 off Mondya', 'The day is missing or not understood.', 'Monday'],
    ['GP 3 off Saturday', 'This rota has no session that day', undefined],
    ['GP 3 off 2027-01-04', 'This rota has no session that day', undefined],
    ['GP 3 duty Alder Road Monday', 'The part of the day is missing.', undefined],
    ['GP 3 duty Alder Road Monday evening', 'That day has no such part.', undefined],
    ['GP 3 off Monday am please', 'There are words left over.', undefined],
  ])('%s', (text, detail, maybe) => {
    const complaint = complaintOf(text)
    expect(complaint?.detail).toContain(detail)
    expect(complaint?.maybe).toBe(maybe)
  })

  it('a weekday of a rota of two weeks', () => {
    const two = problemOf(smallDocument({ week: { from: '2026-11-30', weeks: 2 } }))
    expect(() => readQuestion('GP 3 off Monday', two)).toThrow('Which one? This rota has 2026-11-30, 2026-12-07.')
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

describe('names are understood as people type them', () => {
  const site = (id: string, name: string) => ({ id, name, patients: 3000, rooms: 5 })
  const surgery = withNames(
    {
      d1: 'Dr. Patel',
      d2: 'Smith, Jane',
      d3: "O'Brien",
      d4: 'A. Kaur',
      d5: 'Dr A Kaur',
      'd.6': 'Plain',
      d7: 'José Núñez-Gray',
    },
    [site('elms', 'The Elms Surgery'), site('park', 'St. Mary’s (Park)')],
  )
  it.each([
    ['Dr. Patel off Monday morning', 'd1'],
    ['dr patel off Monday morning', 'd1'],
    ['Patel off Monday morning', 'd1'],
    ['Why is Dr Patel not off on Monday morning?', 'd1'],
    ['Smith, Jane off Monday morning', 'd2'],
    ['Jane Smith off Monday morning', 'd2'],
    ['Dr Smith off Monday morning', 'd2'],
    ["O'Brien off Monday morning", 'd3'],
    ['O’Brien off Monday morning', 'd3'],
    ['A. Kaur off Monday morning', 'd4'],
    ['Dr A Kaur off Monday morning', 'd5'],
    ['d.6 off Monday morning', 'd.6'],
    ['Jose Nunez Gray off Monday morning', 'd7'],
    ['José off Monday morning', 'd7'],
  ])('%s', (text, person) => {
    expect(readQuestion(text, surgery)).toEqual({ person, sessions: [0], ask: 'off', site: null })
  })

  it.each([
    ['Plain at The Elms Surgery Monday morning', 'elms'],
    ['Plain at Elms Surgery on Monday morning', 'elms'],
    ['Plain duty at the Elms on Monday morning', 'elms'],
    ["Plain at St Mary's (Park) Monday morning", 'park'],
    ['Plain at St. Mary’s Monday morning', 'park'],
  ])('%s', (text, site) => {
    expect(readQuestion(text, surgery)).toMatchObject({ person: 'd.6', sessions: [0], site })
  })

  it('what may have been meant is never what was typed', () => {
    const names = ['Dr. Patel', 'Smith, Jane', 'The Elms Surgery', 'A. Kaur', "O'Brien"]
    for (const name of names) {
      const { maybe } = complaintOf(`${name} wat Monday`, surgery) ?? {}
      expect(maybe).not.toBe(name)
    }
    expect(complaintOf('Dr. Pattel off Monday', surgery)).toMatchObject({ seen: '"Dr. Pattel"', maybe: 'Dr. Patel' })
  })
})

describe('a name that several share is asked back', () => {
  const twins = withNames({ s1: 'Sam Jones', s2: 'Sam Jones', a1: 'Ann Lee', b1: 'Ann-Marie Bell' })
  it('with everybody it may be, and what tells them apart', () => {
    const complaint = complaintOf('Sam Jones off Monday afternoon', twins)
    expect(complaint?.detail).toBe(
      'Which "Sam Jones" is meant? Ask again with an id, such as "s1 off Monday afternoon".',
    )
    expect(complaint?.candidates).toEqual([
      { id: 's1', name: 'Sam Jones (s1)', tells: 'GP, Alder Road' },
      { id: 's2', name: 'Sam Jones (s2)', tells: 'GP, Alder Road' },
    ])
    expect(complaint?.maybe).toBeUndefined()
  })

  it.each([
    ['s2 off Monday morning', 's2'],
    ['Sam Jones (s2) off Monday morning', 's2'],
    ['Sam Jones s1 off Monday morning', 's1'],
  ])('unless it is said which: %s', (text, person) => {
    expect(readQuestion(text, twins).person).toBe(person)
  })

  it('a first name too, but not one that stands whole', () => {
    const { candidates = [] } = complaintOf('Ann off Monday', twins) ?? {}
    expect(candidates.map(({ id }) => id)).toEqual(['a1', 'b1'])
    expect(readQuestion('Ann Lee off Monday', twins).person).toBe('a1')
    expect(readQuestion('Bell off Monday', twins).person).toBe('b1')
  })

  it('a site too', () => {
    const site = (id: string, name: string) => ({ id, name, patients: 3000, rooms: 5 })
    const sites = withNames({ g1: 'GP 1' }, [site('h1', 'Health Centre'), site('h2', 'Health Centre')])
    expect(complaintOf('GP 1 at Health Centre Monday am', sites)).toMatchObject({
      detail: 'Which "Health Centre" is meant? Ask again with an id, such as "g1 at h1 Monday am".',
      candidates: [
        { id: 'h1', name: 'Health Centre (h1)', tells: '' },
        { id: 'h2', name: 'Health Centre (h2)', tells: '' },
      ],
    })
    expect(readQuestion('GP 1 at Health Centre (h2) Monday am', sites).site).toBe('h2')
  })

  it('a part of the day too', () => {
    const { parts, ...rest } = smallDocument()
    const early = { id: 'early-am', starts: '07:00', ends: '08:00', days: ['mon' as const] }
    const mornings = problemOf({ ...rest, parts: [early, ...parts] })
    expect(complaintOf('GP 1 off Monday morning', mornings)?.candidates).toEqual([
      { id: 'early-am', name: 'morning', tells: '07:00 to 08:00' },
      { id: 'am', name: 'morning', tells: '08:30 to 12:40' },
    ])
    expect(readQuestion('GP 1 off Monday early-am', mornings).sessions).toEqual([0])
  })
})

it('people of one name are told apart in every table and sentence: by role, else by practice, else by id', () => {
  const nameOf = (problem: Problem, id: string) => problem.personById.get(id)?.name
  const { people, ...rest } = smallDocument()
  const byRole = problemOf({
    ...rest,
    people: people.map((p) => (['g1', 'n1'].includes(p.id) ? { ...p, name: 'Sam' } : p)),
  })
  expect([nameOf(byRole, 'g1'), nameOf(byRole, 'n1'), nameOf(byRole, 'g2')]).toEqual([
    'Sam (GP)',
    'Sam (Practice nurse)',
    'GP 2',
  ])
  const byHome = problemOf({
    ...rest,
    people: people.map((p) => (['g1', 'g2'].includes(p.id) ? { ...p, name: 'Sam' } : p)),
  })
  expect([nameOf(byHome, 'g1'), nameOf(byHome, 'g2')]).toEqual(['Sam (Alder Road)', 'Sam (Birch Lane)'])
})

it('words that every object has mean nothing', () => {
  expect(complaintOf('GP 3 constructor Monday')?.detail).toContain('It is not clear what is asked of them.')
})

/** The small document with one GP of each of these names, and perhaps other sites. */
function withNames(names: Readonly<Record<string, string>>, sites = smallDocument().sites): Problem {
  const home = sites[0]?.id ?? ''
  const people = Object.entries(names).map(([id, name]) => ({ id, name, role: 'gp', home, contract: { sessions: 4 } }))
  return problemOf(smallDocument({ sites, people, demand: [], backlog: [] }))
}

function complaintOf(text: string, of = problem) {
  try {
    readQuestion(text, of)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints[0]
  }
  return undefined
}
