/** Estimates a week with more or fewer sessions. Optimistic: no rota leaves less need unmet, but a rota may leave more. */
import type { MixSketch, SketchGroup } from '../../src/mix-sketch.ts'
import type { Lp } from '../lp/lp.ts'
import { type EstimateProgramme, estimateProgramme, type RoleSessions } from './estimate-programme.ts'

/** Contacts due, and those of them met in time. */
export interface Met {
  readonly due: number
  readonly inTime: number
}

export interface Estimate {
  /** `seen`: contacts met within the weeks, whether due or not. */
  readonly byNeed: readonly (Met & { readonly need: string; readonly seen: number })[]
  /** Same-day need. */
  readonly byDay: readonly (Met & { readonly date: string; readonly weekday: string })[]
  readonly urgent: Met
  readonly routine: Met
  /** Contacts left for later weeks. */
  readonly waiting: number
  /** Half days of duty that nobody could hold. */
  readonly dutyShort: number
}

/** Solves an LP; null if it is infeasible. */
export type SolveLp = (lp: Lp) => Float64Array | null

export function estimateOf(sketch: MixSketch, more: RoleSessions, solve: SolveLp): Estimate | null {
  const programme = estimateProgramme(sketch, more)
  const point = solve(programme.lp)
  return point === null ? null : told(sketch, programme, point)
}

function told(sketch: MixSketch, { unmet, dutyShort }: EstimateProgramme, point: Float64Array): Estimate {
  const value = (column: number) => Math.max(0, point[column] ?? 0)
  const missed = unmet.filter(({ later }) => !later)
  const lost = (some: typeof unmet) => some.reduce((sum, { column }) => sum + value(column), 0)
  const byNeed = sketch.needs.map(({ id: need, due, all }) => ({
    need,
    due,
    inTime: due - lost(missed.filter((one) => one.need === need)),
    seen: all - lost(unmet.filter((one) => one.need === need)),
  }))
  const byDay = sketch.days.flatMap(({ date, weekday }, day) => {
    const due = sum(sketch.needs.map(({ byDay: arriving }) => arriving[day] ?? 0))
    return due === 0 ? [] : [{ date, weekday, due, inTime: due - lost(missed.filter((one) => one.day === day)) }]
  })
  const sameDay = new Set(sketch.needs.filter((need) => need.sameDay).map(({ id }) => id))
  const totalOf = (isUrgent: boolean): Met => {
    const own = byNeed.filter(({ need }) => sameDay.has(need) === isUrgent)
    return { due: sum(own.map(({ due }) => due)), inTime: sum(own.map(({ inTime }) => inTime)) }
  }
  return {
    byNeed,
    byDay,
    urgent: totalOf(true),
    routine: totalOf(false),
    waiting: sum(unmet.filter(({ day }) => day === null).map(({ column }) => value(column))),
    dutyShort: sum(dutyShort.map(value)),
  }
}

/** Multiples of the document's assumptions about substitution. */
export interface Substitution {
  readonly minutes: number
  readonly returns: number
  readonly supervision: number
}

/** The range of the evidence; in `low` other roles replace the least of a GP (sources in src/intake/scenario/evidence.ts). */
export const EVIDENCE: { readonly low: Substitution; readonly high: Substitution } = {
  low: { minutes: 1.3, returns: 2, supervision: 2 },
  high: { minutes: 0.9, returns: 0.3, supervision: 0.5 },
}

/** The sketch with its assumptions about roles other than GPs (minutes, returns and so on) multiplied by `times`. */
export function withSubstitution(sketch: MixSketch, times: Substitution): MixSketch {
  const gps = new Set(sketch.roles.filter(({ gp }) => gp).map(({ id }) => id))
  const groups = sketch.groups.map((group): SketchGroup => {
    if (group.duty || gps.has(group.role)) return group
    const meets = group.meets.map(({ need, minutes, returns }) => ({
      need,
      minutes: Math.max(1, minutes * times.minutes),
      returns: Math.min(1, returns * times.returns),
    }))
    const supervision = group.supervision && {
      ...group.supervision,
      minutes: group.supervision.minutes * times.supervision,
    }
    return { ...group, meets, supervision }
  })
  return { ...sketch, groups }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
