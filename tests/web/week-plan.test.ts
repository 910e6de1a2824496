import { describe, expect, it } from 'vitest'
import type { WeekDocument } from '../../web/src/api.ts'
import { cellOf, placingsOf } from '../../web/src/parts/week/cells.ts'
import { choicesFor } from '../../web/src/parts/week/choices.ts'
import { differencesByPerson } from '../../web/src/parts/week/differences.ts'
import { sessionsOf } from '../../web/src/parts/week/sessions.ts'
import { weekPlan } from '../../web/src/parts/week/week-plan.ts'

const FROM = '2026-11-30'
const DOCUMENT: WeekDocument = {
  format: 'rota/1',
  network: { ods: 'U1', name: 'Two practices' },
  week: { from: FROM },
  parts: [
    { id: 'am', starts: '08:30', ends: '12:40', days: ['mon', 'tue'] },
    { id: 'evening', starts: '18:30', ends: '20:00', days: ['mon'] },
    { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat'] },
  ],
  closed: [{ date: '2026-12-01', why: 'Training day' }],
  sites: [
    { id: 'a', name: 'Elm Park Surgery', patients: 1, rooms: 1 },
    { id: 'b', name: 'The Elm Practice', patients: 1, rooms: 1 },
    { id: 'c', name: 'Egret Place', patients: 1, rooms: 1 },
  ],
  needs: [{ id: 'urgent', title: 'Urgent', within: 'same-day', weight: 1, remote: 0.3 }],
  roles: [{ id: 'gp', title: 'GP', duty: true, meets: { urgent: { minutes: 12 } } }],
  people: [
    {
      id: 'p1',
      name: 'Dr Ash',
      role: 'gp',
      home: 'a',
      sites: ['a', 'c'],
      contract: { sessions: 8 },
      works: ['mon-am', 'sat-am'],
    },
    {
      id: 'p2',
      name: 'Dr Oak',
      role: 'gp',
      home: 'c',
      contract: { sessions: 8 },
      away: [{ from: FROM, to: FROM, parts: ['am'] }],
    },
  ],
  demand: [],
}
const plan = weekPlan(DOCUMENT, FROM)
const [monday, evening, tuesday, saturday] = plan.sessions
const [ash, oak] = DOCUMENT.people
const CLINIC = { person: 'p1', date: FROM, part: 'am', site: 'a', work: 'clinic' as const }

function cell(person = ash, session = monday, rota = [CLINIC], at: string | null = null) {
  if (person === undefined || session === undefined) throw new Error('no such cell')
  return cellOf({ plan, person, session, placings: placingsOf(rota), published: null, at })
}

describe('the sessions of a week', () => {
  it('are named by the clock and known by the usual week', () => {
    expect(plan.sessions.map(({ short, usual }) => [short, usual])).toEqual([
      ['am', 'mon-am'],
      ['eve', 'mon-evening'],
      ['am', 'tue-am'],
      ['am', 'sat-am'],
    ])
    expect(sessionsOf(DOCUMENT, FROM)[0]?.long).toBe('Monday 30 November, morning')
  })
})

it('sites of like initials have codes that differ', () => {
  expect([...plan.siteCode.values()]).toEqual(['EP', 'E', 'EP2'])
})

describe('a cell', () => {
  it('says the work in the rows of its own site, and the other site’s code elsewhere', () => {
    expect(cell(ash, monday, [CLINIC], 'a')).toMatchObject({ text: 'Clinic', long: 'clinic at Elm Park Surgery' })
    expect(cell(ash, monday, [CLINIC], 'c')).toMatchObject({ text: 'EP', kind: 'elsewhere' })
  })

  it.each([
    ['away', oak, monday, 'Away'],
    ['at a closed site', ash, tuesday, 'Shut'],
    ['outside the usual week', ash, evening, '–'],
    ['free on a usual day', ash, saturday, '·'],
  ])('of somebody %s says so', (_, person, session, text) => {
    expect(cell(person, session, []).text).toBe(text)
  })
})

describe('what a GP could do', () => {
  const choices = ash && monday ? choicesFor(plan, ash, { session: monday, placings: placingsOf([CLINIC]) }) : []

  it('is duty, clinic and telephone at each of their sites, learning, or nothing', () => {
    expect(choices.map(({ name }) => name)).toEqual([
      'Duty doctor at Elm Park Surgery',
      'Clinic at Elm Park Surgery',
      'Phone clinic at Elm Park Surgery',
      'Duty doctor at Egret Place',
      'Clinic at Egret Place',
      'Phone clinic at Egret Place',
      'Protected time to learn',
      'Keep free',
    ])
  })

  it('has one choice that is so now', () => {
    expect(choices.filter(({ isNow }) => isNow).map(({ name }) => name)).toEqual(['Clinic at Elm Park Surgery'])
  })
})

it('differences are told for each person, with what was there', () => {
  expect(differencesByPerson(plan, [CLINIC], [{ ...CLINIC, work: 'duty' }])).toEqual([
    {
      id: 'p1',
      name: 'Dr Ash',
      sentences: ['Monday 30 November, morning: duty doctor at Elm Park Surgery (was clinic at Elm Park Surgery)'],
    },
  ])
})
