import { describe, expect, it } from 'vitest'
import { fairShares } from '../../solver/rules/fair-shares.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { handMade } from '../hand-made.ts'
import { oneSite, gp as person } from '../one-site.ts'
import { rotaOf } from '../solved-week.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

const parts = LONG_WEEK
const demand: unknown[] = []
const history = (g1: object, g2: object) => [
  { person: 'g1', sessions: 40, ...g1 },
  { person: 'g2', sessions: 40, ...g2 },
]

describe('fair shares', () => {
  it('allow one session above the share, since a session cannot be split', () => {
    const problem = week({ parts, demand })
    expect(breaches(fairShares, problem, { assignments: ['g1 mon-am alder clinic'] })).toEqual([])
    const two = ['g1 mon-am alder clinic', 'g1 mon-pm alder clinic']
    expect(breaches(fairShares, problem, { assignments: two })).toEqual([])
  })

  it('count the largest excess and the mean excess of what is above that', () => {
    const problem = week({ parts, demand })
    const three = ['am', 'pm', 'evening'].map((part) => `g1 mon-${part} alder clinic`)
    expect(sentences(fairShares, problem, { assignments: three })).toEqual([
      'GP 1 has 3 sessions on Mondays where 1.5 sessions would be a fair share.',
    ])
    expect(amount(fairShares, problem, { assignments: three })).toBeCloseTo(0.5 + 0.25)
  })

  it('go by contracted sessions', () => {
    const people = { g1: { contract: { sessions: 8 } }, g2: { contract: { sessions: 2 } } }
    const three = ['am', 'pm', 'evening'].map((part) => `g1 fri-${part} alder clinic`)
    expect(breaches(fairShares, week({ parts, demand, people }), { assignments: three })).toEqual([])
  })

  it('add what was worked in the past', () => {
    const problem = week({ parts, demand, history: history({ evenings: 6 }, { evenings: 0 }) })
    const evening = ['g1 thu-evening alder clinic']
    expect(amount(fairShares, problem, { assignments: evening })).toBeCloseTo(1.5 * (7 - 3.5 - 1))
    expect(amount(fairShares, problem, { assignments: ['g2 thu-evening birch clinic'] })).toBeCloseTo(1.5 * 1.5)
  })

  it('compare people of one role only, and only those who can work such a session', () => {
    const three = ['am', 'pm', 'evening'].map((part) => `g1 mon-${part} alder clinic`)
    const people = { g2: { works: ['tue-am', 'wed-am'] } }
    expect(breaches(fairShares, week({ parts, demand, people }), { assignments: three })).toEqual([])
    const nurse = ['am', 'pm', 'evening'].map((part) => `n1 mon-${part} alder clinic`)
    expect(breaches(fairShares, week({ parts, demand }), { assignments: nurse })).toEqual([])
  })

  it('share duties within a practice, and Saturdays over the network', () => {
    const duties = ['mon', 'tue', 'wed'].map((day) => `g1 ${day}-am alder duty`)
    expect(amount(fairShares, week({ parts, demand }), { assignments: duties })).toBe(0)
    const together = { g2: { home: 'alder' } }
    expect(amount(fairShares, week({ parts, demand, people: together }), { assignments: duties })).toBeCloseTo(0.75)
    const saturdays = ['g1 sat-am@1 alder clinic', 'g1 sat-am@2 alder clinic']
    const past = history({ saturdays: 1 }, {})
    expect(amount(fairShares, fortnight({ parts, demand, history: past }), { assignments: saturdays })).toBeCloseTo(
      0.75,
    )
  })

  it('run through all weeks of the rota', () => {
    const fridays = ['g1 fri-am@1 alder clinic', 'g1 fri-pm@1 alder clinic', 'g1 fri-pm@2 alder clinic']
    expect(amount(fairShares, fortnight({ parts, demand }), { assignments: fridays })).toBeCloseTo(0.75)
    const shared = [...fridays.slice(0, 2), 'g2 fri-pm@2 birch clinic']
    expect(amount(fairShares, fortnight({ parts, demand }), { assignments: shared })).toBe(0)
  })

  it('count an evening from the hour that the network names', () => {
    const late = ['am', 'pm', 'evening'].map((part) => `g1 wed-${part} alder clinic`)
    const problem = week({ parts, demand, rules: { 'fair-shares': { eveningFrom: '08:00', allowance: 0 } } })
    expect(amount(fairShares, problem, { assignments: late })).toBeCloseTo(1.5 + 0.75)
  })

  it('are kept by the solver', async () => {
    const contracts = { g1: { contract: { sessions: 3.4 } }, g2: { contract: { sessions: 3.4 } } }
    const people = {
      g1: { ...contracts.g1, wishes: [{ part: 'mon-pm', want: 'on' }] },
      g2: {
        ...contracts.g2,
        wishes: [
          { part: 'mon-am', want: 'off' },
          { part: 'mon-pm', want: 'off' },
        ],
      },
    }
    const past = history({ mondays: 4 }, { mondays: 2 })
    const problem = week({ parts: parts.slice(0, 2), demand, people, history: past })
    expect(await solved(fairShares, problem)).toEqual(KEPT)
  })

  it('give fewer evenings to whoever has had many', async () => {
    const evenings = async (g1: number, g2: number) => {
      const past = history({ evenings: g1 }, { evenings: g2 })
      // Nothing is due: whoever comes in does it because a GP has to be there.
      const asked = { contract: { sessions: 0, flex: 2 } }
      const people = { g1: asked, g2: asked }
      const rules = { 'enhanced-access': { minutesPerThousand: 0 }, 'duty-doctor': false, 'minimum-cover': false }
      const problem = week({ parts: parts.slice(0, 3), demand, history: past, people, rules })
      const { rota } = await rotaOf(problem)
      return ['g1', 'g2'].map(
        (person) =>
          rota.assignments.filter((a) => a.person === person && problem.horizon.sessions[a.session]?.part === 'evening')
            .length,
      )
    }
    const before = await evenings(4, 4)
    expect(before.toSorted()).toEqual([2, 3])
    expect(await evenings(9, 0)).toEqual([0, 5])
    expect(await evenings(0, 9)).toEqual([5, 0])
  })

  it('take no notice of learning that has no time of its own', () => {
    const problem = week({ parts, demand, rules: { 'fair-shares': { allowance: 0 } } })
    const rota = handMade(problem, ['g1 mon-am alder training'])
    expect(fairShares.check(rota, problem)).toEqual([])
  })

  it.each([
    [
      'three sessions of a Monday',
      {},
      ['mon-am', 'mon-pm', 'mon-evening'].map((slot) => `g1 ${slot} alder clinic`),
      0.75,
    ],
    [
      'three duties',
      { people: { g2: { home: 'alder' } } },
      ['mon', 'tue', 'wed'].map((day) => `g1 ${day}-am alder duty`),
      0.75,
    ],
    [
      'three clinics are no duties',
      { people: { g2: { home: 'alder' } } },
      ['mon', 'tue', 'wed'].map((day) => `g1 ${day}-am alder clinic`),
      0,
    ],
    [
      'evenings on top of past ones',
      { history: history({ evenings: 6 }, {}) },
      ['g1 thu-evening alder clinic'],
      1.5 * 2.5,
    ],
  ])('are the same to model and check: %s', async (_, change, assignments, over) => {
    expect(await agreed(fairShares, week({ parts, demand, ...change }), { assignments })).toBeCloseTo(over)
  })

  it('are no matter to the model where nobody can have more than is allowed', () => {
    // Two Mondays and two Fridays for either of two GPs: one above the share at most.
    expect(asked(fairShares, week({ parts: parts.slice(0, 2), demand }))).toEqual({ wishes: 0, definitions: 0 })
    // Mondays, Fridays and evenings, each with a sum, and for either GP the excess and that it is no more than the largest.
    expect(asked(fairShares, week({ parts: parts.slice(0, 3), demand })).definitions).toBe(3 * (1 + 2 * 2))
  })

  it('start their evenings on the hour that the network names', () => {
    const rules = { 'fair-shares': { eveningFrom: '18:30' } }
    const three = ['mon', 'tue', 'wed'].map((day) => `g1 ${day}-evening alder clinic`)
    expect(sentences(fairShares, week({ parts, demand, rules }), { assignments: three })).toEqual([
      'GP 1 has 3 sessions in the evening where 1.5 sessions would be a fair share.',
    ])
  })
})

