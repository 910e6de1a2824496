import { describe, expect, it } from 'vitest'
import { together } from '../../solver/rules/together.ts'
import type { Pairing } from '../../src/policy.ts'
import type { Change } from '../hand-made.ts'
import { agreed, amount, asked, fortnight, KEPT, minded, sentences, solved, week } from './played.ts'

const groups = (...lines: Pairing[]) => ({ rules: { together: { groups: lines } } })
const two = (how: Pairing['how'], parts?: readonly string[]): Change =>
  groups({ people: ['g1', 'g2'], how, ...(parts === undefined ? {} : { parts }) })
/** Either GP may work at either practice. */
const MOBILE = { people: { g2: { sites: ['alder', 'birch'] } } }

describe('people who are to work together', () => {
  const here = 'g1 fri-am alder clinic'

  it.each([
    ['when neither works', 'same-site', [], 0],
    ['when both are at one site', 'same-site', [here, 'g2 fri-am alder duty'], 0],
    ['when one works and the other does not', 'same-site', [here], 1],
    ['when they are at two sites', 'same-site', [here, 'g2 fri-am birch clinic'], 1],
    ['when both work, wherever', 'same-session', [here, 'g2 fri-am birch clinic'], 0],
    ['when one works alone', 'same-session', ['g2 fri-am birch clinic'], 1],
    ['when they miss each other by a session', 'same-session', [here, 'g2 fri-pm birch clinic'], 2],
  ] as const)('%s (%s)', async (_, how, assignments, over) => {
    expect(await agreed(together, week({ ...MOBILE, ...two(how) }), { assignments })).toBe(over)
  })

  it('may be three, and are together or not, whoever of them is missing', async () => {
    const three = { ...MOBILE, ...groups({ people: ['g1', 'g2', 'n1'], how: 'same-site' }) }
    const all = [here, 'g2 fri-am alder duty', 'n1 fri-am alder clinic']
    expect(await agreed(together, week(three), { assignments: all })).toBe(0)
    for (const some of [all.slice(1), all.slice(0, 2), [...all.slice(0, 1), ...all.slice(2)], all.slice(2)]) {
      expect(await agreed(together, week(three), { assignments: some })).toBe(1)
    }
  })

  it('are asked for nothing while one of them is away, nor in other parts of the day', async () => {
    const away = { people: { g2: { sites: ['alder', 'birch'], away: [{ from: '2026-12-04', to: '2026-12-04' }] } } }
    expect(await agreed(together, week({ ...away, ...two('same-site') }), { assignments: [here] })).toBe(0)
    const of = (parts: readonly string[]) => week({ ...MOBILE, ...two('same-site', parts) })
    expect(await agreed(together, of(['pm']), { assignments: [here] })).toBe(0)
    expect(await agreed(together, of(['am']), { assignments: [here] })).toBe(1)
  })

  it('stay at home where the other never works at that time', async () => {
    const people = { g2: { sites: ['alder', 'birch'], works: ['thu-am', 'thu-pm', 'fri-pm'] } }
    expect(await agreed(together, week({ people, ...two('same-site') }), { assignments: [here] })).toBe(1)
  })

  it('are looked at in the last session of the last week', () => {
    const problem = fortnight(two('same-session'))
    expect(sentences(together, problem, { assignments: ['g1 fri-pm@2 alder clinic'] })).toEqual([
      'Friday afternoon (Fri 11 Dec): GP 1 works without GP 2, though they are to work at the same times.',
    ])
  })
})

