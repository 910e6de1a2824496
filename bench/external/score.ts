/**
 * Cost of a schedule by the benchmark's own formula, and the hard rules it breaks. Written only from the benchmark's description: shares no
 * code with our rules, and knows nothing of documents.
 */
import type { Employee, Instance, Shift } from './instance.ts'

/** By employee: the shifts of each day; days off are empty. */
export type Schedule = ReadonlyMap<string, readonly (readonly string[])[]>

export interface Score {
  readonly cost: number
  /** Broken hard rules, in words; empty for a valid schedule. */
  readonly broken: readonly string[]
}

export function score(instance: Instance, schedule: Schedule): Score {
  const daysOf = (id: string) => schedule.get(id) ?? []
  const works = (id: string, day: number, shift: string) => daysOf(id)[day]?.includes(shift) === true
  let cost = 0
  for (const { employee, day, shift, want, weight } of instance.requests)
    if (works(employee, day, shift) !== (want === 'on')) cost += weight
  for (const { day, shift, required, under, over } of instance.cover) {
    const present = instance.staff.filter((one) => works(one.id, day, shift)).length
    cost += present < required ? (required - present) * under : (present - required) * over
  }
  const broken = instance.staff.flatMap((one) => {
    const days = Array.from({ length: instance.days }, (_, day) => daysOf(one.id)[day] ?? [])
    return [
      ...brokenByDay(one, days, instance.shifts),
      ...brokenInTotal(one, days, instance.shifts),
      ...brokenRuns(one, days),
    ].map((what) => `${one.id}: ${what}`)
  })
  return { cost, broken }
}

type Days = readonly (readonly string[])[]

function brokenByDay(one: Employee, days: Days, shifts: readonly Shift[]): string[] {
  return days.flatMap((worked, day) => {
    const tomorrow = days[day + 1] ?? []
    const forbidden = worked.flatMap((id) => shifts.find((shift) => shift.id === id)?.notBefore ?? [])
    return [
      ...(worked.length > 1 ? [`${worked.length} shifts on day ${day}`] : []),
      ...(worked.length > 0 && one.daysOff.includes(day) ? [`works on day ${day}, a fixed day off`] : []),
      ...tomorrow
        .filter((id) => forbidden.includes(id))
        .map((id) => `${id} on day ${day + 1} may not follow ${worked}`),
    ]
  })
}

function brokenInTotal(one: Employee, days: Days, shifts: readonly Shift[]): string[] {
  const all = days.flat()
  const minutes = all.reduce((sum, id) => sum + (shifts.find((shift) => shift.id === id)?.minutes ?? Number.NaN), 0)
  const weekends = days.filter((_, day) => {
    const saturday = day % 7 === 5
    return saturday && (days[day]?.length || days[day + 1]?.length)
  }).length
  const many = [...one.maxShifts].filter(([id, most]) => all.filter((worked) => worked === id).length > most)
  return [
    ...(minutes >= one.minMinutes && minutes <= one.maxMinutes ? [] : [`${minutes} minutes in all`]),
    ...(weekends > one.maxWeekends ? [`${weekends} weekends`] : []),
    ...many.map(([id, most]) => `more than ${most} shifts ${id}`),
  ]
}

function brokenRuns(one: Employee, days: Days): string[] {
  const runs: { on: boolean; first: number; length: number }[] = []
  days.forEach((worked, day) => {
    const last = runs.at(-1)
    if (last?.on === worked.length > 0) last.length += 1
    else runs.push({ on: worked.length > 0, first: day, length: 1 })
  })
  return runs.flatMap(({ on, first, length }) => {
    // A run at the start or end of the horizon may extend beyond it.
    const whole = first > 0 && first + length < days.length
    if (on && length > one.maxConsecutive) return [`${length} shifts in a row from day ${first}`]
    if (on && whole && length < one.minConsecutive) return [`only ${length} shifts in a row from day ${first}`]
    if (!on && whole && length < one.minDaysOff) return [`only ${length} days off in a row from day ${first}`]
    return []
  })
}
