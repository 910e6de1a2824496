import { describe, expect, it } from 'vitest'
import { qualified } from '../../solver/rules/qualified.ts'
import { breaches, fortnight, rotaFor, sentences, week } from './played.ts'

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

  it('nobody is for work that their role does not do', () => {
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

  it('a clinic is only for needs that its people meet, skills included', () => {
    const needs = { bloods: { skill: 'phlebotomy' } }
    const clinics = ['thu-am alder nurse clinic 2 bloods of birch']
    expect(breaches(qualified, week(), { clinics })).toEqual([])
    expect(breaches(qualified, week({ needs }), { clinics })).toMatchObject([
      { amount: 1, need: 'bloods', role: 'nurse' },
    ])
  })

  it('people of a skill meet what asks for it', async () => {
    const needs = { bloods: { skill: 'phlebotomy' } }
    expect((await rotaFor(week({ needs }))).clinics.filter((c) => c.need === 'bloods')).toEqual([])
    const skilled = await rotaFor(week({ needs, people: { n1: { skills: ['phlebotomy'] } } }))
    expect(skilled.clinics.filter((c) => c.need === 'bloods')).toMatchObject([{ cadre: 'nurse+phlebotomy' }])
  })
})
