/** What a network may do with a rule: switch it off, weigh it, move its level, set its numbers. */
import { describe, expect, it } from 'vitest'
import { judge } from '../../solver/check/judge.ts'
import { RULES } from '../../solver/rules/index.ts'
import { rotaOf, solveProblem } from '../solved-week.ts'
import { rotaFor, week } from './played.ts'

const pins = [{ person: 'g1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'clinic' }]
const people = { g1: { wishes: [{ part: 'fri-pm', want: 'off' }] } }

describe('a rule', () => {
  it('that is switched off, or weighs nothing, is neither asked nor checked', async () => {
    for (const setting of [false, { weight: 0 }]) {
      const problem = week({ rules: { 'duty-doctor': setting, 'minimum-cover': false }, demand: [] })
      const { rota, audit } = await rotaOf(problem)
      expect(judge(rota, problem).map((verdict) => verdict.rule.id)).not.toContain('duty-doctor')
      expect(audit.agrees).toBe(true)
    }
  })

  it('that must never be broken is not off for weighing nothing', async () => {
    const problem = week({ rules: { rooms: { weight: 0 } } })
    expect(judge(await rotaFor(problem), problem).map((verdict) => verdict.rule.id)).toContain('rooms')
  })

  it('counts in the level that the network moves it to, as much as the network says', async () => {
    const problem = week({ pins, people, rules: { preferences: { level: 'safety', weight: 3 } } })
    const [verdict] = judge(await rotaFor(problem), problem).filter(({ rule }) => rule.id === 'preferences')
    expect(verdict).toMatchObject({ level: 'safety', amount: 1, counted: 3 })
  })

  it('that is moved to the level without exception makes a week impossible rather than break', async () => {
    for (const id of ['preferences', 'continuity']) {
      const kept = await solveProblem(week({ people, rules: { [id]: { level: 'never' } } }))
      expect(kept.kind).toBe('rota')
      const clash = await solveProblem(week({ pins, people, rules: { [id]: { level: 'never' } } }))
      expect(clash).toMatchObject({ kind: 'impossible', clash: { rules: expect.arrayContaining([id]) } })
    }
  })

  it('bends by default, unless it stands at the level without exception; and of those, travel may', () => {
    expect(RULES.filter((rule) => rule.level === 'never').map((rule) => rule.id)).toEqual([
      'availability',
      'open-sites',
      'qualified',
      'pinned',
      'one-place',
      'time-to-travel',
      'contracted-sessions',
      'rooms',
      'clinic-time',
      'patients-first',
    ])
    expect(RULES.filter((rule) => rule.mayBend).map((rule) => rule.id)).toEqual(['time-to-travel'])
  })
})
