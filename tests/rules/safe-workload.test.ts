import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { safeWorkload } from '../../solver/rules/safe-workload.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { oneSite, gp as personOf } from '../one-site.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

const gp = ['g1 fri-pm alder clinic']
/** Of 15 minutes, which count one each. */
const contacts = (n: number, role = 'gp') => [`fri-pm alder ${role} clinic ${n} routine of alder`]
const rules = (numbers: object) => ({ rules: { 'safe-workload': numbers } })

describe('a safe workload', () => {
  it('is half of the day’s contacts in a session', async () => {
    const twenty = week(rules({ contacts: 20 }))
    expect(breaches(safeWorkload, twenty, { assignments: gp, clinics: contacts(10) })).toEqual([])
    expect(await agreed(safeWorkload, twenty, { assignments: gp, clinics: contacts(10.5) })).toBeCloseTo(0.5)
  })

  it('is twice that for two people, and none for people who are not there', () => {
    const two = ['g1 fri-pm alder clinic', 'g2 fri-pm alder clinic']
    const people = { g2: { sites: ['alder'] } }
    expect(breaches(safeWorkload, week({ people }), { assignments: two, clinics: contacts(24) })).toEqual([])
    expect(amount(safeWorkload, week(), { assignments: ['g2 fri-pm birch clinic'], clinics: contacts(5) })).toBeCloseTo(
      5,
    )
  })

  it('is each role’s own, and none where a role has no limit', () => {
    const nurse = {
      assignments: ['n1 fri-pm alder clinic'],
      clinics: ['fri-pm alder nurse clinic 40 bloods of alder'],
    }
    expect(breaches(safeWorkload, week(), nurse)).toEqual([])
    const limited = week({ roles: { nurse: { maxContactsPerDay: 30 } } })
    expect(amount(safeWorkload, limited, nurse)).toBeCloseTo(25)
  })

  it('is asked on the last day of the last week', () => {
    const clinics = ['fri-pm@2 alder gp clinic 13 routine of alder']
    expect(breaches(safeWorkload, fortnight(), { assignments: ['g1 fri-pm@2 alder clinic'], clinics })).toMatchObject([
      { session: 7, amount: 1 },
    ])
  })

  it('is kept by the solver, even though more patients would call', async () => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 90 }]
    const given = { demand: urgent, rules: { 'duty-doctor': false, 'safe-workload': { contacts: 20 } } }
    expect(await solved(safeWorkload, week(given))).toEqual(KEPT)
  })
})

describe('a contact', () => {
  const booked = (need: string, n: number, work = 'clinic') => ({
    assignments: [`g1 fri-pm alder ${work}`],
    clinics: [`fri-pm alder gp ${work} ${n} ${need} of alder`],
  })

  const six = { contacts: 12 }

  it.each([
    ['of the usual length counts one', 'routine', 'clinic', 7, 1],
    ['of 12 minutes counts 0.9', 'urgent', 'clinic', 7, 0.3],
    ['of half an hour counts 1.5', 'visit', 'visits', 5, 1.5],
  ])('%s', async (_, need, work, n, over) => {
    const problem = week({ demand: [demandOf(need)], ...rules(six) })
    expect(await agreed(safeWorkload, problem, booked(need, n, work))).toBeCloseTo(over)
  })

  it.each([
    ['heads alone where the shortest counts one', { least: 1 }, 7, 1],
    ['minutes alone where the shortest counts nothing', { least: 0 }, 8, 0.4],
    ['by a usual length that the network sets', { minutes: 12 }, 7, 1],
    ['by one that it sets for the role', { minutes: { gp: 6 } }, 5, 1.5],
    ['by one that it sets for another role', { minutes: { nurse: 6 } }, 7, 0.3],
  ])('counts %s', async (_, numbers, n, over) => {
    const problem = week({ demand: [demandOf('urgent')], ...rules({ ...six, ...numbers }) })
    expect(await agreed(safeWorkload, problem, booked('urgent', n))).toBeCloseTo(over)
  })

  it('of a role with its own number is measured by the middle of what the role meets', async () => {
    const nurse = (meets: object) => ({
      roles: { nurse: { maxContactsPerDay: 10, meets } },
      demand: [demandOf('routine'), demandOf('bloods')],
    })
    const played = { assignments: ['n1 fri-pm alder clinic'], clinics: ['fri-pm alder nurse clinic 6 bloods of alder'] }
    // Half of a day of ten. Bloods are the longer of two, so they are usual; then the shortest of three.
    const two = nurse({ routine: { minutes: 10 }, bloods: { minutes: 20 } })
    expect(await agreed(safeWorkload, week(two), played)).toBeCloseTo(1)
    const three = nurse({ routine: { minutes: 10 }, bloods: { minutes: 5 }, urgent: { minutes: 20 } })
    expect(await agreed(safeWorkload, week(three), played)).toBe(0)
  })
})

