import { describe, expect, it } from 'vitest'
import { seenSameDay } from '../../solver/rules/seen-same-day.ts'
import { amount, breaches, fortnight, KEPT, solved, week } from './played.ts'

const thursday = 'thu-pm birch gp clinic 3 urgent of birch'
const all = [thursday, 'fri-am alder gp clinic 4 urgent of alder', 'fri-pm alder gp clinic 6 urgent of alder']

describe('same-day need', () => {
  it('is met by the end of the day', () => {
    expect(breaches(seenSameDay, week(), { clinics: all })).toEqual([])
    expect(breaches(seenSameDay, week(), { clinics: [thursday, 'fri-pm alder gp clinic 10 urgent of alder'] })).toEqual(
      [],
    )
  })

  it('is missed by what is left at the end of it, at that practice', () => {
    expect(breaches(seenSameDay, week(), { clinics: all.slice(0, 2) })).toMatchObject([
      { site: 'alder', day: 4, amount: 6 },
    ])
    expect(breaches(seenSameDay, week(), { clinics: all.slice(1) })).toMatchObject([
      { site: 'birch', day: 3, amount: 3 },
    ])
  })

  it('is not made good on the next day, or by more than was asked', () => {
    const late = ['fri-pm birch gp clinic 3 urgent of birch', ...all.slice(1)]
    expect(breaches(seenSameDay, week(), { clinics: late })).toMatchObject([{ site: 'birch', amount: 3 }])
  })

  it('weighs as its need does beside the heaviest', () => {
    const needs = { visit: { weight: 5 } }
    const demand = [{ site: 'alder', need: 'visit', date: '2026-12-04', part: 'am', contacts: 4 }]
    expect(amount(seenSameDay, week({ needs, demand }), {})).toBe(2)
  })

  it('counts on the last day of the last week', () => {
    const demand = [{ site: 'alder', need: 'urgent', date: '2026-12-11', part: 'pm', contacts: 6 }]
    expect(
      breaches(seenSameDay, fortnight({ demand }), { clinics: ['fri-pm@1 alder gp clinic 6 urgent of alder'] }),
    ).toMatchObject([{ day: 11, amount: 6 }])
  })

  it('is met by the solver before anything that can wait', async () => {
    const routine = { site: 'alder', need: 'routine', date: '2026-12-04', part: 'am', contacts: 60 }
    const urgent = { site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 12 }
    expect(await solved(seenSameDay, week({ demand: [routine, urgent] }))).toEqual({ ...KEPT, with: expect.closeTo(0) })
  })
})
