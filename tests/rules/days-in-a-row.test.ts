import { describe, expect, it } from 'vitest'
import { daysInARow } from '../../solver/rules/days-in-a-row.ts'
import { agreed, amount, breaches, fortnight, KEPT, minded, sentences, solved, week } from './played.ts'

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const parts = [
  { id: 'am', starts: '08:30', ends: '12:40', days: EVERY_DAY },
  { id: 'pm', starts: '14:00', ends: '18:10', days: EVERY_DAY },
]
const demand: unknown[] = []
const on = (...days: string[]) => ({ assignments: days.map((day) => `g1 ${day} alder clinic`) })
const SIX = ['mon-am', 'tue-pm', 'wed-am', 'thu-am', 'fri-am', 'sat-am']
const set = (numbers: Record<string, unknown>) => ({ 'days-in-a-row': numbers })

describe('days in a row', () => {
  it('are six at most: the seventh breaks', () => {
    const problem = week({ parts, demand })
    expect(breaches(daysInARow, problem, on(...SIX))).toEqual([])
    expect(sentences(daysInARow, problem, on(...SIX, 'sun-pm'))).toEqual(['GP 1 works 7 days in a row up to Sunday.'])
  })

  it('run on from one week into the next, each further day counted again', () => {
    const problem = fortnight({ parts, demand })
    const nine = [...SIX, 'sun-am', 'mon-am@2', 'tue-am@2']
    expect(amount(daysInARow, problem, on(...nine))).toBe(3)
    expect(amount(daysInARow, problem, on(...nine.filter((day) => day !== 'fri-am')))).toBe(0)
  })

  it('are counted as days, however many sessions they have', () => {
    const twice = SIX.flatMap((slot) => [`${slot.slice(0, 3)}-am`, `${slot.slice(0, 3)}-pm`])
    expect(breaches(daysInARow, week({ parts, demand }), on(...twice))).toEqual([])
  })

  it('are each person’s own', () => {
    const shared = { assignments: [...on(...SIX).assignments, 'g2 sun-am birch clinic'] }
    expect(breaches(daysInARow, week({ parts, demand }), shared)).toEqual([])
  })

  it('may be fewer for one role than for others', () => {
    const problem = week({ parts, demand, rules: set({ atMost: { nurse: 1 } }) })
    const both = { assignments: ['n1 mon-am alder clinic', 'n1 tue-am alder clinic', ...on(...SIX).assignments] }
    expect(breaches(daysInARow, problem, both)).toMatchObject([{ people: ['n1'], amount: 1, day: 1 }])
  })

  it('are at least so many, where a network asks for it: each missing day counts', () => {
    const problem = week({ parts, demand, rules: set({ atLeast: 3 }) })
    expect(amount(daysInARow, problem, on('wed-am'))).toBe(2)
    expect(amount(daysInARow, problem, on('wed-am', 'thu-am'))).toBe(1)
    expect(amount(daysInARow, problem, on('wed-am', 'thu-am', 'fri-am'))).toBe(0)
  })

  it('that reach an end of the rota may be longer than it shows', () => {
    const problem = fortnight({ parts, demand, rules: set({ atLeast: 3 }) })
    expect(breaches(daysInARow, problem, on('mon-am', 'sun-pm@2'))).toEqual([])
    expect(amount(daysInARow, problem, on('tue-am', 'sat-pm@2'))).toBe(4)
  })

  describe('run on from the days before the rota', () => {
    /** Mornings of somebody, so many days before the rota begins. */
    const was = (person: string, ...daysAgo: readonly number[]) =>
      daysAgo.map((n) => ({ person, date: `2026-11-${30 - n}`, part: 'am', site: 'alder', work: 'clinic' }))
    const upTo = (most: number) => Array.from({ length: most }, (_, n) => n + 1)

    it.each([
      ['six with those before', upTo(4), ['mon-am', 'tue-am'], {}, 0],
      ['a seventh', upTo(4), ['mon-am', 'tue-am', 'wed-am'], {}, 1],
      ['a seventh and an eighth', upTo(4), ['mon-am', 'tue-am', 'wed-am', 'thu-am'], {}, 2],
      ['a Sunday off between', [2, 3, 4, 5, 6], ['mon-am', 'tue-am', 'wed-am'], {}, 0],
      ['a fortnight before, and Monday', upTo(14), ['mon-am'], {}, 1],
      ['a fortnight before, and Monday off', upTo(14), ['tue-am'], {}, 0],
      ['a single Sunday where three are the fewest', [1], [], { atLeast: 3 }, 2],
      ['a Sunday and a Monday', [1], ['mon-am'], { atLeast: 3 }, 1],
      ['three, the last on Monday', [1, 2], ['mon-am'], { atLeast: 3 }, 0],
      ['a single Saturday, which the rota cannot help', [2], [], { atLeast: 3 }, 0],
      ['a Saturday, and a single Monday', [2], ['mon-am'], { atLeast: 3 }, 2],
      ['as many as the document shows, and maybe more', upTo(14), [], { atLeast: 20, atMost: 30 }, 0],
      ['one fewer than it shows', upTo(13), [], { atLeast: 20, atMost: 30 }, 7],
    ])('for model and check alike: %s', async (_, daysAgo, days, numbers, broken) => {
      const problem = week({ parts, demand, before: was('g1', ...daysAgo), rules: set(numbers) })
      expect(await agreed(daysInARow, problem, on(...days))).toBe(broken)
    })

    it('of each person alone', async () => {
      const problem = week({ parts, demand, before: was('n1', ...upTo(6)), rules: set({ atLeast: 3 }) })
      expect(await agreed(daysInARow, problem, on('mon-am', 'tue-am', 'wed-am'))).toBe(0)
      expect(await agreed(daysInARow, problem, on('mon-am'))).toBe(2)
    })

    it('and matter for learning to whoever could work a seventh day', () => {
      const six = ['mon-am', 'tue-am', 'wed-pm', 'thu-am', 'fri-am', 'sat-am']
      const people = { g2: { works: six }, n1: { works: six }, r1: { works: six.slice(1) } }
      const before = [...was('n1', 1), ...was('r1', 1)]
      const mindedWith = (numbers: Record<string, unknown>) => {
        const problem = week({ parts, demand, people, before, rules: set(numbers) })
        return minded(daysInARow, problem)
      }
      expect(mindedWith({})).toEqual(['g1', 'n1'])
      expect(mindedWith({ atLeast: { gp: 2 } })).toEqual(['g1', 'g2', 'n1'])
    })
  })

  it.each([
    ['three days', ['wed-am', 'thu-am', 'fri-am'], 0],
    ['two', ['wed-am', 'thu-pm'], 1],
    ['one, twice', ['tue-am', 'thu-am', 'thu-pm'], 4],
    ['one on the first day, which may have been the last of more', ['mon-am'], 0],
    ['one on the last day', ['sun-am'], 0],
  ])('are at least three for model and check alike: %s', async (_, days, missing) => {
    const problem = week({ parts, demand, rules: set({ atLeast: 3 }) })
    expect(await agreed(daysInARow, problem, on(...days))).toBe(missing)
  })

  it('are broken up by the solver', async () => {
    const rules = { ...set({ atMost: 2 }), 'minimum-cover': false, 'duty-doctor': false }
    const needed = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((date) => ({
      site: 'alder',
      need: 'bloods',
      date,
      part: 'am',
      contacts: 12,
    }))
    const people = { n1: { contract: { sessions: 4 }, works: ['tue-am', 'wed-am', 'thu-am', 'fri-am'] } }
    expect(await solved(daysInARow, week({ parts, demand: needed, people, rules }))).toEqual(KEPT)
  })
})