/** Plenty of a need on Friday, so that the programme has columns for it. */
function demandOf(need: string) {
  return { site: 'alder', need, date: '2026-12-04', part: 'am', contacts: 60 }
}

describe('the number that is safe', () => {
  const over = (numbers: object) =>
    amount(safeWorkload, week(rules(numbers)), { assignments: gp, clinics: contacts(20) })

  it('is that of a chosen preset for those who may hold the duty, whatever the role says', () => {
    expect(over({ preset: 'BMA_SAFE' })).toBeCloseTo(20 - 12.5)
    expect(over({ preset: 'AS_WORKED' })).toBeCloseTo(20 - 14)
    // Contacts of 15 minutes count 1.25 where ten are usual.
    expect(over({ preset: 'STRETCHED' })).toBeCloseTo(25 - 17)
  })

  it('is that of the role where none is chosen, and the usual preset where the role says nothing', () => {
    expect(over({})).toBeCloseTo(20 - 12)
    const [role] = oneSite([]).roles
    const { maxContactsPerDay: _, ...unlimited } = role ?? expect.unreachable()
    const problem = readDocument(oneSite([personOf('p1', 'Ann')], { roles: [unlimited] }), [])
    const clinics = ['mon-am A1 gp clinic 20 routine of A1']
    expect(amount(safeWorkload, problem, { assignments: ['p1 mon-am A1 clinic'], clinics })).toBeCloseTo(20 - 14)
  })

  it('is a number that the network sets, before any of these', () => {
    expect(over({ contacts: 30, preset: 'BMA_SAFE' })).toBeCloseTo(20 - 15)
    expect(over({ contacts: { gp: 10 } })).toBeCloseTo(20 - 5)
    expect(over({ contacts: { nurse: 10 } })).toBeCloseTo(20 - 12)
  })

  it('is no preset’s for roles that hold no duty', () => {
    const nurse = {
      assignments: ['n1 fri-pm alder clinic'],
      clinics: ['fri-pm alder nurse clinic 40 bloods of alder'],
    }
    expect(breaches(safeWorkload, week(rules({ preset: 'BMA_SAFE' })), nurse)).toEqual([])
  })
})

describe('a clinic and a duty of one session', () => {
  const duty = ['g1 fri-pm alder duty', 'g2 fri-pm alder clinic']
  const both = (clinic: number, onDuty: number) => [
    `fri-pm alder gp clinic ${clinic} urgent of alder`,
    `fri-pm alder gp duty ${onDuty} urgent of alder`,
  ]
  /** Contacts of 6 minutes, of which as many fit a session as they like, counted by heads. */
  const quick = {
    roles: { gp: { meets: { urgent: { minutes: 6 }, routine: { minutes: 15 } } } },
    rules: { 'safe-workload': { least: 1 } },
  }

  it.each([
    ['beside each other', both(12, 12), 0],
    ['in the clinic, whatever the duty has room for', both(14, 6), 2],
    ['on duty, whatever the clinic has room for', both(6, 14), 2],
  ])('are each for themselves: %s', async (_, clinics, over) => {
    const urgent = [{ ...demandOf('urgent'), part: 'pm' }]
    const problem = week({ people: { g2: { sites: ['alder', 'birch'] } }, demand: urgent, ...quick })
    expect(await agreed(safeWorkload, problem, { assignments: duty, clinics })).toBeCloseTo(over)
  })
})

