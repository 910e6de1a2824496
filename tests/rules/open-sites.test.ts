import { describe, expect, it } from 'vitest'
import { openSites } from '../../solver/rules/open-sites.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

const closed = [{ date: '2026-12-04', why: 'Learning afternoon', sites: ['birch'], parts: ['pm'] }]

describe('open sites', () => {
  it('are worked at up to the closure, and elsewhere during it', () => {
    const assignments = ['g1 fri-am birch clinic', 'g2 fri-am birch clinic', 'g1 fri-pm alder clinic']
    expect(breaches(openSites, week({ closed }), { assignments })).toEqual([])
  })

  it('break when they are not: once for each person there', () => {
    const assignments = ['g1 fri-pm birch clinic', 'g2 fri-pm birch admin']
    expect(amount(openSites, week({ closed }), { assignments })).toBe(2)
  })

  it('close for the whole network and day where nothing else is said', () => {
    const all = [{ date: '2026-12-11', why: 'Bank holiday' }]
    const assignments = ['g1 fri-pm@1 alder clinic', 'g1 fri-pm@2 alder clinic']
    expect(breaches(openSites, fortnight({ closed: all }), { assignments })).toMatchObject([{ session: 7 }])
  })

  it('are the only ones at which the solver places anybody', async () => {
    const rota = await rotaFor(week({ closed }))
    expect(rota.assignments.filter((a) => a.site === 'birch' && a.session === 3)).toEqual([])
  })
})
