import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { qualified } from '../../solver/rules/qualified.ts'
import { sessionsInADay } from '../../solver/rules/sessions-in-a-day.ts'
import { agreed, fortnight, KEPT, LONG_WEEK, minded, sentences, solved, week, written } from './played.ts'

const parts = LONG_WEEK.slice(0, 3)
const demand: unknown[] = []
const atMost = (most: unknown, more = {}) => ({ 'sessions-in-a-day': { atMost: most, ...more } })
const day = (person: string, ...slots: string[]) => slots.map((slot) => `${person} ${slot} alder clinic`)

describe('sessions in a day', () => {
  it.each([
    ['as many as there are, where nobody asks', {}, day('g1', 'fri-am', 'fri-pm', 'fri-evening'), 0],
    ['as many as were agreed', atMost(2), day('g1', 'fri-am', 'fri-evening', 'thu-pm'), 0],
    ['each one more counts', atMost(1), day('g1', 'fri-am', 'fri-pm', 'fri-evening'), 2],
    ['of a role with its own number', atMost({ gp: 1 }), day('g1', 'thu-am', 'thu-pm'), 1],
    ['and of one without', atMost({ gp: 1 }), day('n1', 'thu-am', 'thu-pm'), 0],
    ['of two people', atMost(1), [...day('g1', 'fri-am'), ...day('n1', 'fri-pm')], 0],
    ['paperwork is work', atMost(1), ['g1 fri-am alder clinic', 'g1 fri-pm alder admin'], 1],
  ])('are the same to model and check: %s', async (_, rules, assignments, over) => {
    expect(await agreed(sessionsInADay, week({ parts, demand, rules }), { assignments })).toBe(over)
  })

  it('name the day on which there were too many, the last included', () => {
    const problem = fortnight({ parts, demand, rules: atMost(1) })
    expect(sentences(sessionsInADay, problem, { assignments: day('g1', 'fri-am@2', 'fri-pm@2') })).toEqual([
      'GP 1 works 2 sessions on Friday (Fri 11 Dec), 1 more than was agreed.',
    ])
  })

  it('let other rules count sessions for days only where nobody may ever work two', () => {
    const held = (rules: Record<string, unknown>) => {
      const { draft } = written(sessionsInADay, week({ parts, demand, rules }))
      return ['g1', 'n1'].filter((person) => draft.days.holdsOneSession(person))
    }
    expect(held(atMost(1, { level: 'never' }))).toEqual(['g1', 'n1'])
    expect(held(atMost({ nurse: 1 }, { level: 'never' }))).toEqual(['n1'])
    expect(held(atMost(2, { level: 'never' }))).toEqual([])
    expect(held(atMost(1))).toEqual([])
  })

  it('ask nothing of placements that nobody may have', () => {
    const { draft, rows } = written(sessionsInADay, week({ rules: atMost(1) }), [availability, qualified])
    const columns = rows.flatMap((row) => row.terms.map(([column]) => column))
    expect(columns).toHaveLength(draft.placements.filter((p) => draft.allowed(p)).length)
  })

  it('matter for learning to who could work more of them', () => {
    const works = (...slots: string[]) => ({ works: slots })
    const people = {
      ...{ g1: works('thu-am', 'thu-pm', 'thu-evening'), g2: works('thu-am', 'fri-pm', 'fri-evening') },
      ...{ r1: works('thu-am', 'fri-am'), n1: works('fri-pm', 'fri-evening') },
    }
    const those = (rules: object) => minded(sessionsInADay, week({ parts, demand, people, rules }))
    expect(those(atMost(2))).toEqual(['g1'])
    expect(those(atMost({ nurse: 1 }))).toEqual(['n1'])
  })

  it('are spread over the days by the solver', async () => {
    const wishes = ['fri-am', 'fri-pm'].map((part) => ({ part, want: 'on' }))
    const people = { n1: { contract: { sessions: 2 }, wishes } }
    const rules = { ...atMost({ nurse: 1 }), 'minimum-cover': false }
    expect(await solved(sessionsInADay, week({ demand, people, rules }))).toEqual(KEPT)
  })
})