describe('a day of three sessions', () => {
  const long = { parts: LONG_WEEK, demand: [demandOf('routine'), demandOf('urgent')] }
  const day = ['g1 fri-am alder clinic', 'g1 fri-pm alder duty', 'g1 fri-evening alder clinic']
  const clinic = (slot: string, n: number) => `fri-${slot} alder gp clinic ${n} routine of alder`
  const onDuty = 'fri-pm alder gp duty 9 urgent of alder'
  const EVENING = (12 * 90) / 250

  it.each([
    ['with nothing booked', [], 0],
    ['with little booked in the morning', [clinic('am', 4), onDuty, clinic('evening', 4)], 0],
    ['with just as much booked as is safe', [clinic('am', 12), onDuty, clinic('evening', 3.9)], 0],
    ['but for what is beyond that', [clinic('am', 12), onDuty, clinic('evening', 4.3)], 0.4],
  ])('is safe %s', async (_, clinics, over) => {
    expect(await agreed(safeWorkload, week(long), { assignments: day, clinics })).toBeCloseTo(over)
  })

  const two = ['am', 'pm', 'evening'].map((slot) => `g1 fri-${slot} alder clinic`)
  const full = [clinic('am', 12), clinic('pm', 12), clinic('evening', EVENING)]

  it('is too long by what is booked beyond a safe day', async () => {
    const problem = week(long)
    expect(await agreed(safeWorkload, problem, { assignments: two, clinics: full })).toBeCloseTo(EVENING)
    expect(sentences(safeWorkload, problem, { assignments: two, clinics: full })).toEqual([
      'GP 1 is booked for 4.3 contacts of 15 minutes more than is safe on Friday.',
    ])
  })

  it('is relieved by a colleague at the same clinic, as far as their own sessions go', async () => {
    const people = { g2: { sites: ['alder', 'birch'] } }
    const helped = [...two, 'g2 fri-pm alder clinic']
    const problem = week({ ...long, people })
    expect(await agreed(safeWorkload, problem, { assignments: helped, clinics: full })).toBe(0)
    const more = [clinic('am', 12), clinic('pm', 22), clinic('evening', EVENING)]
    expect(await agreed(safeWorkload, problem, { assignments: helped, clinics: more })).toBeCloseTo(EVENING - 2)
    const elsewhere = [...two, 'g2 fri-pm birch clinic']
    expect(await agreed(safeWorkload, problem, { assignments: elsewhere, clinics: full })).toBeCloseTo(EVENING)
  })

  it('of two people names both, and is separate from a session that is too full', () => {
    const people = { g2: { sites: ['alder', 'birch'] } }
    const both = ['g1', 'g2'].flatMap((id) => ['am', 'pm', 'evening'].map((slot) => `${id} fri-${slot} alder clinic`))
    const clinics = [clinic('am', 25), clinic('pm', 24), clinic('evening', 2 * EVENING)]
    expect(sentences(safeWorkload, week({ ...long, people }), { assignments: both, clinics })).toEqual([
      'Friday morning: the GP clinic at Alder Road holds 1 contact of 15 minutes more than is safe.',
      'GP 1 and GP 2 together are booked for 8.6 contacts of 15 minutes more than is safe on Friday.',
    ])
  })
})

describe('three pinned sessions without demand', () => {
  it('are booked for nothing', () => {
    const parts = [
      ...oneSite([]).parts,
      { id: 'evening', starts: '18:30', ends: '20:00', days: ['mon' as const], enhancedAccess: true, counts: 0.4 },
    ]
    const pin = { person: 'p1', date: '2026-11-30', site: 'A1', work: 'clinic' }
    const pins = ['am', 'pm', 'evening'].map((part) => ({ ...pin, part }))
    const people = [personOf('p1', 'Ann', { works: ['mon-am', 'mon-pm', 'mon-evening'], contract: { sessions: 2.4 } })]
    const problem = readDocument(oneSite(people, { parts, pins }), [])
    const assignments = [0, 1, 2].map((session) => ({
      person: 'p1',
      session,
      site: 'A1',
      work: 'clinic' as const,
      remote: false,
    }))
    expect(safeWorkload.check({ assignments, clinics: [] }, problem)).toEqual([])
  })
})

describe('the programme', () => {
  it('is asked for nothing where minutes run out before what is safe', () => {
    const urgent = [{ ...demandOf('urgent'), part: 'pm' }]
    const heads = { demand: urgent, ...rules({ least: 1 }) }
    // The clinic: fifteen urgent contacts fit, twelve are safe. Nine fit a duty.
    expect(asked(safeWorkload, week(heads), [clinicTime]).wishes).toBe(1)
    const slow = { gp: { meets: { urgent: { minutes: 15 } } } }
    expect(asked(safeWorkload, week({ ...heads, roles: slow }), [clinicTime]).wishes).toBe(0)
  })

  it('knows of a safe day only for those who could have more sessions than it has', () => {
    expect(asked(safeWorkload, week(), [clinicTime]).definitions).toBe(0)
    const parts = LONG_WEEK.slice(0, 3)
    const people = {
      g1: { sites: ['alder'], works: ['thu-am', 'thu-pm', 'fri-am', 'fri-pm', 'fri-evening'] },
      g2: { works: ['fri-am', 'fri-pm'] },
    }
    // The clinics of three sessions (nobody is asked for duty), and the day itself.
    expect(asked(safeWorkload, week({ parts, people, demand: [] }), [clinicTime]).definitions).toBe(3 + 1)
  })
})
