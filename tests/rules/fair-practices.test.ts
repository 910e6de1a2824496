import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { fairPractices } from '../../solver/rules/fair-practices.ts'
import { patientsFirst } from '../../solver/rules/patients-first.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, sentences, solved, week } from './played.ts'

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
      'Birch Lane is served worst: 80.0% of its need is not met, against 50.0% in the whole network.',
    ])
  })

  it('is about shares of need, not numbers of contacts', () => {
    const problem = week({ demand: [bloods('alder', 20), bloods('birch', 10)] })
    expect(breaches(fairPractices, problem, met(10, 5))).toEqual([])
  })

  // Urgent contacts weigh 10 and take 12 minutes, bloods 2 and 15: one of the first counts as four of the second.
  it('weighs each contact by its need and length', () => {
    const urgent = { site: 'birch', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 2 }
    const problem = week({ demand: [bloods('alder', 10), urgent], rules: { 'fair-practices': { allowance: 0 } } })
    expect(amount(fairPractices, problem, met(10, 0))).toBeCloseTo(100 - (100 * 2 * 4) / (10 + 2 * 4))
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

  const back = (need: string) => ({
    roles: { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } },
    needs: { [need]: { followUp: true } },
    demand: [bloods('alder', 8, '2026-12-03'), bloods('birch', 8, '2026-12-03')],
  })
  const urgent = (site: string, contacts: number) => ({
    site,
    need: 'urgent',
    date: '2026-12-04',
    part: 'am',
    contacts,
  })
  const nurse = { assignments: ['n1 thu-am alder clinic'], clinics: ['thu-am alder nurse clinic 8 bloods of alder'] }
  const gp = { assignments: ['g1 fri-pm alder clinic'], clinics: ['fri-pm alder gp clinic 10 urgent of alder'] }
  const waited = {
    demand: [bloods('alder', 10)],
    backlog: [{ site: 'birch', need: 'bloods', waitedDays: 2, contacts: 10 }],
    needs: { routine: { weight: 5 } },
  }

  it.each([
    ['nobody is seen anywhere', { demand: EVEN }, {}, 0],
    ['one practice alone', { demand: EVEN }, met(10, 0), 100 - 50 - 5],
    [
      'urgent need, which is gone by the evening',
      { demand: [urgent('alder', 10), urgent('birch', 30)] },
      gp,
      100 - 75 - 5,
    ],
    ['who waited before, some of whom are seen', waited, met(8, 4), 60 - 40 - 5],
    [
      'urgent patients of last week, who ask again on the first day',
      { demand: EVEN, backlog: [{ site: 'birch', need: 'urgent', waitedDays: 3, contacts: 10 }] },
      met(10, 0),
      100 - (100 * (10 + 10 * 4)) / (10 + 10 + 10 * 4) - 5,
    ],
    ['half of the one practice’s patients come back, and wait', back('routine'), nurse, 100 - 75 - 5],
    ['half of them come back urgently, and are missed', back('urgent'), nurse, 200 - 150 - 5],
  ])('is the same to model and check: %s', async (_, change, played, behind) => {
    expect(await agreed(fairPractices, week(change), played)).toBeCloseTo(behind)
  })

  it('is compared with nobody where one practice asks alone', () => {
    const before = [clinicTime, patientsFirst]
    expect(asked(fairPractices, week({ demand: [bloods('birch', 10)] }), before)).toEqual({ wishes: 0, definitions: 1 })
    // What each practice misses, and by how much it is behind the network.
    expect(asked(fairPractices, week({ demand: EVEN }), before)).toEqual({ wishes: 0, definitions: 2 + 2 })
  })
})
