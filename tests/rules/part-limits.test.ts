import { describe, expect, it } from 'vitest'
import { partLimits } from '../../solver/rules/part-limits.ts'
import { agreed, amount, asked, fortnight, KEPT, minded, sentences, solved, week } from './played.ts'

const limits = (...lines: object[]) => ({ rules: { 'part-limits': { limits: lines } } })
const both = ['g1 thu-pm alder clinic', 'g1 fri-pm alder duty', 'g2 thu-pm birch clinic', 'g2 fri-pm birch clinic']

describe('a limit on parts of the day', () => {
  it.each([
    ['of one person holds them alone', { person: 'g1' }, 1],
    ['of a role holds each of its people', { role: 'gp' }, 2],
    ['of nobody in particular holds everybody', {}, 2],
    ['of a person in a role they do not have holds nobody', { person: 'g1', role: 'nurse' }, 0],
    ['of a person in their role holds them', { person: 'g2', role: 'gp' }, 1],
    ['of somebody who keeps it holds', { person: 'n1' }, 0],
  ])('%s', async (_, who, over) => {
    const problem = week(limits({ ...who, parts: ['pm'], sessions: 1 }))
    expect(await agreed(partLimits, problem, { assignments: both })).toBe(over)
  })

  it('counts the parts it names, over all weeks', async () => {
    const problem = fortnight(limits({ person: 'g1', parts: ['pm'], sessions: 1 }))
    const assignments = ['g1 thu-pm@1 alder clinic', 'g1 fri-am@1 alder clinic', 'g1 fri-pm@2 alder clinic']
    expect(await agreed(partLimits, problem, { assignments })).toBe(1)
    expect(sentences(partLimits, problem, { assignments })).toEqual([
      'GP 1 works 2 afternoon sessions, where at most 1 were agreed.',
    ])
  })

  it('may be none at all', () => {
    const problem = week(limits({ person: 'g1', parts: ['am', 'pm'], sessions: 0 }))
    expect(amount(partLimits, problem, { assignments: both })).toBe(2)
  })

  it('is asked of those it names, and of nobody where there is none', () => {
    expect(asked(partLimits, week())).toEqual({ wishes: 0, definitions: 0 })
    expect(asked(partLimits, week(limits({ person: 'g1', parts: ['pm'], sessions: 1 }))).wishes).toBe(1)
  })

  it('is kept by the solver', async () => {
    const people = {
      g1: { contract: { sessions: 2 }, wishes: ['thu-pm', 'fri-pm'].map((part) => ({ part, want: 'on' })) },
    }
    const rules = {
      ...limits({ person: 'g1', parts: ['pm'], sessions: 1 }).rules,
      'duty-doctor': false,
      'minimum-cover': false,
    }
    expect(await solved(partLimits, week({ people, demand: [], rules }))).toEqual(KEPT)
  })

  it('minds where those it holds have their learning, in the parts it names', () => {
    const those = (who: object, change: object = {}) =>
      minded(partLimits, week({ ...change, ...limits({ ...who, parts: ['pm'], sessions: 1 }) }))
    expect(those({})).toEqual(['g1', 'g2', 'r1', 'n1'])
    expect(those({ role: 'gp' })).toEqual(['g1', 'g2'])
    expect(those({ person: 'g2' })).toEqual(['g2'])
    expect(those({ person: 'g2', role: 'nurse' })).toEqual([])
    expect(those({ role: 'gp' }, { people: { g1: { works: ['thu-am', 'fri-am'] } } })).toEqual(['g2'])
  })

  it('of somebody whom nobody knows binds nobody, and is remarked on where it stands', () => {
    const { remarks } = week(limits({ person: 'g9', parts: ['pm'], sessions: 1 }))
    expect(remarks).toMatchObject([{ pointer: '/rules/part-limits/limits/0/person' }])
  })
})
