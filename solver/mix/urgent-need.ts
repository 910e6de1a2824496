/**
 * How much of a week's urgent need the people present can meet in their clinics and duty sessions, before anything else: booked patients
 * give way, as they do on such a day.
 */
import type { Arrivals } from '../../src/demand.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { Engine } from '../engines/engine.ts'
import { clinicTime } from '../rules/clinic-time.ts'
import { patientsFirst } from '../rules/patients-first.ts'
import { seenSameDay } from '../rules/seen-same-day.ts'
import { contactPlan } from '../search/contact-plan.ts'

const RULES = [clinicTime, patientsFirst, seenSameDay]

/** By day of the horizon: urgent contacts that arise, and those not met. */
export interface UrgentDay {
  readonly day: number
  readonly due: number
  readonly missed: number
}

export interface UrgentWeek {
  readonly arrivals: readonly Arrivals[]
  readonly assignments: readonly Assignment[]
}

export async function urgentDays(
  problem: Problem,
  { arrivals, assignments }: UrgentWeek,
  engine: Engine,
): Promise<UrgentDay[]> {
  const needs = problem.needs.filter((need) => need.withinDays === 0)
  const needById = new Map(needs.map((need) => [need.id, need]))
  const asked = arrivals.filter((a) => needById.has(a.need))
  const week: Problem = { ...problem, needs, needById, arrivals: asked, waiting: [] }
  const { clinics } = await contactPlan(week, assignments, { engine, rules: RULES })
  const dayOf = (session: number) => problem.horizon.sessions[session]?.day
  const sum = (rows: readonly { readonly session: number; readonly contacts: number }[], day: number) =>
    rows.filter(({ session }) => dayOf(session) === day).reduce((total, row) => total + row.contacts, 0)
  return problem.workingDays.map((day) => {
    const due = sum(asked, day)
    return { day, due, missed: Math.max(0, due - sum(clinics, day)) }
  })
}
