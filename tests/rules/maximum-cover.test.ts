import { describe, expect, it } from 'vitest'
import { maximumCover } from '../../solver/rules/maximum-cover.ts'
import { rooms } from '../../solver/rules/rooms.ts'
import { agreed, breaches, fortnight, KEPT, sentences, solved, week, written } from './played.ts'

const listed = (...cover: object[]) => ({ rules: { 'maximum-cover': { cover } } })
const birch = { sites: ['birch'], parts: ['pm'] }
const byTelephone = { needs: { bloods: { remote: 0.5 } } }
const [g1, g2, n1] = ['g1 fri-pm birch clinic', 'g2 fri-pm birch duty', 'n1 fri-pm birch clinic']

describe('maximum cover', () => {
  it.each([
    ['as many as are enough', listed({ people: 3, ...birch }), [g1, g2, n1], 0],
    ['each further one counts', listed({ people: 1, ...birch }), [g1, g2, n1], 2],
    ['so often as the list says', listed({ people: 1, weight: 3, ...birch }), [g1, g2, n1], 6],
    ['or not at all', listed({ people: 1, weight: 0, ...birch }), [g1, g2, n1], 0],
    ['nobody may be enough', listed({ people: 0, ...birch }), [g1], 1],
    ['visits are work for patients', listed({ people: 1, ...birch }), [g1, 'g2 fri-pm birch visits'], 1],
    ['paperwork is not', listed({ people: 1, ...birch }), [g1, 'n1 fri-pm birch admin'], 0],
    ['nor is there who is on the telephone', listed({ people: 1, ...birch }), [`${g1} remote`, g2], 0],
    ['of one role', listed({ people: 1, role: 'gp', ...birch }), [g1, g2, n1], 1],
    ['others do not count', listed({ people: 1, role: 'nurse', ...birch }), [g1, g2, n1], 0],
    ['in the building', listed({ people: 0, role: 'nurse', ...birch }), [`${g1} remote`, n1], 1],
    ['not outside it', listed({ people: 0, role: 'nurse', ...birch }), [g1, `${n1} remote`], 0],
    [
      'elsewhere and at other times as many as come',
      listed({ people: 0, ...birch }),
      ['g1 fri-am birch clinic', 'n1 fri-pm alder clinic'],
      0,
    ],
    ['where nothing is listed', {}, [g1, g2, n1], 0],
  ])('is the same to model and check: %s', async (_, change, assignments, over) => {
    const company = [rooms]
    expect(await agreed(maximumCover, week({ ...byTelephone, ...change }), { assignments, company })).toBe(over)
  })

  it('names the role that was asked for, or people', () => {
    const told = (cover: object, assignments: string[]) =>
      sentences(maximumCover, fortnight(listed(cover)), { assignments })
    expect(told({ people: 0, role: 'gp', ...birch }, ['g1 fri-pm@2 birch clinic'])).toEqual([
      'Friday afternoon (Fri 11 Dec): Birch Lane has 1 person to see patients as GP, 1 more than its work asks for.',
    ])
    expect(told({ people: 1, role: 'nurse', ...birch }, ['n1 fri-pm birch clinic', 'n1 fri-pm birch clinic'])).toEqual([
      'Friday afternoon (Fri 4 Dec): Birch Lane has 2 people to see patients as nurse, 1 more than its work asks for.',
    ])
  })

  it('that weighs nothing, or is not passed, is no breach and no row', () => {
    const rules = listed({ people: 0, weight: 0, ...birch }, { people: 2, ...birch })
    expect(breaches(maximumCover, week(rules), { assignments: [g1, g2] })).toEqual([])
    expect(written(maximumCover, week(rules)).rows.map((row) => row.upper)).toEqual([2, 2])
  })

  it('is kept by the solver, who sends home whom nobody needs', async () => {
    const change = listed({ people: 0, sites: ['alder'], role: 'nurse' })
    const rules = { ...change.rules, 'minimum-cover': false }
    const wishes = ['thu-am', 'thu-pm'].map((part) => ({ part, want: 'on' }))
    expect(
      await solved(maximumCover, week({ rules, demand: [], people: { n1: { sites: ['alder'], wishes } } })),
    ).toEqual(KEPT)
  })

  it('is kept by working by telephone, however many rooms are left', async () => {
    const pins = [{ person: 'n1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'clinic' }]
    const change = {
      ...listed({ people: 0, role: 'nurse', ...birch }),
      ...byTelephone,
      pins,
      sites: { birch: { rooms: 20 } },
    }
    expect(await solved(maximumCover, week(change))).toMatchObject({ with: 0 })
  })
})
