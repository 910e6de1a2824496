/**
 * Estimates who is waiting at the end of a quarter: thirteen weeks like its first, each starting with the list that the previous one left.
 */
import { grouped } from '../../src/grouped.ts'
import type { MixSketch } from '../../src/mix-sketch.ts'
import { WEEKS_A_QUARTER, WEEKS_A_YEAR } from '../../src/pay-weeks.ts'
import type { Problem } from '../../src/problem.ts'
import type { WaitingRow } from '../../src/workforce-plan.ts'
import type { Engine } from '../engines/engine.ts'
import { type Estimate, estimateOf } from './estimate.ts'
import { estimateProgramme } from './estimate-programme.ts'
import { sketchOf } from './sketch.ts'

/**
 * Most weeks' worth of requests that wait past their target: if the list is longer, further patients stop asking or go elsewhere. An
 * assumption, since nothing is published on how many do.
 */
const MOST_WEEKS_LATE = 4
const WORKING_DAYS = 5

/** Tie-breaker: of equally good plans, prefer the one that leaves the fewest contacts, so that the list does not depend on the engine. */
const TIE = 1e-3

/** Contacts by need, without same-day need, which does not wait. */
export type WaitingByNeed = ReadonlyMap<string, number>

/** The waiting list at the start of a document's week. */
export function waitingAtStart({ needs, waiting }: Problem): WaitingByNeed {
  const ids = needs.filter(({ withinDays }) => withinDays > 0).map(({ id }) => id)
  return new Map(ids.map((id) => [id, sum(waiting.filter(({ need }) => need === id))]))
}

/** The waiting list after a quarter of weeks like this one. A lower limit, since the estimate merges all practices. */
export async function waitingAfter(problem: Problem, engine: Engine): Promise<WaitingByNeed> {
  const sketch = sketchOf(problem)
  const arriving = new Map(sketch.needs.map(({ id, all }) => [id, all - (waitingAtStart(problem).get(id) ?? 0)]))
  const most = waitingAtStart(problem)
  const within = (need: string) => (problem.needById.get(need)?.withinDays ?? 0) / WORKING_DAYS
  let waiting = most
  for (let week = 0; week < WEEKS_A_QUARTER; week++) {
    const own = week === 0 ? sketch : later(sketch, { problem, arriving, waiting })
    const estimate = await estimated(own, engine)
    if (estimate === null) return waiting
    const start = waiting
    waiting = new Map(
      estimate.byNeed
        .filter(({ need }) => start.has(need))
        .map(({ need, seen }) => {
          const asked = arriving.get(need) ?? 0
          const left = asked + (start.get(need) ?? 0) - seen
          return [
            need,
            Math.max(0, Math.min(left, Math.max((within(need) + MOST_WEEKS_LATE) * asked, most.get(need) ?? 0))),
          ]
        }),
    )
  }
  return waiting
}

async function estimated(sketch: MixSketch, engine: Engine): Promise<Estimate | null> {
  const limits = { seconds: 60, relativeGap: 0, absoluteGap: 0, seed: 1 }
  const { lp, unmet } = estimateProgramme(sketch)
  const cost = lp.cost.slice()
  for (const { column } of unmet) cost[column] = (cost[column] ?? 0) + TIE
  const answer = await engine.solve({ ...lp, cost }, limits)
  return estimateOf(sketch, new Map(), () => ('point' in answer ? answer.point : null))
}

interface Later {
  readonly problem: Problem
  readonly arriving: WaitingByNeed
  readonly waiting: WaitingByNeed
}

/** The week with another waiting list. First come, first served, so contacts requested longer ago than the target are due. */
function later(sketch: MixSketch, { problem, arriving, waiting }: Later): MixSketch {
  const needs = sketch.needs.map((need) => {
    const list = waiting.get(need.id)
    if (list === undefined) return need
    const asked = arriving.get(need.id) ?? 0
    const within = (problem.needById.get(need.id)?.withinDays ?? 0) / WORKING_DAYS
    return { ...need, all: list + asked, due: Math.max(0, list + asked - within * asked) }
  })
  return { ...sketch, needs }
}

/** Contacts on the list that are past their target, first come, first served. */
export function lateOf(waiting: WaitingByNeed, { needById, arrivals, horizon }: Problem): number {
  return [...waiting].reduce((late, [need, contacts]) => {
    const weekly = sum(arrivals.filter((row) => row.need === need)) / horizon.weeks
    return late + Math.max(0, contacts - ((needById.get(need)?.withinDays ?? 0) / WORKING_DAYS) * weekly)
  }, 0)
}

/** The list as rows of a document. Practices share it as they share today's list, and the most recent requests have waited the shortest. */
export function waitingRows(problem: Problem, waiting: WaitingByNeed): WaitingRow[] {
  return [...waiting].flatMap(([need, contacts]) => {
    const asked = problem.arrivals.filter((row) => row.need === need)
    const listed = problem.waiting.filter((row) => row.need === need)
    const like: readonly Share[] = sum(listed) > 0 ? listed : asked
    const shares = grouped(like, ({ site }) => site)
    const all = sum(shares.flat())
    return shares.flatMap((own) => {
      const site = own[0]?.site ?? ''
      const weekly = sum(asked.filter((row) => row.site === site)) / problem.horizon.weeks
      const list = all > 0 ? (contacts * sum(own)) / all : 0
      return byDay(list, weekly).map((row) => ({ site, need, ...row }))
    })
  })
}

interface Share {
  readonly site: string
  readonly contacts: number
}

/** The list on a Monday: requests from Friday, Thursday and so on, a fifth of a week's requests per day, until all are counted. */
function byDay(contacts: number, weekly: number): { readonly waitedDays: number; readonly contacts: number }[] {
  const each = Math.max(weekly, contacts / WEEKS_A_YEAR) / WORKING_DAYS
  const days = each > 0 ? Math.ceil(contacts / each - 1e-9) : 0
  return Array.from({ length: days }, (_, back) => ({
    waitedDays: 3 + (back % WORKING_DAYS) + 7 * Math.floor(back / WORKING_DAYS),
    contacts: Math.round(1000 * Math.min(each, contacts - back * each)) / 1000,
  })).filter((row) => row.contacts > 0)
}

function sum(rows: readonly { readonly contacts: number }[]): number {
  return rows.reduce((total, { contacts }) => total + contacts, 0)
}
