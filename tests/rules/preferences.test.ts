import { describe, expect, it } from 'vitest'
import { preferences } from '../../solver/rules/preferences.ts'
import { rotaOf } from '../solved-week.ts'
import { agreed, breaches, fortnight, LONG_WEEK, minded, sentences, solved, week } from './played.ts'

const wish = (...wishes: object[]) => ({ people: { n1: { wishes } } })
const off = { part: 'fri-pm', want: 'off' }

describe('preferences', () => {
  it('are kept by whoever is off and on as wished', () => {
    const problem = week(wish(off, { part: 'thu-am', want: 'on' }))
    expect(breaches(preferences, problem, { assignments: ['n1 thu-am alder clinic'] })).toEqual([])
  })

  it('are not kept one by one, each with its weight', async () => {
    const problem = week(wish({ ...off, weight: 3 }, { part: 'thu-am', want: 'on', weight: 0.5 }))
    expect(await agreed(preferences, problem, { assignments: ['n1 fri-pm alder clinic'] })).toBe(3.5)
  })

  it('that weigh nothing are none', () => {
    const problem = week(wish({ ...off, weight: 0 }, { part: 'thu-am', want: 'on', weight: 0 }))
    expect(breaches(preferences, problem, { assignments: ['n1 fri-pm alder clinic'] })).toEqual([])
  })

  it('of one person are nothing to another', () => {
    expect(breaches(preferences, week(wish(off)), { assignments: ['g1 fri-pm alder clinic'] })).toEqual([])
  })

  it('hold in every week, or on one day where a date is given', async () => {
    const every = { assignments: ['n1 fri-pm@1 alder clinic', 'n1 fri-pm@2 alder clinic'] }
    expect(await agreed(preferences, fortnight(wish(off)), every)).toBe(2)
    expect(sentences(preferences, fortnight(wish({ ...off, part: 'pm', date: '2026-12-11' })), every)).toEqual([
      'Nurse 1 wished to be off on Friday afternoon (Fri 11 Dec), and works.',
    ])
  })

  it('are kept by the solver where nobody else is the worse for it', async () => {
    const people = {
      n1: { contract: { sessions: 1 }, wishes: ['thu-am', 'thu-pm', 'fri-am'].map((part) => ({ part, want: 'off' })) },
    }
    expect(await solved(preferences, week({ people, demand: [] }))).toMatchObject({ with: 0 })
    const need = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 4 }]
    const only = { n1: { ...people.n1, works: ['thu-am'] } }
    expect((await solved(preferences, week({ people: only, demand: need }))).with).toBe(1)
  })

  it('matter for learning where they name a half day in which it may be had', () => {
    const people = {
      ...{ g1: { wishes: [{ part: 'fri-evening', want: 'on' }] }, g2: { wishes: [{ ...off, weight: 0 }] } },
      ...{ r1: { wishes: [off], works: ['fri-am'] }, n1: { wishes: [{ part: 'thu-am', want: 'on' }, off] } },
    }
    expect(minded(preferences, week({ parts: LONG_WEEK, demand: [], people }))).toEqual(['n1'])
  })

  it('are remembered when learning finds its half day', async () => {
    const wishes = ['thu-pm', 'fri-am', 'fri-pm'].map((part) => ({ part, want: 'off' }))
    const people = { n1: { contract: { sessions: 1, protected: 1 }, wishes } }
    const { rota } = await rotaOf(week({ people, demand: [], rules: { 'minimum-cover': false } }))
    expect(rota.assignments.filter((a) => a.person === 'n1')).toMatchObject([{ session: 0, work: 'training' }])
  })
})
