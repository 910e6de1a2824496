/**
 * Converts a benchmark instance to one of our rota documents. Shift types become parts of the day, costs become rules of one level with the
 * instance's weights, and hard constraints become rules of the level `never`.
 */
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { LIMITS } from '../../src/policy.ts'
import { addDays, WEEKDAYS } from '../../src/time.ts'
import type { Employee, Instance } from './instance.ts'

/** The level of all costs of an instance; no other level has any. */
export const COST_LEVEL = 'wish'

/** A Monday: all instances begin on one. */
const FROM = '2026-11-30'
const SITE = 'ward'

/**
 * Minutes that count as one contract session. Not the real hours of a shift: parts of a day must not overlap, but benchmark shifts do. So
 * each shift gets its own slot of the day, and its minutes determine how many sessions it counts.
 */
const SESSION = 240
/** Most sessions that one part may count, and that a week's contract may have. */
const MOST_COUNTED = 4
const MOST_A_WEEK = 28

/** Features of the instance that our document cannot express; empty if there are none. */
export function unsaid(instance: Instance): string[] {
  const longest = Math.max(0, ...instance.shifts.map((shift) => shift.minutes))
  return [
    ...(instance.days % 7 === 0 ? [] : [`a horizon of ${instance.days} days, which is not whole weeks`]),
    ...(instance.days <= 7 * LIMITS.weeks
      ? []
      : [`a horizon of ${instance.days} days: a document has at most 13 weeks`]),
    ...(instance.staff.length <= LIMITS.people ? [] : [`${instance.staff.length} people in one document`]),
    ...(longest <= SESSION * MOST_COUNTED ? [] : [`a shift of ${longest} minutes`]),
  ]
}

export function documentOf(instance: Instance, seconds: number): RotaDocument {
  const roleOf = new Map(instance.staff.map((one) => [one.id, `terms-${one.id}`]))
  return {
    format: 'rota/1',
    network: { ods: 'U99999', name: instance.name, timezone: 'UTC' },
    week: { from: FROM, weeks: instance.days / 7 },
    parts: partsOf(instance),
    sites: [{ id: SITE, name: 'The ward', patients: 0, rooms: Math.min(1000, instance.staff.length) }],
    plan: 'mean',
    needs: [{ id: 'work', title: 'Work', within: 'same-day', weight: 1 }],
    // Everybody has their own terms, and therefore their own role.
    roles: instance.staff.map(({ id }) => ({
      id: roleOf.get(id) ?? '',
      title: `Terms of ${id}`,
      sessionMinutes: SESSION,
      patientMinutes: SESSION,
      duty: false,
      meets: { work: { minutes: 60 } },
    })),
    people: instance.staff.map((one) => personOf(one, instance, roleOf.get(one.id) ?? '')),
    demand: [],
    rules: rulesOf(instance, roleOf),
    solve: { seconds, gap: 0, seed: 1, engine: 'auto' },
  }
}

/** The date of a day of the instance. */
export function dateOf(day: number): string {
  return addDays(FROM, day)
}

/** Slots of equal length, in order, outside core hours, so that nobody has half days left for admin. */
function partsOf({ shifts }: Instance): RotaDocument['parts'] {
  const slot = Math.floor((24 * 60 - 1) / shifts.length)
  return shifts.map((shift, k) => ({
    id: shift.id,
    starts: clock(k * slot),
    ends: clock((k + 1) * slot),
    days: [...WEEKDAYS],
    enhancedAccess: true,
    counts: shift.minutes / SESSION,
  }))
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

function personOf(one: Employee, { shifts, requests }: Instance, role: string): RotaDocument['people'][number] {
  const longest = Math.max(0, ...shifts.map((shift) => shift.minutes / SESSION))
  const never = shifts.filter((shift) => one.maxShifts.get(shift.id) === 0)
  const works = shifts.filter((shift) => !never.includes(shift)).map((shift) => shift.id)
  return {
    id: one.id,
    name: one.id,
    role,
    home: SITE,
    // One session spare: sessions due after days off are rounded, and the whole rota has a limit of its own.
    contract: { sessions: Math.min(MOST_A_WEEK, 7 * longest), flex: 1 },
    away: one.daysOff.map((day) => ({ from: dateOf(day), to: dateOf(day) })),
    ...(never.length === 0 ? {} : { works: WEEKDAYS.flatMap((day) => works.map((shift) => `${day}-${shift}`)) }),
    wishes: requests
      .filter((request) => request.employee === one.id)
      .map(({ day, shift, want, weight }) => ({ part: shift, date: dateOf(day), want, weight })),
  }
}

/** Every rule that can be switched off is off, except these. */
function rulesOf(instance: Instance, roleOf: ReadonlyMap<string, string>): NonNullable<RotaDocument['rules']> {
  const { staff, shifts, cover } = instance
  const byRole = (number: (one: Employee) => number) =>
    Object.fromEntries(staff.map((one) => [roleOf.get(one.id) ?? '', number(one)]))
  const hard = { level: 'never' }
  const soft = { level: COST_LEVEL }
  const limits = staff.flatMap((one) =>
    [...one.maxShifts]
      .filter(([, most]) => most > 0 && most < instance.days)
      .map(([shift, sessions]) => ({ role: roleOf.get(one.id) ?? '', parts: [shift], sessions })),
  )
  const lines = (weight: (row: Instance['cover'][number]) => number) =>
    cover.map((row) => ({ people: row.required, parts: [row.shift], dates: [dateOf(row.day)], weight: weight(row) }))
  return {
    'sessions-in-a-day': { ...hard, atMost: 1 },
    'days-in-a-row': {
      ...hard,
      atMost: byRole((one) => one.maxConsecutive),
      atLeast: byRole((one) => one.minConsecutive),
    },
    'days-off': { ...hard, atLeast: byRole((one) => one.minDaysOff) },
    weekends: { ...hard, atMost: byRole((one) => one.maxWeekends) },
    successions: { ...hard, forbidden: shifts.flatMap(({ id, notBefore }) => notBefore.map((next) => [id, next])) },
    'agreed-total': {
      ...hard,
      atLeast: byRole((one) => one.minMinutes / SESSION),
      atMost: byRole((one) => one.maxMinutes / SESSION),
    },
    'part-limits': { ...hard, limits },
    'minimum-cover': { ...soft, cover: lines((row) => row.under) },
    'maximum-cover': { ...soft, cover: lines((row) => row.over) },
    preferences: soft,
  }
}
