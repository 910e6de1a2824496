import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { rooms } from '../../solver/rules/rooms.ts'
import { agreed, amount, breaches, fortnight, rotaFor, week } from './played.ts'

const gp = ['g1 fri-pm alder clinic']
const contacts = (n: number) => [`fri-pm alder gp clinic ${n} urgent of alder`]

describe('clinic time', () => {
  it('is full at 180 minutes', async () => {
    expect(breaches(clinicTime, week(), { assignments: gp, clinics: contacts(15) })).toEqual([])
    expect(await agreed(clinicTime, week(), { assignments: gp, clinics: contacts(15.5) })).toBeCloseTo(6 / 180)
  })

  it('is four fifths of that on duty', async () => {
    const duty = { assignments: ['g1 fri-pm alder duty'], clinics: ['fri-pm alder gp duty 12 urgent of alder'] }
    expect(breaches(clinicTime, week(), duty)).toEqual([])
    expect(
      await agreed(clinicTime, week(), { ...duty, clinics: ['fri-pm alder gp duty 15 urgent of alder'] }),
    ).toBeCloseTo(36 / 180)
  })

  it('is short in a short session', () => {
    const parts = [{ id: 'pm', starts: '14:00', ends: '16:05', days: ['fri'] }]
    expect(amount(clinicTime, week({ parts, demand: [] }), { assignments: gp, clinics: contacts(15) })).toBeCloseTo(0.5)
  })

  it('is nobody’s where nobody of the cadre is there', async () => {
    expect(
      await agreed(clinicTime, week(), { assignments: ['n1 fri-pm alder clinic'], clinics: contacts(15) }),
    ).toBeCloseTo(1)
    expect(
      await agreed(clinicTime, week(), { assignments: ['g2 fri-pm birch clinic'], clinics: contacts(15) }),
    ).toBeCloseTo(1)
  })

  it('by telephone holds only what can be done by telephone', () => {
    const assignments = ['g1 fri-pm@2 alder clinic', 'g2 fri-pm@2 birch clinic remote']
    const clinics = ['fri-pm@2 birch gp clinic 5 urgent of birch']
    // Three in five urgent contacts need a room, and nobody is in one.
    expect(amount(clinicTime, fortnight(), { assignments, clinics })).toBeCloseTo((5 * 12 * 0.6) / 180)
  })

  it('is never overbooked by the solver', async () => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 500 }]
    const problem = week({ demand: urgent, rules: { 'safe-workload': false } })
    expect(clinicTime.check(await rotaFor(problem), problem)).toEqual([])
  })

  const birch = (need: string) => ({ site: 'birch', need, date: '2026-12-04', part: 'pm', contacts: 40 })
  const [one, other] = ['g1 fri-pm birch clinic', 'g2 fri-pm birch clinic']
  const planned = (n: number, need: string, work = 'clinic') => [`fri-pm birch gp ${work} ${n} ${need} of birch`]

  it.each([
    ['two in rooms have six hours', [one, other], planned(30, 'urgent'), 0],
    ['and not twelve minutes more', [one, other], planned(31, 'urgent'), 12 / 180],
    ['one in a room has three hours for what needs a room', [one, `${other} remote`], planned(25, 'urgent'), 0],
    ['and no more', [one, `${other} remote`], planned(26, 'urgent'), (26 * 12 * 0.6) / 180 - 1],
    ['some need is never met by telephone', [one, `${other} remote`], planned(12, 'routine'), 0],
    ['not by a quarter of an hour', [one, `${other} remote`], planned(13, 'routine'), 15 / 180],
    ['visits need no room', [one, `${other} remote`], planned(12, 'visit'), 0],
    ['but time', [one, `${other} remote`], planned(13, 'visit'), 30 / 180],
    ['a duty doctor visits too', [one, 'g2 fri-pm birch duty'], planned(4, 'visit', 'duty'), 0],
    ['in the time there is', [one, 'g2 fri-pm birch duty'], planned(5, 'visit', 'duty'), 6 / 180],
    [
      'the telephone takes nothing from a duty',
      [`${one} remote`, 'g2 fri-pm birch duty'],
      planned(12, 'urgent', 'duty'),
      0,
    ],
    ['whose time is its own', [`${one} remote`, 'g2 fri-pm birch duty'], planned(13, 'urgent', 'duty'), 12 / 180],
  ])('is the same to model and check: %s', async (_, assignments, clinics, over) => {
    const problem = week({ demand: [birch('urgent'), birch('routine'), birch('visit')] })
    expect(await agreed(clinicTime, problem, { assignments, clinics, company: [rooms] })).toBeCloseTo(over)
  })

  it('is spent where a need that the network shares is met', async () => {
    const bloods = [{ site: 'birch', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    const rota = await rotaFor(week({ demand: bloods }))
    const held = rota.assignments.filter((a) => a.person === 'n1' && a.work === 'clinic').length
    expect(held).toBeGreaterThan(0)
    expect(rota.clinics.reduce((sum, c) => sum + c.contacts, 0)).toBeCloseTo(held * 12)
  })
})
