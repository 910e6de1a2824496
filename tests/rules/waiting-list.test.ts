import { describe, expect, it } from 'vitest'
import { waitingList } from '../../solver/rules/waiting-list.ts'
import { amount, breaches, fortnight, rotaFor, sentences, week } from './played.ts'

const routine = 'fri-pm alder gp clinic 8 routine of alder'
const bloods = 'fri-pm birch nurse clinic 5 bloods of alder'

describe('the waiting list', () => {
  it('is empty when all who can wait are met', () => {
    expect(breaches(waitingList, week(), { clinics: [routine, bloods] })).toEqual([])
  })

  it('has whoever is left, in time or not; urgent need does not wait', () => {
    expect(sentences(waitingList, week(), { clinics: [routine] })).toEqual([
      'Alder Road ends with 5 contacts of "Bloods and dressings" still waiting.',
    ])
  })

  it('counts whole people in words, and exactly for the solver', () => {
    const most = 'fri-pm birch nurse clinic 4.6 bloods of alder'
    expect(sentences(waitingList, week(), { clinics: [routine, most] })).toEqual([
      'Alder Road ends with less than 1 contact of "Bloods and dressings" still waiting.',
    ])
    const some = 'fri-pm birch nurse clinic 2.7 bloods of alder'
    expect(sentences(waitingList, week(), { clinics: [routine, some] })).toEqual([
      'Alder Road ends with 2 contacts of "Bloods and dressings" still waiting.',
    ])
    expect(amount(waitingList, week(), { clinics: [routine, some] })).toBeGreaterThan(0)
  })

  it('has those who waited before', () => {
    const backlog = [{ site: 'birch', need: 'bloods', waitedDays: 2, contacts: 3 }]
    expect(breaches(waitingList, week({ backlog }), { clinics: [routine, bloods] })).toMatchObject([
      { site: 'birch', amount: 3 },
    ])
  })

  it('weighs as needs do beside the heaviest', () => {
    const needs = { bloods: { weight: 1 } }
    expect(amount(waitingList, week({ needs }), { clinics: [routine] })).toBeCloseTo(2.5)
  })

  it('has those whom the last session sends back to a GP', () => {
    const roles = { nurse: { meets: { bloods: { minutes: 15, returns: 0.4 } } } }
    const clinics = [routine.replace('fri-pm', 'fri-pm@2'), 'fri-pm@2 alder nurse clinic 5 bloods of alder']
    expect(breaches(waitingList, fortnight({ roles }), { clinics })).toMatchObject([
      { need: 'routine', amount: expect.closeTo(2) },
    ])
  })

  it('is kept short by the solver', async () => {
    const problem = week({ rules: { 'seen-in-time': false } })
    expect(waitingList.check(await rotaFor(problem), problem)).toEqual([])
  })
})