describe('whoever joined since', () => {
  const evenings = (who: string, n: number) =>
    ['mon', 'tue', 'wed', 'thu', 'fri'].slice(0, n).map((day) => `${who} ${day}-evening alder clinic`)
  const together = { g2: { home: 'alder' } }
  const of = (past: object[], played: string[], change: object = {}) =>
    agreed(fairShares, week({ parts, demand, people: together, history: past, ...change }), { assignments: played })

  it('has half of the evenings to come, whatever the colleague did before', async () => {
    for (const past of [0, 10, 60]) {
      const alone = [{ person: 'g1', evenings: past, sessions: 200 }]
      expect(await of(alone, [...evenings('g1', 2), ...evenings('g2', 2)])).toBe(0)
      expect(await of(alone, evenings('g2', 4))).toBeCloseTo(1.5)
      expect(await of(alone, evenings('g1', 4))).toBeCloseTo(1.5)
    }
  })

  it('is compared over the weeks since, in which the colleague did as many as in others', async () => {
    // 24 evenings of the colleague in twelve weeks: 8 in the latest four, to which the newcomer added none.
    const old = { person: 'g1', evenings: 24, sessions: 48, weeks: 12 }
    const since = { person: 'g2', evenings: 0, sessions: 16, weeks: 4 }
    // The colleague is four ahead already, which five evenings of the newcomer do not quite make even.
    expect(await of([old, since], evenings('g2', 5))).toBeCloseTo(1.5 * (4 - 2.5 - 1))
    expect(await of([old, since], evenings('g1', 1))).toBeCloseTo(1.5 * (4 + 1 - 0.5 - 1))
    expect(await of([{ ...old, weeks: 4 }, since], evenings('g1', 1))).toBeCloseTo(1.5 * (6 + 1 - 0.5 - 1))
  })

  it('is compared with a count that somebody has kept, where there is one', async () => {
    const old = { person: 'g1', evenings: 20, sessions: 48, weeks: 12, fair: { evenings: 20 } }
    const since = { person: 'g2', evenings: 4, sessions: 16, weeks: 4, fair: { evenings: 4 } }
    expect(await of([old, since], evenings('g1', 3))).toBeCloseTo(1.5 * (3 - 1.5 - 1))
    expect(await of([old, { ...since, fair: { evenings: 6 } }], evenings('g2', 3))).toBe(0)
  })

  it('or is back after a long time away is expected to do what is due from them in this rota', async () => {
    const away = [{ from: '2026-11-30', to: '2026-12-02' }]
    const both = (g2: object) => ({ people: { g2: { ...together.g2, ...g2 } } })
    const shared = [...evenings('g1', 4), 'g2 fri-evening alder clinic']
    expect(await of([], shared, both({}))).toBeCloseTo(1.5 * (4 - 2.5 - 1))
    // Two days of five are left: due are two fifths of the contract.
    expect(await of([], shared, both({ away }))).toBe(0)
  })

  it('without a contract goes by what was agreed on top of it', async () => {
    const flex = (g1: number, g2: number) => ({
      people: {
        g1: { contract: { sessions: 0, flex: g1 } },
        g2: { ...together.g2, contract: { sessions: 0, flex: g2 } },
      },
    })
    expect(await of([], evenings('g1', 4), flex(9, 1))).toBe(0)
    expect(await of([], evenings('g1', 4), flex(5, 5))).toBeCloseTo(1.5)
    expect(await of([], evenings('g1', 4), flex(0, 0))).toBeCloseTo(1.5)
  })
})

