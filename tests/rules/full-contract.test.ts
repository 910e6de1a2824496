import { describe, expect, it } from 'vitest'
import { fullContract } from '../../solver/rules/full-contract.ts'
import { agreed, breaches, fortnight, KEPT, LONG_WEEK, rotaFor, sentences, solved, week } from './played.ts'

const none = { contract: { sessions: 0 } }
const people = { g1: none, g2: none, r1: none, n1: { contract: { sessions: 2 } } }

describe('full contract', () => {
  it('is kept by as many sessions as are due, whatever the work', () => {
    const assignments = ['n1 thu-am alder clinic', 'n1 fri-pm alder admin']
    expect(breaches(fullContract, week({ people }), { assignments })).toEqual([])
  })

  it('is short by each session that is missing', () => {
    const found = breaches(fullContract, week({ people }), {
      assignments: ['n1 thu-am alder clinic', 'g1 thu-pm alder clinic'],
    })
    expect(found).toMatchObject([{ people: ['n1'], amount: 1, week: 0 }])
  })

  it('owes nothing for days of leave', () => {
    const away = { ...people, n1: { ...people.n1, away: [{ from: '2026-12-03', to: '2026-12-03' }] } }
    expect(breaches(fullContract, week({ people: away }), { assignments: ['n1 fri-am alder clinic'] })).toEqual([])
  })

  it('is owed in each week, the last included', () => {
    const assignments = ['n1 thu-am@1 alder clinic', 'n1 fri-pm@1 alder clinic', 'n1 fri-pm@2 alder clinic']
    expect(breaches(fullContract, fortnight({ people }), { assignments })).toMatchObject([{ week: 1, amount: 1 }])
  })

  const evenings = ['mon', 'tue'].map((day) => `n1 ${day}-evening alder clinic`)
  const long = (n1: object) => week({ people: { ...people, n1 }, parts: LONG_WEEK, demand: [] })

  it('is not made up of evenings where core hours have room', async () => {
    const problem = long({ contract: { sessions: 1.8 } })
    const filled = { assignments: ['n1 mon-am alder clinic', ...evenings] }
    expect(await agreed(fullContract, problem, filled)).toBeCloseTo(1.25 * 0.8)
    expect(sentences(fullContract, problem, filled)).toEqual([
      'Nurse 1 works 0.8 sessions in evenings or at weekends in the week, 0.8 more than the contract has there.',
    ])
  })

  it.each([
    ['agreed on top of the contract', { contract: { sessions: 1, flex: 1 } }, 0],
    [
      'in the usual week, which has no more of core hours',
      { contract: { sessions: 1.8 }, works: ['mon-am', 'mon-evening', 'tue-evening'] },
      0,
    ],
  ])('may have evenings that are %s', async (_, n1, over) => {
    expect(await agreed(fullContract, long(n1), { assignments: ['n1 mon-am alder clinic', ...evenings] })).toBeCloseTo(
      over,
    )
  })

  it('is filled up by the solver in core hours, whatever an evening would add', async () => {
    const rules = {
      'minimum-cover': false,
      'duty-doctor': false,
      'enhanced-access': { minutesPerThousand: 0, gpThroughout: false },
    }
    const problem = week({
      people: { ...people, n1: { contract: { sessions: 2.5 } } },
      parts: LONG_WEEK,
      demand: [],
      rules,
    })
    const { assignments } = await rotaFor(problem)
    const hers = assignments.filter((a) => a.person === 'n1').map((a) => problem.horizon.sessions[a.session]?.part)
    expect(hers).toHaveLength(2)
    expect(hers).not.toContain('evening')
  })

  it('is filled by the solver, though sessions cost money', async () => {
    expect(await solved(fullContract, week({ people, demand: [], rules: { 'minimum-cover': false } }))).toEqual(KEPT)
  })
})