describe('people who are to be kept apart', () => {
  const both = ['g1 fri-am alder clinic', 'g2 fri-am alder duty']
  const apart = ['g1 fri-am alder clinic', 'g2 fri-am birch clinic']

  it.each([
    ['at one site', 'not-same-site', both, 1],
    ['at two sites', 'not-same-site', apart, 0],
    ['at one time', 'not-same-session', apart, 1],
    ['one after the other', 'not-same-session', ['g1 fri-am alder clinic', 'g2 fri-pm alder clinic'], 0],
    ['at one time, one of them on learning that has no time', 'not-same-session', ['g1 fri-am alder clinic'], 0],
  ] as const)('%s (%s)', async (_, how, assignments, over) => {
    expect(await agreed(together, week({ ...MOBILE, ...two(how) }), { assignments })).toBe(over)
  })

  it('count by how many of them are too many', async () => {
    const three = { ...MOBILE, ...groups({ people: ['g1', 'g2', 'n1'], how: 'not-same-site' }) }
    const assignments = [...both, 'n1 fri-am alder clinic']
    expect(await agreed(together, week(three), { assignments })).toBe(2)
  })
})

describe('agreements', () => {
  it('are each for themselves', () => {
    const lines = groups({ people: ['g1', 'g2'], how: 'not-same-session' }, { people: ['g1', 'n1'], how: 'same-site' })
    const assignments = ['g1 fri-am alder clinic', 'g2 fri-am birch clinic']
    expect(amount(together, week(lines), { assignments })).toBe(2)
  })

  it('name who is there and who is not', () => {
    const three = groups(
      { people: ['g1', 'g2', 'n1'], how: 'same-site' },
      { people: ['g1', 'g2', 'n1'], how: 'not-same-session' },
      { people: ['g1', 'n1'], how: 'not-same-site' },
    )
    const assignments = ['g1 fri-am alder clinic', 'n1 fri-am alder clinic']
    expect(sentences(together, week(three), { assignments })).toEqual([
      'Friday morning: GP 1 and Nurse 1 work without GP 2, though they are to work together.',
      'Friday morning: GP 1 and Nurse 1 both work, though they are not to work at the same time.',
      'Friday morning: GP 1 and Nurse 1 are both at Alder Road, though they are to be kept apart.',
    ])
    const all = [...assignments, 'g2 fri-am birch clinic']
    expect(sentences(together, week(three), { assignments: all }).slice(0, 2)).toEqual([
      'Friday morning: GP 1, GP 2 and Nurse 1 are not at the same site, though they are to work together.',
      'Friday morning: GP 1, GP 2 and Nurse 1 all work, though they are not to work at the same time.',
    ])
  })

  it('ask the programme for nothing where there are none', () => {
    expect(asked(together, week())).toEqual({ wishes: 0, definitions: 0 })
    // A row for each of two people and four sessions.
    expect(asked(together, week(two('same-session')))).toEqual({ wishes: 0, definitions: 8 })
    expect(asked(together, week(two('not-same-session')))).toEqual({ wishes: 4, definitions: 0 })
  })

  it.each([
    ['same-session', 'thu-am', 'fri-am'],
    ['not-same-session', 'thu-am', 'thu-am'],
  ] as const)('are kept by the solver, whatever they would rather: %s', async (how, first, second) => {
    const own = (part: string) => ({ contract: { sessions: 1 }, wishes: [{ part, want: 'on' }] })
    const rules = {
      together: { groups: [{ people: ['g1', 'g2'], how }] },
      'duty-doctor': false,
      'minimum-cover': false,
    }
    const people = { g1: own(first), g2: own(second) }
    expect(await solved(together, week({ people, demand: [], rules }))).toEqual(KEPT)
  })

  it('mind where those they name have their learning, in the parts they name', () => {
    expect(minded(together, week())).toEqual([])
    expect(minded(together, week(two('same-site')))).toEqual(['g1', 'g2'])
    expect(minded(together, week(two('same-site', ['pm'])))).toEqual(['g1', 'g2'])
    const people = { g1: { works: ['thu-am', 'fri-am'] } }
    expect(minded(together, week({ people, ...two('same-site', ['pm']) }))).toEqual(['g2'])
  })

  it('may be made rules without exception', async () => {
    const rules = {
      together: { level: 'never', groups: [{ people: ['g1', 'g2'], how: 'not-same-session' }] },
    }
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 40 }]
    expect(await solved(together, week({ ...MOBILE, demand: urgent, rules }))).toMatchObject({ with: 0 })
  })
})
