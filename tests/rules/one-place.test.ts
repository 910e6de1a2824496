import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { onePlace } from '../../solver/rules/one-place.ts'
import { qualified } from '../../solver/rules/qualified.ts'
import { amount, breaches, fortnight, LONG_WEEK, rotaFor, spent, week, written } from './played.ts'

describe('one place', () => {
  it('at a time is enough: sites may change between sessions', () => {
    const assignments = ['g1 fri-am alder clinic', 'g1 fri-pm birch clinic', 'g2 fri-am birch clinic']
    expect(breaches(onePlace, week(), { assignments })).toEqual([])
  })

  it('is broken by two sites, or two kinds of work, in one session', () => {
    expect(amount(onePlace, week(), { assignments: ['g1 fri-am alder clinic', 'g1 fri-am birch clinic'] })).toBe(1)
    expect(amount(onePlace, week(), { assignments: ['g1 fri-am alder clinic', 'g1 fri-am alder training'] })).toBe(1)
  })

  it('counts every further thing', () => {
    const assignments = ['alder clinic', 'alder duty', 'birch admin'].map((what) => `g1 fri-pm@2 ${what}`)
    expect(amount(onePlace, fortnight(), { assignments })).toBe(2)
  })

  it('leaves room for learning and paperwork beside the clinics of a full week', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    const people = { n1: { contract: { sessions: 4, flex: 2, protected: 1 } } }
    const rota = await rotaFor(week({ demand: bloods, people, rules: { 'minimum-cover': false } }))
    const hers = rota.assignments.filter((a) => a.person === 'n1')
    expect(new Set(hers.map((a) => a.session)).size).toBe(4)
    expect(hers.filter((a) => a.work === 'clinic')).toHaveLength(3)
  })

  const clinic = (slot: string) => `n1 ${slot} alder clinic`
  const [thuAm, thuPm, friAm, friPm] = [clinic('thu-am'), clinic('thu-pm'), clinic('fri-am'), clinic('fri-pm')]
  const [learning, later] = ['n1 fri-pm alder training', 'n1 fri-pm@2 alder training']
  const second = [thuAm, thuPm, friAm, friPm].map((line) => line.replace(/-(am|pm)/, '-$1@2'))
  const hers = { contract: { sessions: 4, flex: 2, protected: 1 } }
  const n1 = (more: object) => ({ people: { n1: { ...hers, ...more } } })
  const friday = { from: '2026-12-04', to: '2026-12-04' }
  const thursday = { date: '2026-12-03', part: 'am' }
  const evenings = { ...n1({ works: ['fri-pm', 'fri-evening'] }), parts: LONG_WEEK, demand: [] }

  it.each([
    ['beside three clinics', {}, [thuAm, thuPm, friAm, learning], 0],
    ['not beside four', {}, [thuAm, thuPm, friAm, friPm, learning], 1],
    ['not on a day of leave', n1({ away: [friday] }), [thuAm, thuPm, learning], 1],
    ['beside one clinic of the day that leave has left', n1({ away: [friday] }), [thuAm, learning], 0],
    [
      'not while the practice is closed',
      { closed: [{ date: '2026-12-04', why: 'Training' }] },
      [thuAm, thuPm, learning],
      1,
    ],
    [
      'not in a session kept free',
      { pins: [{ person: 'n1', ...thursday, work: 'off' }] },
      [thuPm, friAm, friPm, learning],
      1,
    ],
    [
      'whatever is kept free for others',
      { pins: [{ person: 'g1', ...thursday, work: 'off' }] },
      [thuPm, friAm, friPm, learning],
      0,
    ],
    [
      'in a session pinned for work that is not done',
      { pins: [{ person: 'n1', ...thursday, site: 'alder', work: 'clinic' }] },
      [thuPm, friAm, friPm, learning],
      0,
    ],
    ['not in an evening', evenings, ['n1 fri-pm alder clinic', learning], 1],
    ['after an evening', evenings, ['n1 fri-evening alder clinic', learning], 0],
    [
      'in the week after a full one',
      { week: { from: '2026-11-30', weeks: 2 } },
      [thuAm, thuPm, friAm, friPm, later],
      0,
    ],
    ['not in a second week that is full', { week: { from: '2026-11-30', weeks: 2 } }, [...second, later], 1],
  ])('finds half a day for learning: %s', async (_, change, assignments, short) => {
    const played = { assignments, isCounted: true }
    expect(await spent(onePlace, week({ ...n1({}), ...change }), played)).toBeCloseTo(short)
  })

  it('is no matter to the model for people who can do one thing only', () => {
    const { draft, rows } = written(onePlace, week(), [availability, qualified])
    const byOne = rows
      .filter((row) => row.upper === 1)
      .map((row) => row.terms.map(([column]) => draft.placements.find((p) => p.column === column)))
    expect(byOne.map(([first]) => first?.person).sort()).toEqual(['g1', 'g2', 'n1'].flatMap((id) => [id, id, id, id]))
    expect(byOne.flat().every((p) => p !== undefined && draft.allowed(p))).toBe(true)
  })
})
