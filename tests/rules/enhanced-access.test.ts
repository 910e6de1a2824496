import { describe, expect, it } from 'vitest'
import { enhancedAccess } from '../../solver/rules/enhanced-access.ts'
import { rooms } from '../../solver/rules/rooms.ts'
import { agreed, amount, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

/** One Saturday morning a week, on which 172.8 minutes are owed: what one GP has for patients in four hours. */
const parts = LONG_WEEK.filter((part) => part.id === 'am' || part.id === 'sat-am')
const demand: unknown[] = []
/** The five mornings are due, a sixth session may be asked for. */
const flexible = { g1: { contract: { sessions: 5, flex: 1 } }, g2: { contract: { sessions: 5 } } }
const owed = (minutesPerThousand: number, more = {}) => ({ 'enhanced-access': { minutesPerThousand, ...more } })

describe('enhanced access', () => {
  it('is kept to the minute by one GP', () => {
    const problem = week({ parts, demand, rules: owed(14.4) })
    expect(breaches(enhancedAccess, problem, { assignments: ['g1 sat-am alder clinic'] })).toEqual([])
  })

  it('is short by what is missing, in sessions of four hours', async () => {
    const problem = week({ parts, demand, rules: owed(34.4) })
    expect(await agreed(enhancedAccess, problem, { assignments: ['g1 sat-am alder clinic'] })).toBeCloseTo(1)
  })

  it('does not count what happens in core hours', () => {
    const problem = week({ parts, demand, rules: owed(14.4) })
    expect(sentences(enhancedAccess, problem, { assignments: ['g1 fri-am alder clinic'] })).toEqual([
      'Saturday morning: no GP is in any building of the network.',
      'Evenings and Saturdays of the week offer 0 hours of appointments, where 2.9 hours are owed.',
    ])
  })

  it('does not count whoever supervises, learns or writes then', () => {
    const rules = owed(14.4)
    const pins = [{ person: 'g1', date: '2026-12-05', part: 'sat-am', site: 'alder', work: 'admin' }]
    const problem = week({ parts, demand, pins, rules })
    expect(amount(enhancedAccess, problem, { assignments: ['g1 sat-am alder admin'] })).toBeCloseTo(1.72)
    expect(amount(enhancedAccess, problem, { assignments: ['g1 sat-am alder supervision'] })).toBeCloseTo(0.72)
  })

  it('of a duty doctor counts as much as a duty leaves for patients', () => {
    const problem = week({ parts, demand, rules: owed(14.4) })
    expect(amount(enhancedAccess, problem, { assignments: ['g1 sat-am alder duty'] })).toBeCloseTo(0.2 * 0.72)
  })

  it('counts weighted patients', async () => {
    const sites = { alder: { adjustedPatients: 20000 } }
    expect(await agreed(enhancedAccess, week({ parts, demand, sites, rules: owed(10) }), {})).toBeCloseTo(1 + 1)
  })

  it('is owed again in the second week', () => {
    const problem = fortnight({ parts, demand, rules: owed(14.4) })
    const both = ['g1 sat-am@1 alder clinic', 'g2 sat-am@2 birch clinic']
    expect(breaches(enhancedAccess, problem, { assignments: both })).toEqual([])
    const twice = ['g1 sat-am@1 alder clinic', 'g2 sat-am@1 birch clinic']
    expect(breaches(enhancedAccess, problem, { assignments: twice })).toMatchObject([
      { amount: 1, session: 11 },
      { week: 1, amount: expect.closeTo(0.72) },
    ])
  })

  it('is not owed in a week whose evenings and Saturdays are all closed', () => {
    const closed = [{ date: '2026-12-05', why: 'Refurbishment' }]
    expect(breaches(enhancedAccess, week({ parts, demand, closed }), {})).toEqual([])
  })

  describe('lost to a closure', () => {
    const saturdays = { parts, demand, rules: owed(14.4), closed: [{ date: '2026-12-05', why: 'Bank holiday' }] }
    const [one, two] = ['g1 sat-am@2 alder clinic', 'g2 sat-am@2 birch clinic']

    it('is made up in the week after', () => {
      expect(breaches(enhancedAccess, fortnight(saturdays), { assignments: [one, two] })).toEqual([])
      expect(sentences(enhancedAccess, fortnight(saturdays), { assignments: [one] })).toEqual([
        'Evenings and Saturdays of week 2 offer 2.9 hours of appointments, where 5.8 hours are owed, 2.9 hours of them for what was closed the week before.',
      ])
    })

    it.each([
      [[one, two], 0],
      [[one], 0.72],
      [[], 1.44],
    ])('is the same to model and check where a whole week is closed: %j', async (assignments, short) => {
      const problem = fortnight({ ...saturdays, rules: owed(14.4, { gpThroughout: false }) })
      expect(await agreed(enhancedAccess, problem, { assignments })).toBeCloseTo(short)
    })

    it('is owed in full where one practice alone is closed', () => {
      const closed = [{ date: '2026-12-05', why: 'Learning', sites: ['birch'] }]
      expect(breaches(enhancedAccess, week({ parts, demand, rules: owed(14.4), closed }), {})).toMatchObject([
        { session: 5 },
        { amount: expect.closeTo(0.72) },
      ])
    })

    /** Evenings from Monday to Friday and a Saturday: 90 of 690 minutes are lost with an evening. */
    const evening = { parts: LONG_WEEK, demand, closed: [{ date: '2026-11-30', why: 'Holiday', parts: ['evening'] }] }
    const rules = owed(14.4, { gpThroughout: false })
    const kept = (172.8 * 600) / 690 / 240
    const missed = (172.8 * 90) / 690 / 240

    it.each([
      ['nobody offers anything', [], [], kept + missed + 0.72],
      ['the week offers what is left of it', ['g1 sat-sat-am@1 alder clinic'], [], 0.72],
      ['a week that offers nothing leaves what it lost', [], ['g1 sat-sat-am@2 alder clinic'], kept + missed],
    ])('is the same to model and check: %s', async (_, first, second, short) => {
      const problem = fortnight({ ...evening, rules })
      const assignments = [...first, ...second]
      const found = breaches(enhancedAccess, problem, { assignments }).filter((b) => b.week !== undefined)
      expect(found.reduce((sum, b) => sum + b.amount, 0)).toBeCloseTo(short)
      expect(await agreed(enhancedAccess, problem, { assignments })).toBeCloseTo(short)
    })

    it('after the weeks planned is for the next ones', () => {
      const closed = [{ date: '2026-12-07', why: 'Holiday', parts: ['evening'] }]
      const problem = fortnight({ ...evening, closed, rules })
      const found = breaches(enhancedAccess, problem, { assignments: ['g1 sat-sat-am@1 alder clinic'] })
      expect(found).toMatchObject([{ week: 1, amount: expect.closeTo(kept) }])
    })
  })

  it('is what the contract of the year asks, where the network sets nothing', () => {
    expect(breaches(enhancedAccess, week({ parts, demand }), {})).toMatchObject([
      { session: 5 },
      { figures: { owed: expect.closeTo(60 * 12) } },
    ])
  })

  it('wants a GP only where anybody works, where the network says so', () => {
    const problem = week({ parts: LONG_WEEK, demand, rules: owed(0, { gpThroughout: false }) })
    expect(breaches(enhancedAccess, problem, {})).toEqual([])
    expect(sentences(enhancedAccess, problem, { assignments: ['n1 tue-evening alder clinic'] })).toEqual([
      'Tuesday evening: no GP is in any building of the network.',
    ])
    const withGp = ['n1 tue-evening alder clinic', 'g2 tue-evening birch clinic']
    expect(breaches(enhancedAccess, problem, { assignments: withGp })).toEqual([])
  })

  it('has its GP in whoever is on duty or supervises there, and not in who is out on visits', async () => {
    const rules = owed(0)
    for (const [work, found] of [
      ['duty', 0],
      ['supervision', 0],
      ['visits', 1],
    ] as const) {
      const pins = [{ person: 'g1', date: '2026-12-05', part: 'sat-am', site: 'alder', work }]
      const people = { ...flexible, g2: { contract: { sessions: 0 } } }
      const problem = week({ parts, demand, pins, people, rules })
      expect(await solved(enhancedAccess, problem), work).toEqual({ with: found, without: found })
    }
  })

  it('brings people in who would otherwise be off', async () => {
    const problem = week({ parts, demand, people: flexible, rules: owed(14.4) })
    expect(await solved(enhancedAccess, problem)).toEqual(KEPT)
  })

  it('brings a GP to whoever works in the evening', async () => {
    const pins = [{ person: 'n1', date: '2026-12-05', part: 'sat-am', site: 'alder', work: 'clinic' }]
    const problem = week({ parts, demand, pins, people: flexible, rules: owed(0, { gpThroughout: false }) })
    expect(await solved(enhancedAccess, problem)).toEqual(KEPT)
  })

  const saturday = { date: '2026-12-05', part: 'sat-am', site: 'alder' }
  const closed = [{ date: '2026-12-05', why: 'Refurbishment', sites: ['alder'] }]
  const whereAnybody = { rules: owed(0, { gpThroughout: false }) }

  it.each([
    ['by a GP in the building', {}, ['g1 sat-am birch clinic'], 0],
    ['not by a GP at home', {}, ['g1 sat-am birch clinic remote'], 1],
    ['by one of two', {}, ['g1 sat-am birch clinic', 'g2 sat-am birch clinic remote'], 0],
    ['whoever else is at home', {}, ['g1 sat-am birch clinic', 'n1 sat-am birch clinic remote'], 0],
    ['not by a nurse', {}, ['n1 sat-am birch clinic'], 1],
    ['at the practice that is open', { closed }, ['g1 sat-am birch clinic'], 0],
    ['not less where one practice is closed', { closed }, [], 1],
    ['by nobody, for nobody', whereAnybody, [], 0],
    ['not where a nurse is alone', whereAnybody, ['n1 sat-am birch clinic'], 1],
    [
      'by nobody, while paperwork is done',
      { ...whereAnybody, pins: [{ ...saturday, person: 'n1', work: 'admin' }] },
      ['n1 sat-am alder admin'],
      0,
    ],
    [
      'in minutes at home as in the building',
      { rules: owed(28.8) },
      ['g1 sat-am birch clinic', 'g2 sat-am birch clinic remote'],
      0,
    ],
    ['not in more minutes', { rules: owed(38.8) }, ['g1 sat-am birch clinic', 'g2 sat-am birch clinic remote'], 0.5],
  ])('is kept, or not, for model and check alike: %s', async (_, change, assignments, short) => {
    const problem = week({ parts, demand, needs: { bloods: { remote: 0.5 } }, rules: owed(0), ...change })
    expect(await agreed(enhancedAccess, problem, { assignments, company: [rooms] })).toBeCloseTo(short)
  })
})
