import { describe, expect, it } from 'vitest'
import { needLength, needWeight } from '../../solver/facts/need-weight.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { RoleDocument } from '../../src/intake/rota-document.ts'
import { week } from '../rules/played.ts'
import { smallDocument } from '../small-document.ts'
import { rotaOf } from '../solved-week.ts'

const NEEDS = [
  { id: 'urgent', title: 'Urgent', within: 'same-day', weight: 10 },
  { id: 'call', title: 'Call', within: 'same-day', weight: 5 },
  { id: 'routine', title: 'Routine', within: '5d', weight: 3 },
  { id: 'social', title: 'Social', within: '5d', weight: 3 },
]
const role = (id: string, minutes: Record<string, number>): RoleDocument => ({
  id,
  title: id,
  meets: Object.fromEntries(Object.entries(minutes).map(([need, n]) => [need, { minutes: n }])),
})
const read = (...roles: RoleDocument[]) =>
  readDocument(smallDocument({ needs: NEEDS, roles, people: [], demand: [], backlog: [] }), [])
const weights = (...roles: RoleDocument[]) => {
  const problem = read(...roles)
  return problem.needs.map((need) => needWeight(need, problem))
}

describe('the weight of a contact', () => {
  it('is that of its need, beside the heaviest of its kind, times its length beside the mean of its kind', () => {
    const gp = role('gp', { urgent: 15, call: 5, routine: 15, social: 45 })
    expect(weights(gp)).toEqual([1.5, 0.25, 0.5, 1.5])
  })

  it('counts a minute of one need as much as a minute of another of the same weight', () => {
    const [, , routine = 0, social = 0] = weights(role('gp', { urgent: 15, routine: 15, social: 45 }))
    expect(routine / 15).toBeCloseTo(social / 45)
  })

  it('goes by the quickest role: nobody gains by being slow', () => {
    const gp = role('gp', { urgent: 15, call: 5, routine: 15, social: 15 })
    const linkWorker = role('link-worker', { social: 50 })
    expect(weights(gp, linkWorker)).toEqual(weights(gp))
  })

  it('has the mean length where nobody meets the need', () => {
    expect(weights(role('gp', { urgent: 15, call: 5, routine: 30 }))).toEqual([1.5, 0.25, 1, 1])
    expect(weights()).toEqual([1, 0.5, 1, 1])
  })

  it('without its weight is its length beside all needs of the document', () => {
    const problem = read(role('gp', { urgent: 10, call: 10, routine: 20, social: 40 }))
    expect(problem.needs.map((need) => needLength(need, problem))).toEqual([0.5, 0.5, 1, 2])
  })
})

describe('where there is time for only some', () => {
  /** Three hours of one GP; visits of 30 minutes beside appointments of 15, twelve hours of both. */
  const planned = async (visit: number) => {
    const rows = [
      { need: 'routine', contacts: 24 },
      { need: 'visit', contacts: 12 },
    ]
    const demand = rows.map((row) => ({ site: 'birch', date: '2026-12-03', part: 'am', ...row }))
    const needs = { routine: { within: '1d', weight: 4 }, visit: { within: '1d', weight: visit } }
    const none = { contract: { sessions: 0 } }
    const people = { g1: none, r1: none, n1: none, g2: { contract: { sessions: 1 } } }
    const rules = { 'no-need-left-out': false, 'safe-workload': false, 'minimum-cover': false, 'duty-doctor': false }
    const pins = [{ person: 'g2', date: '2026-12-04', part: 'am', site: 'birch', work: 'clinic' }]
    const { rota } = await rotaOf(week({ demand, needs, people, rules, pins }))
    const minutes = (need: string, each: number) =>
      each *
      rota.clinics.filter((c) => c.need === need && c.patientsOf === 'birch').reduce((sum, c) => sum + c.contacts, 0)
    return { routine: minutes('routine', 15), visit: minutes('visit', 30) }
  }

  it('long contacts that weigh a little more come first, and are not beaten by their minutes', async () => {
    const { routine, visit } = await planned(5)
    expect(visit).toBeGreaterThan(routine)
  })

  it('and those that weigh less come last', async () => {
    const { routine, visit } = await planned(3)
    expect(visit).toBeLessThan(routine)
  })
})
