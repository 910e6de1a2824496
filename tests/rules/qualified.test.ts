import { describe, expect, it } from 'vitest'
import { qualified } from '../../solver/rules/qualified.ts'
import { agreed, breaches, fortnight, rotaFor, sentences, week } from './played.ts'

describe('qualified', () => {
  it('are GPs for duty, visits and clinics, and everybody for learning and paperwork', () => {
    const assignments = [
      'g1 thu-am alder duty',
      'g1 thu-pm birch visits',
      'g2 thu-am birch clinic',
      'n1 thu-am alder admin',
    ]
    expect(breaches(qualified, week(), { assignments })).toEqual([])
  })

  it('nobody is given work outside their role', () => {
    const assignments = ['n1 thu-am alder duty', 'n1 thu-pm alder visits', 'r1 fri-am alder clinic']
    expect(sentences(qualified, week(), { assignments })).toEqual([
      'Thursday morning: Nurse 1 may not be the duty doctor at Alder Road.',
      'Thursday afternoon: Nurse 1 meets no need that calls for visits at Alder Road.',
    ])
  })

  it('nobody is at a site that is not theirs', () => {
    expect(sentences(qualified, fortnight(), { assignments: ['g2 fri-pm@2 alder admin'] })).toEqual([
      'Friday afternoon (Fri 11 Dec): GP 2 does not work at Alder Road.',
    ])
  })

  it('a clinic only has needs that its people can meet, skills included', () => {
    const needs = { bloods: { skill: 'phlebotomy' } }
    const clinics = ['thu-am alder nurse clinic 2 bloods of birch']
    expect(breaches(qualified, week(), { clinics })).toEqual([])
    expect(breaches(qualified, week({ needs }), { clinics })).toMatchObject([
      { amount: 1, need: 'bloods', role: 'nurse' },
    ])
  })

  it('a session is only for needs that its work meets: visits at home, what is urgent on duty, any in a clinic', () => {
    const line = (work: string, need: string) => `thu-am alder gp ${work} 2 ${need} of alder`
    const fit = ['clinic visit', 'clinic routine', 'visits visit', 'duty urgent', 'duty visit']
    const unfit = ['visits urgent', 'duty routine']
    const found = (lines: readonly string[]) =>
      sentences(qualified, week(), {
        clinics: lines.map((one) => line(one.split(' ')[0] ?? '', one.split(' ')[1] ?? '')),
      })
    expect(found(fit)).toEqual([])
    expect(found(unfit)).toEqual([
      'Thursday morning: the GP session of visits at Alder Road may not meet "Urgent".',
      'Thursday morning: the GP duty session at Alder Road may not meet "Routine".',
    ])
  })

  it('people of a skill meet what asks for it', async () => {
    const needs = { bloods: { skill: 'phlebotomy' } }
    expect((await rotaFor(week({ needs }))).clinics.filter((c) => c.need === 'bloods')).toEqual([])
    const skilled = await rotaFor(week({ needs, people: { n1: { skills: ['phlebotomy'] } } }))
    expect(skilled.clinics.filter((c) => c.need === 'bloods')).toMatchObject([{ cadre: 'nurse+phlebotomy' }])
  })

  const phlebotomy = { needs: { bloods: { skill: 'phlebotomy' } } }
  const pinnedTo = (line: string) => {
    const [person, , site, work] = line.split(' ')
    return { pins: [{ person, date: '2026-12-04', part: 'pm', site, work }] }
  }

  it.each([
    ['a GP may visit', {}, 'g1 fri-pm alder visits', 0],
    [
      'who only visits may hold a clinic of visits',
      { roles: { nurse: { meets: { visit: { minutes: 40 } } } } },
      'n1 fri-pm birch clinic',
      0,
    ],
    ['who meets nothing may not', { roles: { nurse: { meets: {} } } }, 'n1 fri-pm birch clinic', 1],
    ['a nurse has nobody to visit', {}, 'n1 fri-pm alder visits', 1],
    ['a nurse may take blood', {}, 'n1 fri-pm birch clinic', 0],
    ['not where it asks for a skill', phlebotomy, 'n1 fri-pm birch clinic', 1],
    ['a role that visits need not hold the duty', { roles: { gp: { duty: false } } }, 'g1 fri-pm alder duty', 1],
    ['a role that never visits may', { roles: { nurse: { duty: true } } }, 'n1 fri-pm alder duty', 0],
    ['whoever is pinned to supervise may', pinnedTo('n1 fri-pm birch supervision'), 'n1 fri-pm birch supervision', 0],
  ])('are the same people to model and check: %s', async (_, change, assignment, amount) => {
    expect(await agreed(qualified, week(change), { assignments: [assignment] })).toBe(amount)
  })

  it('a clinic of people with a skill is called by their role', () => {
    const skilled = week({ ...phlebotomy, people: { n1: { skills: ['phlebotomy'] } } })
    expect(
      sentences(qualified, skilled, { clinics: ['fri-pm alder nurse+phlebotomy clinic 2 urgent of alder'] }),
    ).toEqual(['Friday afternoon: the nurse clinic at Alder Road may not meet "Urgent".'])
  })
})
