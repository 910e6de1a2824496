/** What a network is made of, drawn: its calendar, sites, needs and roles. */
import fc from 'fast-check'
import type { NeedDocument, PartDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import type { Weekday } from '../../src/time.ts'
import type { Size } from '../arbitraries.ts'

/** Absent as often as not; mostly absent; seldom absent. */
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
export const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.integer({ min: 0, max: 3 }).chain((n) => (n < 3 ? fc.constant(undefined) : arbitrary))
export const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 })

/** Days of a week with a session, and which sessions: early mornings, evenings and weekends now and then. */
export function calendars(size: Size): fc.Arbitrary<PartDocument[]> {
  const days = fc.subarray<Weekday>(['mon', 'tue', 'wed', 'thu', 'fri'], { minLength: 1, maxLength: size.days })
  const evening = seldom(fc.constantFrom(60, 90, 210))
  const weekend = seldom(fc.subarray<Weekday>(['sat', 'sun'], { minLength: 1 }))
  return fc
    .record({ days, early: seldom(fc.constant(true)), pm: fc.boolean(), evening, weekend })
    .map(({ days, early, pm, evening, weekend }) => [
      ...(early ? [{ id: 'early', starts: '06:30', ends: '08:00', days, enhancedAccess: true, counts: 0.5 }] : []),
      { id: 'am', starts: '08:30', ends: '12:40', days },
      ...(pm ? [{ id: 'pm', starts: '14:00', ends: '18:10', days }] : []),
      ...(evening === undefined ? [] : [eveningPart(evening, days)]),
      ...(weekend === undefined
        ? []
        : [{ id: 'weekend', starts: '09:00', ends: '13:00', days: weekend, enhancedAccess: true }]),
    ])
}

function eveningPart(minutes: number, days: readonly Weekday[]): PartDocument {
  const ends = `${18 + Math.floor((30 + minutes) / 60)}:${String((30 + minutes) % 60).padStart(2, '0')}`
  const counts = minutes > 90 ? 1 : 0.5
  return { id: 'evening', starts: '18:30', ends, days: days.slice(0, 2), enhancedAccess: true, counts }
}

export function sites(size: Size): fc.Arbitrary<RotaDocument['sites']> {
  const site = fc.record({
    patients: fc.constantFrom(1000, 3000, 6000, 9000),
    rooms: fc.constantFrom(1, 2, 4),
    away: sometimes(fc.constantFrom(5, 20, 90)),
  })
  return fc.array(site, { minLength: 1, maxLength: size.sites }).map((drawn) =>
    drawn.map(({ patients, rooms, away }, i) => ({
      id: `s${i + 1}`,
      name: `Site ${i + 1}`,
      patients,
      adjustedPatients: 1.1 * patients,
      rooms,
      ...(away === undefined || i === 0 ? {} : { travel: { s1: away } }),
    })),
  )
}

const NEEDS: readonly NeedDocument[] = [
  { id: 'urgent', title: 'Urgent, same day', within: 'same-day', weight: 10 },
  { id: 'routine', title: 'Routine', within: '2d', weight: 2 },
  { id: 'joints', title: 'Joints', within: '7d', weight: 3 },
  { id: 'visit', title: 'Home visits', within: 'same-day', weight: 6, visit: true },
  { id: 'advice', title: 'Advice', within: '1d', weight: 1, skill: 'advice' },
]

const change = fc.record({
  within: sometimes(fc.constantFrom('same-day', '1d', '3d', '14d')),
  weight: fc.constantFrom(0, 1, 2.5, 10),
  shared: fc.boolean(),
  remote: fc.constantFrom(0, 0.5, 1),
})

export function needs(size: Size): fc.Arbitrary<NeedDocument[]> {
  const drawn = fc.subarray([...NEEDS], { minLength: 1, maxLength: size.needs })
  const changes = fc.array(change, { minLength: NEEDS.length, maxLength: NEEDS.length })
  return fc.tuple(drawn, changes, fc.nat(6)).map(([kept, changed, follows]) =>
    kept.map((need, i) => {
      const { within, weight = 1, shared = false, remote = 0 } = changed[i] ?? {}
      const inRooms = need.visit === true ? {} : { remote }
      return { ...need, within: within ?? need.within, weight, shared, ...inRooms, followUp: i === follows }
    }),
  )
}

const skill = fc.record({
  may: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  minutes: fc.constantFrom(10, 20, 45),
  returns: fc.constantFrom(0, 0, 0.25),
})

const role = fc.record({
  skills: fc.array(skill, { minLength: NEEDS.length, maxLength: NEEDS.length }),
  maxContactsPerDay: sometimes(fc.constantFrom(4, 10, 25)),
  maxSites: seldom(fc.constantFrom(1, 2)),
  supervised: sometimes(
    fc.record({ minutes: fc.constantFrom(0, 30, 90), where: fc.constantFrom('site' as const, 'network' as const) }),
  ),
  duty: fc.boolean(),
  costPerSession: fc.constantFrom(0, 100, 267),
})

const ROLES = [
  { id: 'gp', title: 'GP' },
  { id: 'nurse', title: 'Nurse' },
  { id: 'trainee', title: 'Trainee' },
] as const

/** Always the three of them; GPs hold the duty and supervise. */
export function roles(asked: readonly NeedDocument[]): fc.Arbitrary<RotaDocument['roles']> {
  return fc.tuple(role, role, role).map((drawn) =>
    ROLES.map((named, i) => {
      const { skills = [], supervised, duty = false, maxContactsPerDay, maxSites, costPerSession = 0 } = drawn[i] ?? {}
      const meets = asked.flatMap((need) => {
        const { may = false, ...how } = skills[NEEDS.findIndex((n) => n.id === need.id)] ?? { minutes: 10 }
        return may ? [[need.id, how] as const] : []
      })
      return {
        ...named,
        costPerSession,
        duty: i === 0 || duty,
        meets: Object.fromEntries(meets),
        ...(maxContactsPerDay === undefined ? {} : { maxContactsPerDay }),
        ...(maxSites === undefined ? {} : { maxSites }),
        ...(supervised === undefined || i === 0 ? {} : { supervision: { ...supervised, by: ['gp'] } }),
      }
    }),
  )
}
