import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { breaches, fortnight, rotaFor, sentences, week } from './played.ts'

const people = { n1: { away: [{ from: '2026-12-04', to: '2026-12-04', parts: ['pm'] }] } }

describe('availability', () => {
  it('lets people work up to their leave', () => {
    expect(breaches(availability, week({ people }), { assignments: ['n1 fri-am alder clinic'] })).toEqual([])
  })

  it('breaks in the session of the leave, whatever the work', () => {
    const found = breaches(availability, week({ people }), { assignments: ['n1 fri-pm alder training'] })
    expect(found).toMatchObject([{ amount: 1, people: ['n1'] }])
  })

  it('of one person is nothing to another', () => {
    expect(breaches(availability, week({ people }), { assignments: ['g1 fri-pm alder clinic'] })).toEqual([])
  })

  it('ends with the leave: the same session a week later is worked', () => {
    expect(breaches(availability, fortnight({ people }), { assignments: ['n1 fri-pm@2 alder clinic'] })).toEqual([])
    const later = { n1: { away: [{ from: '2026-12-11', to: '2026-12-20' }] } }
    expect(
      sentences(availability, fortnight({ people: later }), { assignments: ['n1 fri-pm@2 alder clinic'] }),
    ).toEqual(['Friday afternoon (Fri 11 Dec): Nurse 1 is away, but is down to work at Alder Road.'])
  })

  it('is kept by the solver, however many wait', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    const rota = await rotaFor(week({ people, demand: bloods }))
    const hers = rota.assignments.filter((a) => a.person === 'n1').map((a) => a.session)
    expect(hers.length).toBeGreaterThan(1)
    expect(hers).not.toContain(3)
  })
})
