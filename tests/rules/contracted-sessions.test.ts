import { describe, expect, it } from 'vitest'
import { contractedSessions } from '../../solver/rules/contracted-sessions.ts'
import { agreed, amount, breaches, fortnight, LONG_WEEK, minded, rotaFor, unevenWeek, week } from './played.ts'

const four = ['n1 thu-am alder clinic', 'n1 thu-pm alder clinic', 'n1 fri-am alder clinic', 'n1 fri-pm alder admin']

describe('contracted sessions', () => {
  it('may all be worked, and no more', () => {
    expect(breaches(contractedSessions, week(), { assignments: four.slice(0, 3) })).toEqual([])
    expect(amount(contractedSessions, week(), { assignments: four })).toBe(1)
  })

  it('may be exceeded as far as was agreed', () => {
    const people = { n1: { contract: { sessions: 2, flex: 1 } } }
    expect(amount(contractedSessions, week({ people }), { assignments: four })).toBe(1)
  })

  it('shrink with leave', () => {
    const people = { n1: { contract: { sessions: 4 }, away: [{ from: '2026-12-04', to: '2026-12-04' }] } }
    expect(amount(contractedSessions, week({ people }), { assignments: four.slice(0, 3) })).toBe(1)
  })

  it('are used up by less in a short session', async () => {
    const parts = LONG_WEEK.slice(0, 3)
    const works = ['mon', 'tue', 'wed', 'fri'].map((day) => `${day}-evening`)
    const people = { g2: { contract: { sessions: 1.2 }, works } }
    const assignments = ['mon', 'tue', 'wed'].map((day) => `g2 ${day}-evening birch clinic`)
    expect(await agreed(contractedSessions, week({ parts, people, demand: [] }), { assignments })).toBeCloseTo(0)
    const fourth = [...assignments, 'g2 fri-evening birch clinic']
    expect(await agreed(contractedSessions, week({ parts, people, demand: [] }), { assignments: fourth })).toBeCloseTo(
      0.4,
    )
  })

  it('are counted week by week, and person by person', () => {
    const twoWeeks = [...four.slice(0, 3), 'n1 fri-pm@2 alder clinic', 'g1 fri-pm alder clinic']
    expect(breaches(contractedSessions, fortnight(), { assignments: twoWeeks })).toEqual([])
    const second = four.map((line) => line.replace(/-(am|pm)/, '-$1@2'))
    expect(breaches(contractedSessions, fortnight(), { assignments: second })).toMatchObject([{ week: 1, amount: 1 }])
  })

  it('are the same to model and check in each of two weeks', async () => {
    const three = four.slice(0, 3)
    const each = [...three, ...three.map((line) => line.replace(/-(am|pm)/, '-$1@2'))]
    expect(await agreed(contractedSessions, fortnight(), { assignments: each })).toBe(0)
    const more = [...each, 'n1 fri-pm@2 alder clinic']
    expect(await agreed(contractedSessions, fortnight(), { assignments: more })).toBe(1)
  })

  it('mind where learning is had only of who has a core session that counts for less', () => {
    expect(minded(contractedSessions, unevenWeek())).toEqual(['g2', 'r1'])
  })

  it('are not exceeded by the solver, however many wait', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    const rota = await rotaFor(week({ demand: bloods }))
    expect(rota.assignments.filter((a) => a.person === 'n1')).toHaveLength(3)
  })
})
