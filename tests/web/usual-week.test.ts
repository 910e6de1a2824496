/** The usual weeks of people in a record, as the team page changes them. */
import { describe, expect, it } from 'vitest'
import { clashesIn } from '../../web/src/pages/team/leave/leave-month.ts'
import {
  alternating,
  everyWeekAlike,
  halfDays,
  isAlternating,
  slotsOf,
  withWorks,
  worksIn,
} from '../../web/src/pages/team/usual-week.ts'
import { mergePatch } from '../../web/src/parts/record/merge-patch.ts'

const LETTERS = ['A', 'B']
const BOB = {
  id: 'bob',
  name: 'GP 2',
  role: 'gp',
  contract: { sessions: 4 },
  patterns: [
    { weeks: ['A'], works: ['mon-am', 'tue-am'], work: { 'fri-pm': 'outside' as const } },
    { weeks: ['B'], works: ['thu-am', 'thu-pm'] },
  ],
}

describe('a usual week', () => {
  it('is changed in one letter of the cycle and stays as it is in the other', () => {
    const changed = withWorks(BOB, 'B', ['thu-am'])
    expect([worksIn(changed, 'A'), worksIn(changed, 'B')]).toEqual([['mon-am', 'tue-am'], ['thu-am']])
    expect(changed.patterns?.[0]?.work).toEqual({ 'fri-pm': 'outside' })
  })

  it('is the same in both letters until one is changed', () => {
    const ann = { id: 'ann', name: 'GP 1', role: 'gp', contract: { sessions: 2 }, works: ['mon-am', 'mon-pm'] }
    const both = alternating(ann, LETTERS)
    expect(LETTERS.map((letter) => worksIn(both, letter))).toEqual([ann.works, ann.works])
    expect(everyWeekAlike(both, LETTERS)).toEqual(ann)
  })

  it('is the first letter’s, with its fixed work, once every week is alike', () => {
    const alike = everyWeekAlike(BOB, LETTERS)
    expect(isAlternating(alike, LETTERS)).toBe(false)
    expect(alike.patterns).toEqual([{ works: ['mon-am', 'tue-am'], work: { 'fri-pm': 'outside' } }])
  })

  it('has as many half-days as its letters have on average, and no number where any may be worked', () => {
    expect(
      halfDays(
        {
          ...BOB,
          patterns: [
            { weeks: ['A'], works: ['mon-am'] },
            { weeks: ['B'], works: [] },
          ],
        },
        LETTERS,
      ),
    ).toBe(0.5)
    expect(halfDays({ id: 'x', name: 'X', role: 'gp', contract: { sessions: 1 } }, [])).toBeNull()
  })
})

it('a part of Saturday alone is named after it', () => {
  const parts = [
    { id: 'am', starts: '08:30', ends: '12:40', days: ['mon' as const] },
    { id: 'sat-am', starts: '09:00', ends: '13:00', days: ['sat' as const] },
  ]
  expect(slotsOf(parts).map(({ slot }) => slot)).toEqual(['mon-am', 'sat-am'])
})

describe('a merge patch', () => {
  it('sends lists whole, objects in part, and null for what is gone', () => {
    const before = { a: [1], same: { x: 1 }, rules: { rest: { hours: 11 }, cost: false }, cycle: { from: 'x' } }
    const after = { a: [1, 2], same: { x: 1 }, rules: { rest: { hours: 12 } } }
    expect(mergePatch(before, after)).toEqual({
      a: [1, 2],
      rules: { rest: { hours: 12 }, cost: null },
      cycle: null,
    })
  })
})

it('leave clashes where two or more and half of a role are away on a working day', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, role: 'gp', contract: { sessions: 4 } }))
  const leave = ['a', 'b'].map((person) => ({ id: person, person, from: '2026-12-04', to: '2026-12-06' }))
  const record = { format: 'network/1' as const, network: { ods: 'U1', name: 'N' }, sites: [], people, leave }
  const gp = {
    id: 'gp',
    title: 'GP',
    sessionMinutes: 250,
    patientMinutes: 180,
    costPerSession: 1,
    funding: 'core' as const,
    meets: {},
  }
  const team = { ods: 'U1', record, roles: [gp], parts: [], letters: [] }
  expect(clashesIn(team, '2026-12')).toEqual([{ day: '2026-12-04', role: 'GP', away: 2, of: 4 }])
  expect(clashesIn({ ...team, record: { ...record, leave: leave.slice(1) } }, '2026-12')).toEqual([])
})
