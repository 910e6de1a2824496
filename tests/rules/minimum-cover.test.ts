import { describe, expect, it } from 'vitest'
import { minimumAt, minimumCover } from '../../solver/rules/minimum-cover.ts'
import { rooms } from '../../solver/rules/rooms.ts'
import { agreed, amount, breaches, fortnight, KEPT, LONG_WEEK, solved, week } from './played.ts'

const listed = (...cover: object[]) => ({ 'minimum-cover': { cover } })
const FRIDAY = [{ id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] }]

describe('minimum cover', () => {
  it('is one person for every 4,000 patients, and one at least', () => {
    const problem = week({ parts: FRIDAY, demand: [] })
    const assignments = ['g1 fri-pm alder duty', 'n1 fri-pm alder clinic', 'g2 fri-pm birch visits']
    expect(breaches(minimumCover, problem, { assignments })).toEqual([])
    expect(breaches(minimumCover, problem, { assignments: assignments.slice(1) })).toMatchObject([
      { site: 'alder', amount: 1 },
    ])
  })

  it('does not count learning, paperwork and the telephone', () => {
    const problem = week({ parts: FRIDAY, demand: [], rules: listed({ people: 1, sites: ['birch'] }) })
    const assignments = ['g1 fri-pm birch admin', 'n1 fri-pm birch training', 'g2 fri-pm birch clinic remote']
    expect(amount(minimumCover, problem, { assignments })).toBe(1)
  })

  it('is asked in core sessions in which the site is open, unless the network names others', async () => {
    const closed = [{ date: '2026-12-04', why: 'Learning afternoon', parts: ['pm'] }]
    expect(breaches(minimumCover, week({ parts: FRIDAY, demand: [], closed }), {})).toEqual([])
    const parts = LONG_WEEK.slice(3)
    expect(breaches(minimumCover, week({ parts, demand: [] }), {})).toEqual([])
    const saturdays = week({ parts, demand: [], rules: listed({ people: 1, parts: ['sat-am'], sites: ['alder'] }) })
    expect(await agreed(minimumCover, saturdays, {})).toBe(1)
  })

  it('by role is not kept by other roles', () => {
    const rules = listed({ people: 1, role: 'nurse', sites: ['birch'] })
    const problem = fortnight({ parts: FRIDAY, demand: [], rules })
    const assignments = ['n1 fri-pm@1 birch clinic', 'g2 fri-pm@2 birch clinic']
    expect(breaches(minimumCover, problem, { assignments })).toMatchObject([{ session: 1, role: 'nurse', amount: 1 }])
  })

  it('is what a rota shows behind its stroke: all roles together, or the number for anybody', () => {
    const rules = listed({ people: 2 }, { people: 2, role: 'gp' }, { people: 1, role: 'nurse' })
    expect(minimumAt(week({ parts: FRIDAY, demand: [], rules }), 'alder', 0)).toBe(3)
    expect(minimumAt(week({ parts: FRIDAY, demand: [] }), 'alder', 0)).toBe(2)
  })

  it('is found by the solver', async () => {
    const wishes = [{ part: 'fri-pm', want: 'off' }]
    const people = { g1: { wishes }, g2: { wishes }, n1: { wishes } }
    const rules = { 'duty-doctor': false }
    expect(await solved(minimumCover, week({ parts: FRIDAY, demand: [], people, rules }))).toEqual(KEPT)
  })

  const birch = { sites: ['birch'], parts: ['pm'], dates: ['2026-12-04'] }
  const [g1, g2, n1] = ['g1 fri-pm birch clinic', 'g2 fri-pm birch clinic', 'n1 fri-pm birch clinic']

  it.each([
    ['by as many as are asked for', { people: 2 }, [g1, 'n1 fri-pm birch clinic'], 0],
    ['short by each further one', { people: 3 }, [g1], 2],
    ['each counting as the list says', { people: 3, weight: 2 }, [g1], 4],
    ['or not at all', { people: 3, weight: 0 }, [g1], 0],
    ['not by telephone', { people: 1 }, [`${n1} remote`], 1],
    ['by the role that is asked for', { people: 1, role: 'gp' }, [g1, `${n1} remote`], 0],
    ['not by another', { people: 1, role: 'gp' }, [n1], 1],
    ['by that role in the building', { people: 1, role: 'gp' }, [g1, `${g2} remote`], 0],
    ['and not only by telephone', { people: 1, role: 'gp' }, [`${g2} remote`, n1], 1],
    ['whoever else is on the telephone', { people: 1, role: 'nurse' }, [`${g2} remote`, n1], 0],
  ])('is kept, or not, for model and check alike: %s', async (_, cover, assignments, missing) => {
    const problem = week({ needs: { bloods: { remote: 0.5 } }, rules: listed({ ...birch, ...cover }) })
    expect(await agreed(minimumCover, problem, { assignments, company: [rooms] })).toBe(missing)
  })

  it('that weighs nothing is no breach', () => {
    expect(breaches(minimumCover, week({ rules: listed({ people: 1, weight: 0 }) }), {})).toEqual([])
  })

  it('is shown for the session that is looked at', () => {
    const problem = week({ rules: listed({ people: 2, parts: ['am'] }, { people: 1, parts: ['pm'] }) })
    expect([0, 1].map((session) => minimumAt(problem, 'alder', session))).toEqual([2, 1])
  })
})
