import { describe, expect, it } from 'vitest'
import { protectedTime } from '../../solver/rules/protected-time.ts'
import { agreed, breaches, fortnight, KEPT, sentences, solved, week } from './played.ts'

describe('protected time', () => {
  it('is kept by a session of learning in the week', () => {
    expect(breaches(protectedTime, week(), { assignments: ['n1 fri-pm alder training'] })).toEqual([])
  })

  it('is lost to clinics, paperwork, and the learning of others', () => {
    const assignments = ['n1 fri-am alder clinic', 'n1 fri-pm alder admin', 'g1 fri-pm alder training']
    expect(breaches(protectedTime, week(), { assignments })).toMatchObject([{ people: ['n1'], amount: 1 }])
  })

  it('is owed week by week', () => {
    const assignments = ['n1 thu-am@1 alder training', 'n1 fri-pm@1 alder training']
    expect(breaches(protectedTime, fortnight(), { assignments })).toMatchObject([{ week: 1, amount: 1 }])
  })

  it('is not more than the sessions that leave has left', () => {
    const people = { n1: { contract: { sessions: 4, protected: 2 }, away: [{ from: '2026-12-03', to: '2026-12-04' }] } }
    expect(breaches(protectedTime, week({ people }), {})).toEqual([])
  })

  it('is kept by the solver, though patients wait', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    expect(await solved(protectedTime, week({ demand: bloods, rules: { 'minimum-cover': false } }))).toEqual(KEPT)
  })

  const pins = [{ person: 'n1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'training' }]
  const two = { people: { n1: { contract: { sessions: 3, protected: 2 } } } }

  it.each([
    ['in any half day', {}, ['n1 thu-am alder training'], 0],
    ['not at all', {}, ['n1 thu-am alder clinic'], 1],
    ['half', two, ['n1 thu-am alder training'], 1],
    ['where it is pinned', { pins }, ['n1 fri-pm birch training'], 0],
    ['beside work that is pinned', { pins: [{ ...pins[0], work: 'admin' }] }, ['n1 fri-pm birch admin'], 1],
  ])('is kept, or lost, for model and check alike: %s', async (_, change, assignments, lost) => {
    expect(await agreed(protectedTime, week(change), { assignments })).toBe(lost)
  })

  it('that is pinned in one week is not that of the other', async () => {
    expect(await agreed(protectedTime, fortnight({ pins }), { assignments: ['n1 fri-pm birch training'] })).toBe(1)
    expect(sentences(protectedTime, fortnight({ pins }), { assignments: ['n1 fri-pm birch training'] })).toEqual([
      'Nurse 1 loses 1 session of protected learning time in week 2.',
    ])
  })
})
