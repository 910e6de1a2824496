/** A week's demand by need and day, and how much of it the rota sees. */

import { addDays } from '../../parts/dates.ts'
import type { KnownWeek } from '../../parts/week/week-queries.ts'

export interface NeedDay {
  readonly day: string
  readonly arrives: number
  /** Null if there is no rota. */
  readonly seen: number | null
}

export interface NeedWeek {
  readonly id: string
  readonly title: string
  readonly isSameDay: boolean
  readonly days: readonly NeedDay[]
  readonly arrives: number
  readonly seen: number | null
  /** Share of due contacts met by their target; null if there is no rota or nothing is due. */
  readonly inTime: number | null
}

export interface WeekDemand {
  readonly plan: 'mean' | 'p80'
  readonly days: readonly string[]
  readonly needs: readonly NeedWeek[]
}

/** For one site or all. A site's seen contacts are those of its patients, wherever they are seen. */
export function demandOf({ document, rota }: KnownWeek, from: string, site: string | null): WeekDemand {
  const demand = document.demand.filter((row) => site === null || row.site === site)
  const clinics = (rota?.report?.clinics ?? rota?.clinics ?? null)?.filter(
    ({ patientsOf }) => site === null || patientsOf === site,
  )
  const week = Array.from({ length: 7 }, (_, n) => addDays(from, n))
  const days = week.filter((day) => [...demand, ...(clinics ?? [])].some(({ date }) => date === day))
  const shares = new Map(
    (site === null ? (rota?.report ?? rota?.judgement)?.service.byNeed : [])?.map((row) => [row.need, row]),
  )
  const needs = document.needs.map((need): NeedWeek => {
    const own = days.map((day) => ({
      day,
      arrives: sum(demand.filter((row) => row.need === need.id && row.date === day)),
      seen: clinics == null ? null : sum(clinics.filter((row) => row.need === need.id && row.date === day)),
    }))
    const share = shares.get(need.id)
    return {
      id: need.id,
      title: need.title,
      isSameDay: need.within === 'same-day',
      days: own,
      arrives: own.reduce((all, { arrives }) => all + arrives, 0),
      seen: clinics == null ? null : own.reduce((all, { seen }) => all + (seen ?? 0), 0),
      inTime: share === undefined || share.due === 0 ? null : share.inTime / share.due,
    }
  })
  return {
    plan: document.plan ?? 'p80',
    days,
    needs: needs.filter(({ arrives, seen }) => arrives > 0 || (seen ?? 0) > 0),
  }
}

function sum(rows: readonly { readonly contacts: number }[]): number {
  return rows.reduce((all, { contacts }) => all + contacts, 0)
}
