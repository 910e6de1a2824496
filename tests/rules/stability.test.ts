import { describe, expect, it } from 'vitest'
import { stability } from '../../solver/rules/stability.ts'
import {
  agreed,
  amount,
  breaches,
  fortnight,
  KEPT,
  minded,
  rotaFor,
  sentences,
  solved,
  week,
  written,
} from './played.ts'

const published = [
  { person: 'n1', date: '2026-12-03', part: 'am', site: 'alder', work: 'clinic' },
  { person: 'g1', date: '2026-12-04', part: 'pm', site: 'alder', work: 'clinic' },
]
const kept = ['n1 thu-am alder clinic', 'g1 fri-pm alder clinic']
const early = { stability: { daysAhead: 28 } }

describe('stability', () => {
  it('asks nothing where nothing was published', () => {
    expect(breaches(stability, week(), { assignments: kept })).toEqual([])
  })

  it('minds where learning is had once there is a rota to keep to', () => {
    expect(minded(stability, week())).toEqual([])
    expect(minded(stability, week({ published }))).toEqual(['g1', 'g2', 'r1', 'n1'])
  })

  it('finds nothing changed in what was published', () => {
    expect(breaches(stability, week({ published }), { assignments: kept })).toEqual([])
  })

  it('counts one change where somebody is moved, and one where somebody is called in', () => {
    const problem = week({ published, rules: early })
    expect(amount(stability, problem, { assignments: ['n1 thu-am birch clinic', 'g1 fri-pm alder clinic'] })).toBe(1)
    expect(amount(stability, problem, { assignments: ['n1 thu-am alder clinic', 'g1 fri-pm alder duty'] })).toBe(1)
    expect(sentences(stability, problem, { assignments: [...kept, 'g2 thu-am birch duty'] })).toEqual([
      'GP 2 is called in to Birch Lane on Thursday morning, which was not published, with 31 days of notice.',
    ])
  })

  it('counts a change tomorrow more than one next month', () => {
    const changed = { assignments: ['g1 fri-pm alder clinic'] }
    expect(amount(stability, week({ published }), changed)).toBeCloseTo(1 + 3 * (1 - 4 / 28))
    expect(amount(stability, week({ published, rules: { stability: { daysAhead: 11 } } }), changed)).toBeCloseTo(2.5)
    expect(amount(stability, week({ published, rules: { stability: { daysAhead: 90 } } }), changed)).toBe(1)
  })

  it('counts a change one, even today, where a network asks for no notice', () => {
    const today = [{ person: 'n1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
    const rules = { stability: { daysAhead: 0, fullNotice: 0 } }
    const parts = [{ id: 'am', starts: '08:30', ends: '12:40', days: ['mon', 'thu'] }]
    const problem = week({ parts, demand: [], published: today, rules })
    expect(amount(stability, problem, { assignments: [] })).toBe(1)
    const { rows } = written(stability, problem)
    expect(rows.map((row) => row.weight)).toEqual([1])
  })

  it('counts up to the last session of the last week', () => {
    const last = [{ person: 'g1', date: '2026-12-11', part: 'pm', site: 'alder', work: 'clinic' }]
    const problem = fortnight({ published: last, rules: early })
    expect(amount(stability, problem, { assignments: [] })).toBe(1)
    expect(amount(stability, problem, { assignments: ['g1 fri-pm@2 alder clinic'] })).toBe(0)
  })

  it('counts learning and paperwork that move like any other work', async () => {
    const learning = [...published, { person: 'n1', date: '2026-12-04', part: 'am', site: 'alder', work: 'training' }]
    const problem = week({ published: learning })
    expect(await agreed(stability, problem, { assignments: [...kept, 'n1 fri-am alder training'] })).toBe(0)
    expect(breaches(stability, problem, { assignments: [...kept, 'n1 fri-pm alder training'] })).toHaveLength(2)
  })

  it('keeps learning and paperwork where they were published, though nobody pinned them', async () => {
    const day = { date: '2026-12-03', site: 'alder' }
    const before = [
      { ...day, person: 'n1', part: 'am', work: 'training' },
      { ...day, person: 'g1', part: 'pm', work: 'admin' },
    ]
    const rules = { 'minimum-cover': false, 'duty-doctor': false }
    const { assignments } = await rotaFor(week({ published: before, demand: [], rules }))
    expect(assignments).toContainEqual(expect.objectContaining({ person: 'n1', session: 0, work: 'training' }))
    expect(assignments).toContainEqual(expect.objectContaining({ person: 'g1', session: 1, work: 'admin' }))
  })

  it('tells of somebody who is now away', () => {
    const people = { n1: { away: [{ from: '2026-12-03', to: '2026-12-03' }] } }
    const found = breaches(stability, week({ published, people, rules: early }), { assignments: kept.slice(1) })
    expect(found).toMatchObject([{ amount: 1, people: ['n1'], session: 0 }])
  })

  it('is kept by the solver, though the practice would be better served otherwise', async () => {
    const people = { n1: { contract: { sessions: 1 } } }
    const bloods = { site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 6 }
    const wishes = { n1: { ...people.n1, wishes: [{ part: 'thu-am', want: 'off' }] } }
    const problem = week({ published, demand: [bloods], people: wishes })
    expect((await solved(stability, problem)).with).toBeLessThan((await solved(stability, problem)).without)
    const onlyNurse = {
      g1: { contract: { sessions: 0 } },
      g2: { contract: { sessions: 0 } },
      r1: { contract: { sessions: 0 } },
    }
    const quiet = week({ published: published.slice(0, 1), demand: [bloods], people: { ...wishes, ...onlyNurse } })
    expect(await solved(stability, quiet)).toEqual(KEPT)
  })
})
