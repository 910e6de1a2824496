/** Whether a change would do, in rotas that break what never bends already. */
import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../solver/explain/causes/scene.ts'
import { obstacleTo } from '../../solver/explain/causes/trial.ts'
import type { PersonDocument } from '../../src/intake/rota-document.ts'
import { handMade } from '../hand-made.ts'
import { problemOf } from '../solved-week.ts'
import { person, practice } from './one-practice.ts'

/** What stands in the way of handing the last assignment of a rota to somebody else. */
function handingTo(to: string, people: readonly PersonDocument[], lines: readonly string[]) {
  const problem = problemOf(practice(people))
  const rota = handMade(problem, lines)
  const last = rota.assignments.slice(-1)
  const change = { off: last, on: last.map((given) => ({ ...given, person: to })) }
  return obstacleTo(sceneOf(problem, rota), change, null)
}

describe('a rule that never bends, and that a rota breaks already', () => {
  const once = { contract: { sessions: 1 } }
  const two = [person('ann', 'Ann', once), person('bob', 'Bob', once)]
  const annTwice = ['ann mon-am alder clinic', 'ann mon-pm alder clinic']

  it('is not kept by overworking one person in place of another', () => {
    const rota = ['bob tue-am alder clinic', ...annTwice]
    expect(handingTo('bob', two, rota)).toEqual({ kind: 'used-up', person: 'bob', week: 0 })
  })

  it('is kept by handing work to somebody who has a session left', () => {
    expect(handingTo('bob', two, annTwice)).toBeUndefined()
  })

  it('is not kept by handing the duty from one who may not hold it to another who may not', () => {
    const physios = ['pat', 'quin'].map((id) => person(id, id, { role: 'physio' }))
    expect(handingTo('quin', physios, ['pat mon-am alder duty'])).toMatchObject({ kind: 'unfit' })
  })
})
