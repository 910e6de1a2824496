import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { qualified } from '../../solver/rules/qualified.ts'
import { travelInADay } from '../../solver/rules/travel-in-a-day.ts'
import { agreed, asked, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week, written } from './played.ts'

const parts = LONG_WEEK.slice(0, 3)
const demand: unknown[] = []

describe('travel in a day', () => {
  it('is none for a day at one site, and none overnight', () => {
    const assignments = ['g1 thu-am birch clinic', 'g1 thu-pm birch duty', 'g1 fri-am alder clinic']
    expect(breaches(travelInADay, week(), { assignments })).toEqual([])
  })

  it('counts the minutes between the sites, in hours', async () => {
    const assignments = ['g1 thu-am birch clinic', 'g1 thu-pm alder clinic']
    expect(await agreed(travelInADay, week(), { assignments })).toBeCloseTo(12 / 60)
    expect(sentences(travelInADay, week(), { assignments })).toEqual([
      'GP 1 travels 12 minutes to Alder Road before Thursday afternoon.',
    ])
  })

  it('counts there and back, and once over a part that is off', async () => {
    const there = ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic', 'g1 thu-evening alder clinic']
    expect(await agreed(travelInADay, week({ parts, demand }), { assignments: there })).toBeCloseTo(24 / 60)
    const later = ['g1 thu-am alder clinic', 'g1 thu-evening birch clinic']
    expect(await agreed(travelInADay, week({ parts, demand }), { assignments: later })).toBeCloseTo(12 / 60)
  })

  it('takes the usual distance where the document has none', async () => {
    const sites = { alder: { travel: {} }, birch: { travel: {} } }
    const assignments = ['g1 thu-am birch clinic', 'g1 thu-pm alder clinic']
    expect(await agreed(travelInADay, week({ sites }), { assignments })).toBeCloseTo(15 / 60)
    const rules = { 'travel-in-a-day': { minutes: 30 } }
    expect(await agreed(travelInADay, week({ sites, rules }), { assignments })).toBeCloseTo(30 / 60)
  })

  it('is each person’s own', () => {
    const assignments = ['g1 thu-am alder clinic', 'g2 thu-pm birch clinic']
    expect(breaches(travelInADay, week(), { assignments })).toEqual([])
  })

  it('counts on the last day of the last week', async () => {
    const assignments = ['g1 fri-am@2 birch clinic', 'g1 fri-pm@2 alder clinic']
    expect(await agreed(travelInADay, fortnight(), { assignments })).toBeCloseTo(12 / 60)
  })

  it('is saved by the solver, where the way home is not worth it', async () => {
    const pins = [{ person: 'g1', date: '2026-12-04', part: 'am', site: 'birch', work: 'clinic' }]
    const people = { g1: { contract: { sessions: 2 }, works: ['fri-am', 'fri-pm'] }, g2: { works: ['thu-am'] } }
    const urgent = ['alder', 'birch'].map((site) => ({
      site,
      need: 'urgent',
      date: '2026-12-04',
      part: 'pm',
      contacts: 9,
    }))
    const rules = { 'minimum-cover': false, 'duty-doctor': false, 'travel-in-a-day': { weight: 4 } }
    // As many wait at either practice; continuity would have the GP at home in the afternoon.
    expect(await solved(travelInADay, week({ pins, people, rules, demand: urgent }))).toEqual(KEPT)
  })

  it('has no whole number of its own: once it is known who works where, the way is known to the minute', () => {
    const { draft, rows } = written(travelInADay, week(), [availability, qualified])
    const decided = new Set(draft.placements.map((p) => p.column))
    const own = rows.flatMap(({ terms }) => terms.map(([column]) => column)).filter((column) => !decided.has(column))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter((column) => draft.whole[column])).toEqual([])
  })

  const site = (id: string, travel: Record<string, number>) => ({ id, name: id, patients: 4000, rooms: 2, travel })
  const everywhere = { sites: ['alder', 'birch', 'cedar'] }
  /** Three practices; minutes between the first two, and from these to the third. */
  const three = (near: number, far: number) => ({
    sites: [
      site('alder', { birch: near, cedar: far }),
      site('birch', { alder: near, cedar: far }),
      site('cedar', { alder: far, birch: far }),
    ],
    people: { g1: everywhere, n1: { sites: ['alder'] } },
    demand,
  })
  const going = (...sites: string[]) => sites.map((at, k) => `g1 thu-${['am', 'pm', 'evening'][k]} ${at} clinic`)

  it.each([
    ['a short way, where there are long ones', three(12, 60), going('alder', 'birch'), 12],
    ['a long way', three(12, 60), going('birch', 'cedar'), 60],
    ['two long ways', three(12, 60), going('alder', 'cedar', 'birch'), 120],
    ['no way, to the same practice', three(12, 60), going('cedar', 'cedar', 'cedar'), 0],
    ['no way, next door', three(0, 60), going('alder', 'birch'), 0],
    ['from next door', three(0, 60), going('alder', 'birch', 'cedar'), 60],
  ])('is the same to model and check: %s', async (_, change, assignments, minutes) => {
    expect(await agreed(travelInADay, week({ ...change, parts }), { assignments })).toBeCloseTo(minutes / 60)
  })

  it('is worded in the order of the day, whatever the order of the rota', () => {
    const [am, pm, evening] = ['g1 thu-am alder clinic', 'g1 thu-pm birch clinic', 'g1 thu-evening alder clinic']
    expect(sentences(travelInADay, week({ parts, demand }), { assignments: [evening, am, pm] })).toEqual([
      'GP 1 travels 12 minutes to Birch Lane before Thursday afternoon.',
      'GP 1 travels 12 minutes to Alder Road before Thursday evening.',
    ])
    expect(breaches(travelInADay, week({ ...three(0, 60), parts }), { assignments: going('alder', 'birch') })).toEqual(
      [],
    )
  })

  it('ties a day to one base for who can be at several practices, if these are apart', () => {
    const rows = (change: Record<string, unknown>) => asked(travelInADay, week(change)).definitions
    // GP 1 and the nurse, on two days: from either practice; one base a day; and each practice in each session.
    expect(rows({})).toBe(2 * 2 * (2 + 1 + 2 * 2))
    expect(rows({ people: { g1: { works: ['thu-am', 'fri-am'] } } })).toBe(2 * (2 + 1 + 2 * 2))
    expect(rows(three(12, 60))).toBe(2 * (3 + 1 + 2 * 3))
    expect(rows(three(0, 60))).toBe(2 * 3)
    expect(rows(three(0, 0))).toBe(0)
    const { draft, rows: own } = written(travelInADay, week(), [availability, qualified])
    const bases = own
      .filter((row) => row.lower === 1 && row.upper === 1)
      .map((row) => row.terms.map(([column]) => column))
    const [first = [], ...others] = bases
    expect([first.length, others.length]).toEqual([2, 3])
    const tied = own.filter(
      (row) => row.upper === 0 && row.terms.some(([column, c]) => first.includes(column) && c === -1),
    )
    const places = tied.map((row) =>
      draft.placements.filter((p) => row.terms.some(([column, c]) => column === p.column && c === 1)),
    )
    expect(places.map((here) => [...new Set(here.map((p) => `${p.person} ${p.session} ${p.site}`))])).toEqual(
      [0, 1].flatMap((session) => ['alder', 'birch'].map((at) => [`g1 ${session} ${at}`])),
    )
  })
})