describe('two GPs of one contract, one of whom joined today', () => {
  const joiner = (days: readonly ('mon' | 'wed')[], past: number) =>
    readDocument(
      oneSite(
        [
          person('p1', 'Old hand', { contract: { sessions: 4 } }),
          person('p2', 'Joined today', { contract: { sessions: 4 } }),
        ],
        {
          week: { from: '2026-11-30', weeks: 4 },
          parts: [
            { id: 'am', starts: '08:30', ends: '12:40', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
            { id: 'evening', starts: '18:30', ends: '20:00', days: [...days], enhancedAccess: true, counts: 0.4 },
          ],
          history: [{ person: 'p1', evenings: past, sessions: 200 }],
          rules: {
            'duty-doctor': false,
            'enhanced-access': { minutesPerThousand: 0 },
            'minimum-cover': { cover: [{ people: 1 }, { people: 1, parts: ['evening'] }] },
          },
        },
      ),
      ruleBook(),
    )

  it.each([
    ['lighter than the colleague’s', ['mon', 'wed'] as const, 10, 4],
    ['heavier', ['wed'] as const, 60, 2],
  ])('share the evenings, with a past that was %s', async (_, days, past, half) => {
    const problem = joiner(days, past)
    const { rota, audit } = await rotaOf(problem)
    expect(audit.agrees).toBe(true)
    const held = ['p1', 'p2'].map(
      (id) =>
        rota.assignments.filter((a) => a.person === id && problem.horizon.sessions[a.session]?.part === 'evening')
          .length,
    )
    expect(Math.abs((held[0] ?? 0) - half)).toBeLessThanOrEqual(1)
    expect(Math.abs((held[1] ?? 0) - half)).toBeLessThanOrEqual(1)
  })
})
