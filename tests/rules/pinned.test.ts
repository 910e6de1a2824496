import { describe, expect, it } from 'vitest'
import { pinned } from '../../solver/rules/pinned.ts'
import { agreed, amount, breaches, fortnight, rotaFor, week } from './played.ts'

const pin = (more: object) => ({ person: 'g1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'clinic', ...more })

describe('pins', () => {
  it('are kept by the same work at the same site', () => {
    const problem = week({ pins: [pin({})] })
    expect(breaches(pinned, problem, { assignments: ['g1 fri-pm birch clinic'] })).toEqual([])
  })

  it('break by other work, another site, another person, or nothing', () => {
    const problem = week({ pins: [pin({})] })
    for (const assignment of [
      'g1 fri-pm birch duty',
      'g1 fri-pm alder clinic',
      'g2 fri-pm birch clinic',
      'g1 fri-am birch clinic',
    ])
      expect(amount(pinned, problem, { assignments: [assignment] }), assignment).toBe(1)
  })

  it('to be off break by any work at that time, and by none at another', () => {
    const off = [{ person: 'g1', date: '2026-12-11', part: 'pm', work: 'off' }]
    const problem = fortnight({ pins: off })
    expect(amount(pinned, problem, { assignments: ['g1 fri-pm@2 alder admin'] })).toBe(1)
    expect(amount(pinned, problem, { assignments: ['g1 fri-pm@1 alder admin', 'g1 fri-am@2 alder duty'] })).toBe(0)
  })

  it('are kept by the solver, paperwork too', async () => {
    const pins = [pin({ work: 'admin' }), pin({ person: 'n1', part: 'am', site: 'alder', work: 'supervision' })]
    const rota = await rotaFor(week({ pins }))
    expect(rota.assignments).toContainEqual({ person: 'g1', session: 3, site: 'birch', work: 'admin', remote: false })
    expect(rota.assignments).toContainEqual({
      person: 'n1',
      session: 2,
      site: 'alder',
      work: 'supervision',
      remote: false,
    })
  })

  const off = { person: 'g1', date: '2026-12-04', part: 'pm', work: 'off' }

  it.each([
    ['kept', pin({}), ['g1 fri-pm birch clinic'], 0],
    ['left', pin({}), [], 1],
    ['moved', pin({}), ['g1 fri-pm alder clinic'], 1],
    ['for paperwork, kept', pin({ work: 'admin' }), ['g1 fri-pm birch admin'], 0],
    ['to be off, kept', off, ['g1 fri-am birch clinic', 'g2 fri-pm birch clinic'], 0],
    ['to be off, but on duty', off, ['g1 fri-pm alder duty'], 1],
  ])('are the same to model and check: %s', async (_, one, assignments, amount) => {
    expect(await agreed(pinned, week({ pins: [one] }), { assignments })).toBe(amount)
  })
})
