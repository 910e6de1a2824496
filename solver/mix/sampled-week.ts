/** A sampled week: who is ill, and how many patients call. */
import type { Arrivals } from '../../src/demand.ts'
import { DEMAND_VARIATION } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import { normalAt, poissonAt, uniform } from './draws.ts'

/**
 * Share of days on which a person is ill. Assumptions: in NHS hospitals about 2% for doctors and 5 to
 * 6% for nurses; nothing is published for practices.
 */
export const ILL = { doctor: 0.02, other: 0.05 } as const
/** Probability that somebody who is ill still is on the next working day: spells last two and a half days on average. */
const STAYS_ILL = 0.6
/** Share of booked appointments that are not attended (NHS England, Appointments in General Practice, 2025). */
export const NOT_ATTENDED = 0.043

export interface SampledWeek {
  readonly arrivals: readonly Arrivals[]
  readonly assignments: readonly Assignment[]
  /** By working day: people ill. */
  readonly ill: ReadonlyMap<number, number>
}

/** `sample`: number of the sample. Deterministic for the same arguments. */
export function sampledWeek(
  problem: Problem,
  assignments: readonly Assignment[],
  { seed, sample }: { seed: number; sample: number },
): SampledWeek {
  const factor = 1 + DEMAND_VARIATION * normalAt(uniform(seed, sample, 'demand'))
  const arrivals = problem.arrivals.map((a, n) => {
    const mean = Math.max(0, a.mean * factor)
    const contacts = poissonAt(mean, uniform(seed, sample, a.site, a.need, a.session, n))
    return { ...a, contacts, mean: contacts }
  })
  const away = new Set<string>()
  const ill = new Map<number, number>()
  for (const person of problem.people) {
    const rate = illnessOf(problem.roleById.get(person.role))
    let isIll = false
    for (const day of problem.workingDays) {
      const chance: number = isIll
        ? STAYS_ILL
        : day === problem.workingDays[0]
          ? rate
          : (rate * (1 - STAYS_ILL)) / (1 - rate)
      isIll = uniform(seed, sample, person.id, day) < chance
      if (!isIll) continue
      away.add(`${person.id} ${day}`)
      ill.set(day, (ill.get(day) ?? 0) + 1)
    }
  }
  const stays = (a: Assignment) => !away.has(`${a.person} ${problem.horizon.sessions[a.session]?.day}`)
  return { arrivals, assignments: assignments.filter(stays), ill }
}

export function illnessOf(role: Role | undefined): number {
  return role?.duty === true ? ILL.doctor : ILL.other
}
