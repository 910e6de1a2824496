import { describe, expect, it } from 'vitest'
import { onePlace } from '../../solver/rules/one-place.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

describe('one place', () => {
  it('at a time is enough: sites may change between sessions', () => {
    const assignments = ['g1 fri-am alder clinic', 'g1 fri-pm birch clinic', 'g2 fri-am birch clinic']
    expect(breaches(onePlace, week(), { assignments })).toEqual([])
  })

  it('is broken by two sites, or two kinds of work, in one session', () => {
    expect(amount(onePlace, week(), { assignments: ['g1 fri-am alder clinic', 'g1 fri-am birch clinic'] })).toBe(1)
    expect(amount(onePlace, week(), { assignments: ['g1 fri-am alder clinic', 'g1 fri-am alder training'] })).toBe(1)
  })

  it('counts every further thing', () => {
    const assignments = ['alder clinic', 'alder duty', 'birch admin'].map((what) => `g1 fri-pm@2 ${what}`)
    expect(amount(onePlace, fortnight(), { assignments })).toBe(2)
  })

  it('leaves room for learning and paperwork beside the clinics of a full week', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    const people = { n1: { contract: { sessions: 4, flex: 2, protected: 1 } } }
    const rota = await rotaFor(week({ demand: bloods, people, rules: { 'minimum-cover': false } }))
    const hers = rota.assignments.filter((a) => a.person === 'n1')
    expect(new Set(hers.map((a) => a.session)).size).toBe(4)
    expect(hers.filter((a) => a.work === 'clinic')).toHaveLength(3)
  })
})
