/** Fairness in a report speaks of the same shares as the rule. */
import { describe, expect, it } from 'vitest'
import { fairnessOf } from '../../solver/report/fairness.ts'
import { fairShares } from '../../solver/rules/fair-shares.ts'
import type { PersonDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { handMade } from '../hand-made.ts'
import { gp, oneSite } from '../one-site.ts'
import { problemOf } from '../solved-week.ts'

const two = (change: Partial<PersonDocument> = {}) => [gp('p1', 'Ann', change), gp('p2', 'Bob')]

function fairness(people: PersonDocument[], assignments: readonly string[], change: Partial<RotaDocument> = {}) {
  const problem = problemOf(oneSite(people, change))
  return Object.fromEntries(fairnessOf(problem, handMade(problem, [...assignments]).assignments))
}

describe('fairness', () => {
  it('holds what each works against the share that their sessions would bring', () => {
    const people = two({ contract: { sessions: 4 } })
    const mondays = ['p1 mon-am A1 clinic', 'p2 mon-am A1 clinic', 'p2 mon-pm A1 duty']
    expect(fairness(people, mondays)).toEqual({ p1: { mondays: 1, duties: 0 }, p2: { mondays: 1, duties: 1.5 } })
  })

  it('takes leave out of somebody’s share', () => {
    // Ann is there for one day of five: a fifth of what is due of Bob.
    const people = two({ away: [{ from: '2026-12-01', to: '2026-12-04' }] })
    const fridays = ['p2 mon-am A1 clinic', 'p2 mon-pm A1 clinic', 'p1 mon-am A1 clinic']
    expect(fairness(people, fridays)).toEqual({ p1: { mondays: 2 }, p2: { mondays: 0.8 } })
  })

  it('leaves out who could not have worked such a session, and who has no peers', () => {
    const people = [...two({ works: ['tue-am', 'wed-am'] }), gp('p3', 'Cat')]
    expect(fairness(people, ['p2 mon-am A1 clinic', 'p3 mon-pm A1 clinic'])).toEqual({
      p1: {},
      p2: { mondays: 1 },
      p3: { mondays: 1 },
    })
    expect(fairness([gp('p1', 'Ann')], ['p1 mon-am A1 clinic'])).toEqual({ p1: {} })
  })

  it('counts no learning and no paperwork', () => {
    expect(fairness(two(), ['p1 mon-am A1 training', 'p1 mon-pm A1 admin', 'p2 mon-am A1 clinic'])).toEqual({
      p1: { mondays: 0 },
      p2: { mondays: 2 },
    })
  })

  it('asks the network from when it is evening, and compares nobody by a contract that has no sessions', () => {
    const parts: RotaDocument['parts'] = [
      { id: 'pm', starts: '14:00', ends: '16:00', days: ['tue'] },
      { id: 'late', starts: '16:30', ends: '18:30', days: ['tue'] },
    ]
    const people = [...two({ contract: { sessions: 2 } }), gp('p3', 'Locum', { contract: { sessions: 0 } })]
    const late = ['p1 tue-late A1 clinic']
    expect(fairness(people, late, { parts })).toEqual({ p1: {}, p2: {}, p3: {} })
    const rules = { 'fair-shares': { eveningFrom: '16:00' } }
    expect(fairness(people, late, { parts, rules })).toMatchObject({ p1: { evenings: 5 }, p3: {} })
  })

  it('is one at the share that the rule calls fair', () => {
    const problem = problemOf(oneSite(two(), { rules: { 'fair-shares': { allowance: 0 } } }))
    const even = handMade(problem, ['p1 mon-am A1 clinic', 'p2 mon-pm A1 clinic'])
    expect(fairShares.check(even, problem)).toEqual([])
    expect([...fairnessOf(problem, even.assignments).values()]).toEqual([{ mondays: 1 }, { mondays: 1 }])
    const uneven = handMade(problem, ['p1 mon-am A1 clinic', 'p1 mon-pm A1 clinic'])
    expect(fairShares.check(uneven, problem)).toMatchObject([{ people: ['p1'] }])
    expect([...fairnessOf(problem, uneven.assignments).values()]).toEqual([{ mondays: 2 }, { mondays: 0 }])
  })
})
