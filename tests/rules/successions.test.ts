import { describe, expect, it } from 'vitest'
import { sessionsInADay } from '../../solver/rules/sessions-in-a-day.ts'
import { successions } from '../../solver/rules/successions.ts'
import {
  agreed,
  asked,
  breaches,
  fortnight,
  KEPT,
  LONG_WEEK,
  minded,
  sentences,
  solved,
  spent,
  week,
} from './played.ts'

const parts = LONG_WEEK.slice(0, 3)
const demand: unknown[] = []
const rules = { successions: { forbidden: [['evening', 'am']] }, 'enhanced-access': false }

describe('successions', () => {
  it('are free where none is forbidden', () => {
    const assignments = ['g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(breaches(successions, week({ parts, demand }), { assignments })).toEqual([])
  })

  it('that are listed break on the next day', async () => {
    const assignments = ['g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(await agreed(successions, week({ parts, demand, rules }), { assignments })).toBe(1)
  })

  it('do not break two days later, on the same day, the other way round, or for two people', () => {
    const problem = week({ parts, demand, rules })
    const apart = ['g1 wed-evening alder clinic', 'g1 fri-am alder clinic', 'g1 fri-evening alder clinic']
    const turned = ['g1 mon-am alder clinic', 'g1 tue-evening alder clinic', 'g2 wed-am birch clinic']
    expect(breaches(successions, problem, { assignments: apart })).toEqual([])
    expect(breaches(successions, problem, { assignments: turned })).toEqual([])
  })

  it('break on the last day of the rota as on any other', async () => {
    const assignments = ['g1 thu-evening@2 alder clinic', 'g1 fri-am@2 alder clinic']
    expect(await agreed(successions, fortnight({ parts, demand, rules }), { assignments })).toBe(1)
    const across = ['g1 fri-evening@1 alder clinic', 'g1 mon-am@2 alder clinic']
    expect(await agreed(successions, fortnight({ parts, demand, rules }), { assignments: across })).toBe(0)
  })

  it('are avoided by the solver', async () => {
    const pins = [{ person: 'n1', date: '2026-12-03', part: 'evening', site: 'alder', work: 'clinic' }]
    const people = { n1: { contract: { sessions: 1.4 }, works: ['thu-evening', 'fri-am', 'fri-pm'] } }
    const needed = [{ site: 'alder', need: 'bloods', date: '2026-12-04', part: 'am', contacts: 6 }]
    const wishes = { n1: { ...people.n1, wishes: [{ part: 'fri-pm', want: 'off' }] } }
    const problem = week({ parts, demand: needed, pins, people: wishes, rules })
    expect(await solved(successions, problem)).toEqual(KEPT)
  })

  const pairs = (more = {}) => ({
    successions: {
      forbidden: [
        ['evening', 'am'],
        ['evening', 'pm'],
        ['pm', 'am'],
        ['am', 'evening'],
      ],
      ...more,
    },
  })
  const oneSession = { 'sessions-in-a-day': { atMost: 1, level: 'never' } }
  const two = (first: string, second: string) => [`g1 thu-${first} alder clinic`, `g1 fri-${second} alder clinic`]
  const strict = { ...pairs({ level: 'never' }), ...oneSession }

  it.each([
    ['evening', 'am', 1],
    ['evening', 'pm', 1],
    ['evening', 'evening', 0],
    ['pm', 'am', 1],
    ['pm', 'pm', 0],
    ['am', 'am', 0],
    ['am', 'evening', 1],
  ])(
    'of %s and %s are the same to model and check, and to the tighter rows of one session a day',
    async (a, b, broken) => {
      const assignments = two(a, b)
      expect(await agreed(successions, week({ parts, demand, rules: pairs() }), { assignments })).toBe(broken)
      const rows = spent(successions, week({ parts, demand, rules: strict }), {
        assignments,
        company: [sessionsInADay],
      })
      expect(await rows).toBe(broken === 0 ? 0 : undefined)
    },
  )

  it('are said in fewer rows where nobody ever works two sessions a day, and none is to be broken', () => {
    const perPerson = (rules: object) => asked(successions, week({ parts, demand, rules }), [sessionsInADay]).wishes / 4
    const daysInARow = 4
    expect(perPerson(strict)).toBe(3 * daysInARow)
    expect(perPerson({ ...pairs(), ...oneSession })).toBe(4 * daysInARow)
    expect(perPerson(pairs({ level: 'never' }))).toBe(4 * daysInARow)
  })

  it('matter for learning to who may work both, one of them in core hours', () => {
    const works = (...slots: string[]) => ({ works: slots })
    const those = (people: object, change: object = {}) =>
      minded(successions, week({ parts, demand, people, rules, ...change }))
    const each = {
      ...{ g1: works('thu-evening', 'fri-am'), g2: works('thu-evening', 'thu-am'), r1: works('wed-evening', 'fri-am') },
    }
    expect(those({ ...each, n1: works('fri-am') })).toEqual(['g1'])
    expect(those({ ...each, n1: works('fri-am') }, { rules: {} })).toEqual([])
    const evenings = { rules: { successions: { forbidden: [['evening', 'evening']] } } }
    expect(those({ ...each, g1: works('thu-evening', 'fri-evening'), n1: works('mon-pm') }, evenings)).toEqual([])
    const turned = { rules: { successions: { forbidden: [['am', 'evening']] } } }
    expect(those({ ...each, n1: works('wed-am', 'thu-evening') }, turned)).toEqual(['n1'])
  })

  it('matter for learning to who worked the first on the day before the rota', () => {
    const all = [...parts, { id: 'night', starts: '20:00', ends: '23:00', days: ['sat', 'sun'] }]
    const before = ['g1', 'g2'].map((person, n) => ({
      ...{ person, date: `2026-11-${29 - n}`, part: 'night', site: 'alder', work: 'clinic' },
    }))
    const works = { works: ['mon-am'] }
    const people = { g1: works, g2: works, r1: works, n1: works }
    const forbidden = { successions: { forbidden: [['night', 'am']] } }
    expect(minded(successions, week({ parts: all, demand, people, before, rules: forbidden }))).toEqual(['g1'])
  })

  it('are no matter to the model for whom works one of the two, or neither', () => {
    const people = { g1: { works: ['thu-evening'] }, g2: { works: ['thu-am', 'fri-am'] } }
    expect(asked(successions, week({ parts, demand, rules, people }), []).wishes).toBe(2 * 4)
  })

  it('name the part of the day before', () => {
    expect(sentences(successions, week({ parts, demand, rules }), { assignments: two('evening', 'am') })).toEqual([
      'GP 1 works on Friday morning after the evening of the day before.',
    ])
  })
})
