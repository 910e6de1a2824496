import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { supervision } from '../../solver/rules/supervision.ts'
import { agreed, breaches, fortnight, KEPT, sentences, solved, week, written } from './played.ts'

const both = ['r1 fri-pm alder clinic', 'g1 fri-pm alder clinic']

describe('supervision', () => {
  it('is there where a GP of the same site has half an hour to spare', async () => {
    expect(
      breaches(supervision, week(), { assignments: both, clinics: ['fri-pm alder gp clinic 10 routine of alder'] }),
    ).toEqual([])
    const full = { assignments: both, clinics: ['fri-pm alder gp clinic 11 routine of alder'] }
    expect(await agreed(supervision, week(), full)).toBeCloseTo(15 / 180)
  })

  it('is not given from another site, on a visit, or by a nurse', async () => {
    for (const other of ['g1 fri-pm birch clinic', 'g1 fri-pm alder visits', 'n1 fri-pm alder clinic'])
      expect(await agreed(supervision, week(), { assignments: ['r1 fri-pm alder clinic', other] }), other).toBeCloseTo(
        1 + 1 / 6,
      )
  })

  it('is needed by those who see patients, and not by those in training', () => {
    expect(
      breaches(supervision, week(), { assignments: ['r1 fri-pm alder training', 'n1 fri-am alder clinic'] }),
    ).toEqual([])
  })

  it('of the network is given from any site', () => {
    const roles = { registrar: { supervision: { minutes: 30, by: ['gp'], where: 'network' } } }
    expect(
      breaches(supervision, week({ roles }), { assignments: ['r1 fri-pm alder clinic', 'g2 fri-pm birch clinic'] }),
    ).toEqual([])
  })

  it('is for two at a time, or as many as the network says', async () => {
    const roles = { nurse: { supervision: { minutes: 0, by: ['gp'], where: 'site' } } }
    const rules = { supervision: { perSupervisor: 1 } }
    const assignments = [...both, 'n1 fri-pm alder clinic']
    expect(await agreed(supervision, week({ roles }), { assignments })).toBe(0)
    expect(await agreed(supervision, week({ roles, rules }), { assignments })).toBe(1)
  })

  it('is needed in the last session as in any', () => {
    const assignments = ['r1 fri-pm@2 alder clinic', 'g1 fri-pm@1 alder clinic']
    expect(breaches(supervision, fortnight(), { assignments })).toMatchObject([{ session: 7 }, { session: 7 }])
  })

  it('is arranged by the solver', async () => {
    const pins = [{ person: 'r1', date: '2026-12-04', part: 'pm', site: 'alder', work: 'clinic' }]
    const urgent = [{ site: 'birch', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 12 }]
    const people = { g2: { works: ['thu-am'] } }
    const rules = { 'duty-doctor': false, 'minimum-cover': false }
    expect(await solved(supervision, week({ pins, people, demand: urgent, rules }))).toEqual(KEPT)
  })

  const [taught, gp] = ['r1 fri-pm alder clinic', 'g1 fri-pm alder clinic']
  const demand = ['alder', 'birch'].flatMap((site) =>
    ['routine', 'urgent', 'visit'].map((need) => ({ site, need, date: '2026-12-04', part: 'pm', contacts: 40 })),
  )
  const planned = (n: number, need: string, work = 'clinic', site = 'alder') =>
    `fri-pm ${site} gp ${work} ${n} ${need} of ${site}`
  const anywhere = { roles: { registrar: { supervision: { minutes: 30, by: ['gp'], where: 'network' } } } }
  const nurses = { roles: { nurse: { supervision: { minutes: 60, by: ['registrar'], where: 'site' } } } }
  const short = { parts: [{ id: 'pm', starts: '14:00', ends: '16:05', days: ['fri'] }] }
  const pins = [{ person: 'g1', date: '2026-12-04', part: 'pm', site: 'alder', work: 'supervision' }]

  it.each([
    ['between the contacts of a duty', {}, [taught, 'g1 fri-pm alder duty'], [planned(9, 'urgent', 'duty')], 0],
    ['not one contact more', {}, [taught, 'g1 fri-pm alder duty'], [planned(10, 'urgent', 'duty')], 6 / 180],
    ['in a session for nothing else', { pins }, [taught, 'g1 fri-pm alder supervision'], [], 0],
    [
      'while another GP visits',
      {},
      [taught, 'g2 fri-pm alder clinic', 'g1 fri-pm alder visits'],
      [planned(6, 'visit', 'visits')],
      0,
    ],
    [
      'while another practice is busy',
      {},
      [taught, gp, 'g2 fri-pm birch clinic'],
      [planned(15, 'urgent', 'clinic', 'birch')],
      0,
    ],
    [
      'from a practice that is not too busy',
      anywhere,
      [taught, 'g2 fri-pm birch clinic'],
      [planned(10, 'routine', 'clinic', 'birch')],
      0,
    ],
    [
      'not from one that is',
      anywhere,
      [taught, 'g2 fri-pm birch clinic'],
      [planned(11, 'routine', 'clinic', 'birch')],
      15 / 180,
    ],
    ['for half as long in a short session', short, [taught, gp], [planned(5, 'routine')], 0],
    ['in what is left of it', short, [taught, gp], [planned(6, 'routine')], 15 / 180],
    ['while others look after others', nurses, [taught, gp, 'n1 fri-pm alder clinic'], [planned(10, 'routine')], 0],
    ['for nobody, where nobody learns', {}, [gp], [planned(12, 'routine')], 0],
  ])('is given, or missing, for model and check alike: %s', async (_, change, assignments, clinics, missing) => {
    const problem = week({ demand, people: { g2: { sites: ['alder', 'birch'] } }, ...change })
    expect(await agreed(supervision, problem, { assignments, clinics })).toBeCloseTo(missing)
  })

  it('says who is without whom, and where', () => {
    const everybody = { roles: { nurse: { supervision: { minutes: 0, by: ['gp'], where: 'site' } } } }
    const rules = { supervision: { perSupervisor: 1 } }
    const told = (change: Record<string, unknown>, assignments: string[]) =>
      sentences(supervision, week(change), { assignments })
    const two = [taught, 'n1 fri-pm alder clinic']
    expect(told({}, [taught])).toEqual([
      'Friday afternoon: Registrar 1 is without a supervisor at Alder Road.',
      'Friday afternoon at Alder Road: 30 minutes of a supervisor’s time are missing for Registrar 1.',
    ])
    expect(told(anywhere, [taught])).toEqual([
      'Friday afternoon: Registrar 1 is without a supervisor.',
      'Friday afternoon: 30 minutes of a supervisor’s time are missing for Registrar 1.',
    ])
    expect(told(everybody, two)[0]).toBe(
      'Friday afternoon: Registrar 1 and Nurse 1 are without a supervisor at Alder Road.',
    )
    expect(told({ ...everybody, rules }, [...two, gp])).toEqual([
      'Friday afternoon at Alder Road: Registrar 1 and Nurse 1 are too many for 1 supervisor to look after.',
    ])
    expect(told(everybody, [...two, gp])).toEqual([])
  })

  it('is no matter of a GP whose clinic is too full, nor of the model where nobody can be there', () => {
    expect(breaches(supervision, week(), { assignments: [gp], clinics: [planned(20, 'routine')] })).toEqual([])
    const { rows } = written(supervision, week({ people: { r1: { works: ['thu-am'] } } }), [availability])
    expect(rows.filter((row) => row.weight > 0)).toHaveLength(2)
  })
})
