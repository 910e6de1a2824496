/** How much of what is due is met in time: in total, by site, by need and by day. */

import { grouped } from '../../src/grouped.ts'
import { isNonUrgent, type Need } from '../../src/needs.ts'
import { byText, placeIn } from '../../src/order.ts'
import type { Problem } from '../../src/problem.ts'
import type {
  AccessReport,
  OverdueReport,
  ServiceFigure,
  ServiceReport,
  UnmetReport,
  UrgentFigure,
} from '../../src/report.ts'
import type { Clinic } from '../../src/rota.ts'
import { type Queue, queuesOf } from './queue.ts'
import { round } from './round.ts'
import { type Met, type Overdue, type Reckoning, reckon, type Target } from './targets.ts'

/** Fewer contacts than this are rounding errors. */
const UNMET_FLOOR = 0.01

/** Service figures of a clinic plan, computed from arrivals and clinics without the model. */
export function serviceOf(problem: Problem, clinics: readonly Clinic[]): ServiceReport {
  const lines = queuesOf(problem, clinics).map((queue): Line => ({ queue, ...reckon(queue, problem) }))
  const ofSite = (id: string) => lines.filter(({ queue }) => queue.site === id)
  return {
    plan: problem.plan,
    ...accessOf(lines, problem),
    sameDay: urgentFigure(targetsOf(lines, isSameDay)),
    unmet: unmetOf(
      problem,
      lines.flatMap(({ targets }) => targets),
    ),
    bySite: problem.sites.map(({ id }) => ({
      site: id,
      ...accessOf(ofSite(id), problem),
      waiting: waitingIn(ofSite(id)),
    })),
    byNeed: problem.needs.map(({ id }) => {
      const own = lines.filter(({ queue }) => queue.need.id === id)
      return { need: id, ...figure(own.flatMap(({ targets }) => targets)), waiting: waitingIn(own) }
    }),
    byDay: byDay(problem, targetsOf(lines, inMeasure(problem))),
  }
}

/** One practice's queue for one need, followed through the horizon. */
type Line = Reckoning & { readonly queue: Queue }

function accessOf(lines: readonly Line[], problem: Problem): AccessReport {
  const met = lines.flatMap((line) => (isNonUrgent(line.queue.need) ? line.met : []))
  return {
    urgent: urgentFigure(targetsOf(lines, inMeasure(problem))),
    routine: figure(targetsOf(lines, (need) => !isSameDay(need))),
    withinOneWeek: seenWithin(7, met),
    withinTwoWeeks: seenWithin(14, met),
    overdue: overdueIn(lines),
  }
}

function targetsOf(lines: readonly Line[], counts: (need: Need) => boolean): Target[] {
  return lines.flatMap(({ queue, targets }) => (counts(queue.need) ? targets : []))
}

function isSameDay({ withinDays }: Need): boolean {
  return withinDays === 0
}

/** Whether a need belongs to the official measure of same-day access; if the document marks none, all same-day needs do. */
function inMeasure({ needs }: Problem): (need: Need) => boolean {
  return needs.some(({ official }) => official) ? ({ official }) => official : isSameDay
}

/** As GPAD counts: the share of contacts met that are met within this many days of the request. */
function seenWithin(days: number, met: readonly Met[]): ServiceFigure {
  const due = sumOf(met)
  const inTime = sumOf(met.filter(({ waited }) => waited <= days))
  return { due: round(due), inTime: round(inTime), share: due > 0 ? round(inTime / due) : 1 }
}

/**
 * Days past the target: the longest that applies to at least half a patient of one practice, since plans have fractional contacts; or of
 * all practices together, if no single one reaches half a patient.
 */
function overdueIn(lines: readonly Line[]): OverdueReport {
  const overdue = lines.flatMap((line) => line.overdue)
  const bySite = grouped(lines, ({ queue }) => queue.site).map((own) =>
    longestWait(own.flatMap((line) => line.overdue)),
  )
  return {
    contacts: round(sumOf(overdue)),
    days: Math.max(0, ...bySite) || longestWait(overdue),
    waiting: round(sumOf(overdue.filter(({ waits }) => waits))),
  }
}

function longestWait(overdue: readonly Overdue[]): number {
  let patients = 0
  const longest = [...overdue]
    .sort((a, b) => b.days - a.days)
    .find(({ contacts }) => {
      patients += contacts
      return patients >= 0.5
    })
  return longest?.days ?? 0
}

function sumOf(rows: readonly { readonly contacts: number }[]): number {
  return rows.reduce((sum, { contacts }) => sum + contacts, 0)
}

function waitingIn(lines: readonly Line[]): number {
  return round(lines.reduce((sum, { waiting }) => sum + sumOf(waiting), 0))
}

/** The same figures, each unmet contact with its cause. */
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

/** If nothing is due, the share in time is 1. */
function figure(targets: readonly Pick<Target, 'due' | 'inTime'>[]): ServiceFigure {
  const due = targets.reduce((sum, t) => sum + t.due, 0)
  const inTime = targets.reduce((sum, t) => sum + t.inTime, 0)
  return { due: round(due), inTime: round(inTime), share: due > 0 ? round(inTime / due) : 1 }
}

function urgentFigure(targets: readonly Target[]): UrgentFigure {
  return { ...figure(targets), atMean: figure(targets.map(({ atMean }) => atMean)) }
}

/** Days on which a site is closed have no figure; contacts due then appear among the unmet ones. */
function byDay(problem: Problem, urgent: readonly Target[]): ServiceReport['byDay'] {
  return problem.horizon.days.flatMap((date, day) =>
    problem.sites.flatMap((site) => {
      const isOpen = problem.horizon.sessions.some((s) => s.day === day && site.open[s.index] === true)
      const here = urgent.filter((t) => t.day === day && t.site === site.id)
      return here.length === 0 || !isOpen ? [] : [{ date, site: site.id, ...figure(here) }]
    }),
  )
}

/** Needs with the highest weight first, then the largest gaps. */
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
