import { describe, expect, it } from 'vitest'
import { dutyDoctor } from '../../solver/rules/duty-doctor.ts'
import { breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

const parts = [{ id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] }]
const grouped = { 'duty-doctor': { groups: [['alder', 'birch']] } }

describe('the duty doctor', () => {
  it('is at each practice', () => {
    const assignments = ['g1 fri-pm alder duty', 'g2 fri-pm birch duty']
    expect(breaches(dutyDoctor, week({ parts, demand: [] }), { assignments })).toEqual([])
  })

  it('is missing where a clinic is held instead, and only at that practice', () => {
    const assignments = ['g1 fri-pm alder clinic', 'g2 fri-pm birch duty']
    expect(breaches(dutyDoctor, week({ parts, demand: [] }), { assignments })).toMatchObject([
      { site: 'alder', amount: 1 },
    ])
  })

  it('is shared where practices share one', () => {
    const problem = week({ parts, demand: [], rules: grouped })
    expect(breaches(dutyDoctor, problem, { assignments: ['g2 fri-pm birch duty'] })).toEqual([])
    expect(sentences(dutyDoctor, problem, {})).toEqual([
      'Alder Road and the sites that share with it have no duty doctor on Friday afternoon.',
    ])
  })

  it('is not asked for where all who share are closed, nor in the evening', () => {
    const closed = [{ date: '2026-12-04', why: 'Learning afternoon' }]
    expect(breaches(dutyDoctor, week({ parts, demand: [], closed }), {})).toEqual([])
    expect(breaches(dutyDoctor, week({ parts: LONG_WEEK.slice(2), demand: [] }), {})).toEqual([])
  })

  it('is asked for in the last session of the last week', () => {
    const assignments = ['g1 fri-pm@1 alder duty', 'g2 fri-pm@1 birch duty', 'g2 fri-pm@2 birch duty']
    expect(breaches(dutyDoctor, fortnight({ parts, demand: [] }), { assignments })).toMatchObject([
      { session: 1, site: 'alder' },
    ])
  })

  it('is named by the solver', async () => {
    expect(await solved(dutyDoctor, week({ parts, demand: [] }))).toEqual(KEPT)
  })
})
