import { describe, expect, it } from 'vitest'
import { timeToTravel } from '../../solver/rules/time-to-travel.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, sentences, solved, spent, week } from './played.ts'

/** An afternoon until ten past six, and an evening from half past: 20 minutes. */
const DAYS = ['thu', 'fri']
const parts = [
  { id: 'am', starts: '08:30', ends: '12:40', days: DAYS },
  { id: 'pm', starts: '14:00', ends: '18:10', days: DAYS },
  { id: 'evening', starts: '18:30', ends: '20:00', days: DAYS, enhancedAccess: true, counts: 0.4 },
]
const demand: unknown[] = []
const apart = (minutes: number) => ({ alder: { travel: { birch: minutes } }, birch: { travel: { alder: minutes } } })
const far = (minutes: number, change = {}) => week({ parts, demand, sites: apart(minutes), ...change })
const late = { assignments: ['g1 fri-pm alder clinic', 'g1 fri-evening birch clinic'] }
const softer = (rules: Record<string, unknown> = { 'time-to-travel': { level: 'wellbeing' } }) => ({ rules })

describe('time to travel', () => {
  it('is there when the way takes as long as the break', async () => {
    expect(await agreed(timeToTravel, far(20), late)).toBe(0)
  })

  it('is not when the way takes a minute more', async () => {
    expect(await agreed(timeToTravel, far(21), late)).toBe(1)
    expect(sentences(timeToTravel, far(35), late)).toEqual([
      'GP 1 has 20 minutes to get to Birch Lane before Friday evening, and the way takes 35.',
    ])
  })

  it('is a matter of one person', async () => {
    const two = { assignments: ['g1 fri-pm alder clinic', 'g2 fri-evening birch clinic'] }
    expect(await agreed(timeToTravel, far(35), two)).toBe(0)
  })

  it('is not asked of a day at one site, nor overnight', async () => {
    const one = { assignments: ['g1 fri-pm birch clinic', 'g1 fri-evening birch clinic'] }
    expect(await agreed(timeToTravel, far(90), one)).toBe(0)
    const next = { assignments: ['g1 thu-evening alder clinic', 'g1 fri-am birch clinic'] }
    expect(await agreed(timeToTravel, far(90), next)).toBe(0)
  })

  it.each([
    ['over lunch, where the break is short', 85, ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic'], 1],
    ['over lunch, where it is long enough', 80, ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic'], 0],
    ['over an afternoon off', 300, ['g1 thu-am alder clinic', 'g1 thu-evening birch clinic'], 0],
    ['over an afternoon off, to an island', 351, ['g1 thu-am alder clinic', 'g1 thu-evening birch clinic'], 1],
    [
      'over an afternoon that is worked where the evening is',
      351,
      ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic', 'g1 thu-evening birch clinic'],
      1,
    ],
    ['to an island overnight', 751, ['g1 thu-evening alder clinic', 'g1 fri-am birch clinic'], 1],
    ['from partners, whose work has a time too', 35, ['g1 thu-pm alder outside', 'g1 thu-evening birch clinic'], 1],
    ['from paperwork', 35, ['g1 thu-pm birch admin', 'g1 thu-evening alder clinic'], 1],
    ['there and back', 90, ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic', 'g1 thu-evening alder clinic'], 2],
  ])('is the same to model and check: %s', async (_, minutes, assignments, broken) => {
    const problem = far(minutes)
    expect(await agreed(timeToTravel, problem, { assignments })).toBe(broken)
    // Softened, the model has to spend what the check finds, journey for journey.
    expect(await spent(timeToTravel, far(minutes, softer()), { assignments })).toBeCloseTo(broken)
  })

  it('counts a direct way only where nothing is worked between', async () => {
    // From Alder to Cedar takes seven hours, by way of Birch an hour and a quarter twice.
    const site = (id: string, travel: Record<string, number>) => ({ id, name: id, patients: 4000, rooms: 2, travel })
    const sites = [
      site('alder', { birch: 75, cedar: 420 }),
      site('birch', { alder: 75, cedar: 15 }),
      site('cedar', { alder: 420, birch: 15 }),
    ]
    const people = { g1: { sites: ['alder', 'birch', 'cedar'] } }
    const over = ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic', 'g1 thu-evening cedar clinic']
    const problem = week({ parts, demand, sites, people })
    expect(await agreed(timeToTravel, problem, { assignments: over })).toBe(0)
    expect(await agreed(timeToTravel, problem, { assignments: [over[0] ?? '', over[2] ?? ''] })).toBe(1)
  })

  it('is there for a way as long as the break, however long others are', async () => {
    const site = (id: string, travel: Record<string, number>) => ({ id, name: id, patients: 4000, rooms: 2, travel })
    const sites = [site('alder', { birch: 20, cedar: 90 }), site('birch', { cedar: 90 }), site('cedar', {})]
    const people = { g1: { sites: ['alder', 'birch', 'cedar'] } }
    expect(await agreed(timeToTravel, week({ parts, demand, sites, people }), late)).toBe(0)
  })

  it('forbids nothing on a guess: where the document has no way, none is taken, unless the network says how long', async () => {
    const none = { alder: { travel: {} }, birch: { travel: {} } }
    expect(await agreed(timeToTravel, week({ parts, demand, sites: none }), late)).toBe(0)
    const known = (minutes: number) => softer({ 'time-to-travel': { minutes } })
    expect(await agreed(timeToTravel, week({ parts, demand, sites: none, ...known(20) }), late)).toBe(0)
    expect(await agreed(timeToTravel, week({ parts, demand, sites: none, ...known(30) }), late)).toBe(1)
    const stays = { assignments: ['g1 fri-pm birch clinic', 'g1 fri-evening birch clinic'] }
    expect(await agreed(timeToTravel, week({ parts, demand, sites: none, ...known(30) }), stays)).toBe(0)
  })

  it('looks at the end of the horizon, in a second week', async () => {
    const problem = fortnight({ parts, demand, sites: apart(35) })
    const last = ['g1 fri-pm@2 alder clinic', 'g1 fri-evening@2 birch clinic']
    expect(await agreed(timeToTravel, problem, { assignments: last })).toBe(1)
    expect(breaches(timeToTravel, problem, { assignments: last })).toMatchObject([{ session: 11, site: 'birch' }])
  })

  it('is asked on the way from the days before', async () => {
    const monday = [{ id: 'am', starts: '08:30', ends: '12:40', days: ['mon'] }]
    const night = { id: 'night', starts: '20:00', ends: '23:00', days: ['sun'] }
    const before = [
      { person: 'g1', date: '2026-11-28', part: 'night', site: 'birch', work: 'clinic' },
      { person: 'g1', date: '2026-11-29', part: 'night', site: 'alder', work: 'clinic' },
    ]
    const onMonday = (minutes: number, at: string) =>
      agreed(
        timeToTravel,
        week({ parts: [...monday, { ...night, days: ['sat', 'sun'] }], demand, sites: apart(minutes), before }),
        {
          assignments: [`g1 mon-am ${at} clinic`],
        },
      )
    expect(await onMonday(570, 'birch')).toBe(0)
    expect(await onMonday(571, 'birch')).toBe(1)
    expect(await onMonday(571, 'alder')).toBe(0)
  })

  describe('on the way from a Sunday before the rota', () => {
    const sunday = [
      { id: 'am', starts: '08:30', ends: '12:40', days: ['mon'] },
      { id: 'tea', starts: '14:00', ends: '18:00', days: ['sun'] },
      { id: 'night', starts: '20:00', ends: '23:00', days: ['sun'] },
    ]
    const was = (part: string, at: string, person = 'g1') => ({
      ...{ person, date: '2026-11-29', part, site: at, work: 'clinic' },
    })
    const monday = (before: readonly object[], at: string) =>
      agreed(timeToTravel, week({ parts: sunday, demand, sites: apart(900), before }), {
        assignments: [`g1 mon-am ${at} clinic`],
      })

    it('looks at where somebody was last, and at nobody else', async () => {
      expect(await monday([was('tea', 'birch'), was('night', 'alder')], 'alder')).toBe(0)
      expect(await monday([was('tea', 'alder'), was('night', 'birch')], 'alder')).toBe(1)
      expect(await monday([was('tea', 'birch')], 'alder')).toBe(1)
      expect(await monday([was('night', 'birch', 'g2')], 'alder')).toBe(0)
      expect(await monday([was('night', 'birch', 'g2'), was('tea', 'alder')], 'alder')).toBe(0)
    })

    it('is too long from one of two sites at one time', async () => {
      expect(await monday([was('night', 'alder'), was('night', 'birch')], 'alder')).toBe(1)
    })
  })

  it('goes by the order of the day, whatever the order of the rota, and is none between two things at one time', () => {
    const there = ['g1 thu-evening alder clinic', 'g1 thu-am alder clinic', 'g1 thu-pm birch clinic']
    expect(breaches(timeToTravel, far(60), { assignments: there })).toMatchObject([{ session: 2, site: 'alder' }])
    const twice = ['g1 fri-pm alder clinic', 'g1 fri-pm birch clinic']
    expect(breaches(timeToTravel, far(60), { assignments: twice })).toEqual([])
  })

  it('keeps the solver from sending somebody who cannot be there', async () => {
    const people = { g1: { contract: { sessions: 2 }, works: ['fri-pm', 'fri-evening'] } }
    const pins = [{ person: 'g1', date: '2026-12-04', part: 'pm', site: 'alder', work: 'clinic' }]
    const closed = [{ date: '2026-12-04', why: 'closed', sites: ['alder'], parts: ['evening'] }]
    const rules = { 'travel-in-a-day': false, continuity: false, 'enhanced-access': { minutesPerThousand: 30 } }
    expect(await solved(timeToTravel, far(35, { people, pins, closed, rules }))).toEqual(KEPT)
  })

  it('asks nothing of who stays at one site, and one row for each site that is too far from another', () => {
    expect(asked(timeToTravel, far(20))).toEqual({ wishes: 0, definitions: 0 })
    // GP 1 and the nurse work at both practices, on two days.
    expect(asked(timeToTravel, far(35))).toEqual({ wishes: 2 * 2 * 2, definitions: 0 })
    expect(asked(timeToTravel, far(85))).toEqual({ wishes: 2 * 2 * 2 * 2, definitions: 0 })
  })

  it('minds where learning is had only of who may be elsewhere', () => {
    const { people } = far(35)
    expect(people.filter((person) => timeToTravel.minds?.(person, far(35))).map(({ id }) => id)).toEqual(['g1', 'n1'])
    const before = [{ person: 'g2', date: '2026-11-29', part: 'pm', site: 'alder', work: 'clinic' }]
    const minded = (rows: readonly object[]) =>
      people.filter((person) => timeToTravel.minds?.(person, far(35, { before: rows }))).map(({ id }) => id)
    expect(minded(before)).toEqual(['g1', 'g2', 'n1'])
    expect(minded(before.map((row) => ({ ...row, site: 'birch' })))).toEqual(['g1', 'n1'])
  })

  it('finds as much where the network lets it bend', () => {
    expect(amount(timeToTravel, far(35, softer()), late)).toBe(1)
  })
})
