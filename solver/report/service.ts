/** How much of what is due is met in time: in all, by site, by need and by day. */

import { byText, placeIn } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type { ServiceFigure, ServiceReport, UnmetReport, UrgentFigure } from '../../src/report.ts'
import type { Clinic } from '../../src/rota.ts'
import { queuesOf } from './queue.ts'
import { round } from './round.ts'
import { reckon, type Target } from './targets.ts'

/** Fewer contacts than this are rounding, not people. */
const UNMET_FLOOR = 0.01

interface Waiting {
  readonly site: string
  readonly need: string
  readonly contacts: number
}

/** Service figures of a clinic plan, straight from its arrivals and clinics: no model has a say in it. */
export function serviceOf(problem: Problem, clinics: readonly Clinic[]): ServiceReport {
  const reckoned = queuesOf(problem, clinics).map((queue) => ({ queue, ...reckon(queue, problem) }))
  const targets = reckoned.flatMap((r) => r.targets)
  const waiting = reckoned.map(
    ({ queue, waiting }): Waiting => ({ site: queue.site, need: queue.need.id, contacts: waiting }),
  )
  const urgent = targets.filter((t) => isSameDay(problem, t))
  const routine = targets.filter((t) => !isSameDay(problem, t))
  return {
    plan: problem.plan,
    urgent: urgentFigure(urgent),
    routine: figure(routine),
    unmet: unmetOf(problem, targets),
    bySite: problem.sites.map(({ id }) => ({
      site: id,
      urgent: urgentFigure(urgent.filter((t) => t.site === id)),
      routine: figure(routine.filter((t) => t.site === id)),
      waiting: total(waiting.filter((w) => w.site === id)),
    })),
    byNeed: problem.needs.map(({ id }) => ({
      need: id,
      ...figure(targets.filter((t) => t.need === id)),
      waiting: total(waiting.filter((w) => w.need === id)),
    })),
    byDay: byDay(problem, urgent),
  }
}

/** The same figures, and why each contact that is not met in time is not. */
export function withCauses(
  service: ServiceReport,
  causeOf?: (unmet: UnmetReport) => string | undefined,
): ServiceReport {
  const unmet = service.unmet.map((row) => {
    const cause = causeOf?.(row)
    return cause === undefined ? row : { ...row, cause }
  })
  return { ...service, unmet }
}

function isSameDay(problem: Problem, target: Target): boolean {
  return problem.needById.get(target.need)?.withinDays === 0
}

/** Where nothing is due, all of it is in time. */
function figure(targets: readonly Pick<Target, 'due' | 'inTime'>[]): ServiceFigure {
  const due = targets.reduce((sum, t) => sum + t.due, 0)
  const inTime = targets.reduce((sum, t) => sum + t.inTime, 0)
  return { due: round(due), inTime: round(inTime), share: due > 0 ? round(inTime / due) : 1 }
}

function urgentFigure(targets: readonly Target[]): UrgentFigure {
  return { ...figure(targets), atMean: figure(targets.map(({ atMean }) => atMean)) }
}

function total(waiting: readonly Waiting[]): number {
  return round(waiting.reduce((sum, w) => sum + w.contacts, 0))
}

function byDay(problem: Problem, urgent: readonly Target[]): ServiceReport['byDay'] {
  return problem.horizon.days.flatMap((date, day) =>
    problem.sites.flatMap((site) => {
      const here = urgent.filter((t) => t.day === day && t.site === site.id)
      return here.length === 0 ? [] : [{ date, site: site.id, ...figure(here) }]
    }),
  )
}

/** The needs that weigh most come first, then the largest gaps. */
function unmetOf(problem: Problem, targets: readonly Target[]): UnmetReport[] {
  const weight = (t: UnmetReport) => problem.needById.get(t.need)?.weight ?? 0
  const place = placeIn(problem.sites)
  return targets
    .filter((t) => t.due - t.inTime > UNMET_FLOOR)
    .map((t) => ({
      site: t.site,
      need: t.need,
      date: problem.horizon.days[t.day] ?? '',
      contacts: round(t.due - t.inTime),
    }))
    .sort(
      (a, b) =>
        weight(b) - weight(a) ||
        b.contacts - a.contacts ||
        byText(a.date, b.date) ||
        place(a.site) - place(b.site) ||
        byText(a.need, b.need),
    )
}
