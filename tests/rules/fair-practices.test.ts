import { describe, expect, it } from 'vitest'
import { fairPractices } from '../../solver/rules/fair-practices.ts'
import { amount, breaches, fortnight, KEPT, sentences, solved, week } from './played.ts'

const bloods = (site: string, contacts: number, date = '2026-12-04') => ({
  site,
  need: 'bloods',
  date,
  part: 'am',
  contacts,
})
const EVEN = [bloods('alder', 10), bloods('birch', 10)]
const met = (alder: number, birch: number) => ({
  assignments: ['n1 fri-pm alder clinic'],
  clinics: [`fri-pm alder nurse clinic ${alder} bloods of alder`, `fri-pm alder nurse clinic ${birch} bloods of birch`],
})

describe('fairness between practices', () => {
  it('allows five points', () => {
    expect(breaches(fairPractices, week({ demand: EVEN }), met(6, 5))).toEqual([])
    expect(amount(fairPractices, week({ demand: EVEN }), met(6, 4))).toBeCloseTo(5)
  })

  it('names the practice that is served worst, with its share and the network’s', () => {
    expect(sentences(fairPractices, week({ demand: EVEN }), met(8, 2))).toEqual([
      'Birch Lane is served worst: 80.0 % of its need is not met, against 50.0 % in the whole network.',
    ])
  })

  it('is about shares of need, not numbers of contacts', () => {
    const problem = week({ demand: [bloods('alder', 20), bloods('birch', 10)] })
    expect(breaches(fairPractices, problem, met(10, 5))).toEqual([])
  })

  it('weighs each contact by its need', () => {
    const urgent = { site: 'birch', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 2 }
    const problem = week({ demand: [bloods('alder', 10), urgent], rules: { 'fair-practices': { allowance: 0 } } })
    expect(amount(fairPractices, problem, met(10, 0))).toBeCloseTo(50)
  })

  it('counts what waited already, and leaves out practices where nobody asks', () => {
    const backlog = [{ site: 'birch', need: 'bloods', waitedDays: 2, contacts: 10 }]
    const problem = week({ demand: [bloods('alder', 10)], backlog })
    expect(amount(fairPractices, problem, met(10, 0))).toBeCloseTo(45)
    expect(breaches(fairPractices, week({ demand: [bloods('alder', 10)] }), met(5, 0))).toEqual([])
  })

  it('looks at the whole rota: what waits after one week may be met by the last session of the next', () => {
    const problem = fortnight({ demand: EVEN })
    const later = {
      assignments: ['n1 fri-pm@1 alder clinic', 'n1 fri-pm@2 birch clinic'],
      clinics: ['fri-pm@1 alder nurse clinic 10 bloods of alder', 'fri-pm@2 birch nurse clinic 10 bloods of birch'],
    }
    expect(breaches(fairPractices, problem, later)).toEqual([])
  })

  it('sends a shared nurse where need is greatest, if it costs the others little', async () => {
    const needs = { bloods: { within: '9d' } }
    const people = { n1: { contract: { sessions: 1 }, works: ['thu-am'] } }
    const demand = [bloods('alder', 24, '2026-12-03'), bloods('birch', 24, '2026-12-03')]
    const rules = { 'fair-practices': { allowance: 0, weight: 0.001 } }
    const problem = week({ demand, needs, people, rules })
    expect(await solved(fairPractices, problem)).toEqual({ ...KEPT, with: expect.closeTo(0) })
  })
})
