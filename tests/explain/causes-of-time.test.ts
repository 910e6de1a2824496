/** Causes that were false once, after complaints of people who plan rotas: shares, late need and sessions kept free. */
import { describe, expect, it } from 'vitest'
import { ANN, causesOf, DAYS, FRI, GP, judged, MON, need, PHYSIO, person, planned, practice } from './one-practice.ts'

describe('a fair share says what it counts', () => {
  const late = { id: 'late', starts: '18:15', ends: '20:15', days: [...DAYS], counts: 0.5 }
  const parts = [...practice([]).parts, late]
  const lateOn = (date: string) => ({ person: 'ann', date, part: 'late', site: 'alder', work: 'duty' })
  const team = [
    person('ann', 'Ann', { contract: { sessions: 5 } }),
    person('bob', 'Bob', { contract: { sessions: 5 } }),
  ]

  it('of this rota, evenings in core hours among them, and what is pinned', () => {
    const dates = [MON, '2026-12-01', '2026-12-02', '2026-12-03', FRI]
    const evenings = DAYS.map((day) => `ann ${day}-late alder duty`)
    const found = judged(practice(team, { parts, pins: dates.map(lateOn) }), evenings)
    expect(causesOf(found, 'fair-shares')).toEqual([
      'In this rota: Monday late, Tuesday late, Wednesday late, Thursday late and Friday late, all 5 pinned.',
    ])
  })

  const past = { mondays: 0, fridays: 0, duties: 0, saturdays: 0, sessions: 60 }
  const history = [
    { person: 'ann', ...past, evenings: 9 },
    { person: 'bob', ...past, evenings: 0 },
  ]

  it('of past weeks, where this rota has none', () => {
    const found = judged(practice(team, { parts, history }), [])
    expect(causesOf(found, 'fair-shares')).toEqual(['It comes from past weeks: Ann has none in this rota.'])
  })

  it('of both, and only what it counts', () => {
    const found = judged(practice(team, { parts, history }), [
      'ann mon-am alder clinic',
      'ann mon-late alder clinic',
      'bob mon-am alder clinic',
    ])
    expect(found.find((f) => f.rule === 'fair-shares')?.cause).toMatch(
      /^In this rota: Monday late; past weeks brought 9\. Ann holds a clinic at Alder Road on Monday late\. Bob could still be asked; /,
    )
  })
})

describe('need that arises too late is said to', () => {
  it('where the only one who meets it has left for the week', async () => {
    const pia = person('pia', 'Pia', { role: 'physio', works: ['mon-am', 'tue-am', 'wed-am', 'thu-am'] })
    const document = practice([ANN, pia], {
      roles: [{ ...GP, meets: { urgent: { minutes: 12 } } }, PHYSIO],
      demand: [need('routine', FRI, 'am', 6)],
      pins: [{ person: 'pia', date: MON, part: 'am', site: 'alder', work: 'clinic' }],
    })
    const { findings } = await planned(document)
    expect(causesOf(findings, 'waiting-list')).toEqual([
      'Nobody who meets this need works at Alder Road after it arises on Friday morning; Pia does not usually work then.',
    ])
  })

  it('where it comes in the afternoon, and nobody stays for it', () => {
    const ann = person('ann', 'Ann', { works: ['mon-am'] })
    const document = practice([ann], { demand: [need('urgent', MON, 'pm', 6)] })
    expect(causesOf(judged(document, ['ann mon-am alder clinic']), 'seen-same-day')).toEqual([
      'Nobody who meets this need works at Alder Road after it arises on Monday afternoon; Ann does not usually work then.',
    ])
  })

  it('where visits are asked for after the round', () => {
    const needs = [{ id: 'visit', title: 'Home visits', within: 'same-day', weight: 6, visit: true }]
    const roles = [{ ...GP, meets: { visit: { minutes: 40 } } }]
    const ann = person('ann', 'Ann', { works: ['mon-am'] })
    const document = practice([ann], { needs, roles, demand: [need('visit', MON, 'pm', 2)] })
    expect(causesOf(judged(document, ['ann mon-am alder visits']), 'seen-same-day')).toEqual([
      'Nobody who meets this need works at Alder Road after it arises on Monday afternoon; Ann does not usually work then.',
    ])
  })
})

describe('a session that is pinned free is said to be', () => {
  const pins = [{ person: 'ann', date: MON, part: 'am', work: 'off' }]

  it('where a duty doctor is missing', () => {
    const found = judged(practice([ANN], { pins, rules: { 'minimum-cover': false } }), [])
    expect(found.find((f) => f.rule === 'duty-doctor' && f.date === MON && f.part === 'am')?.cause).toBe(
      'Ann is pinned to be kept free; nobody else may be on duty at Alder Road.',
    )
  })

  it('where contacts are missed', () => {
    const document = practice([person('ann', 'Ann', { works: ['mon-am'] })], {
      pins,
      demand: [need('urgent', MON, 'am', 6)],
    })
    expect(causesOf(judged(document, []), 'seen-same-day')).toEqual([
      'Nobody who meets this need sees patients at Alder Road on Monday; Ann is pinned to be kept free or does not usually work then.',
    ])
  })

  it('where a wish to work is not kept', () => {
    const wishes = [{ part: 'mon-am', want: 'on' as const }]
    const found = judged(practice([person('ann', 'Ann', { wishes })], { pins }), [])
    expect(causesOf(found, 'preferences')).toEqual(['Ann is pinned to be kept free then.'])
  })
})

it('where nobody has been asked yet, six who could be are enough, and the others are counted', () => {
  const team = Array.from({ length: 9 }, (_, n) => person(`g${n}`, `GP ${n}`))
  const [cause] = causesOf(judged(practice(team, { demand: [need('urgent', MON, 'am', 60)] }), []), 'seen-same-day')
  expect(cause).toBe(
    'Nobody who meets this need sees patients at Alder Road on Monday; 6 GPs could each still be asked on Monday morning and 3 more have a session left.',
  )
})
