/** What arrives, as the document expects it and as it is planned for. */
import { type Arrivals, busyDay } from '../../demand.ts'
import type { Need } from '../../needs.ts'
import type { Plan } from '../../policy.ts'
import type { Horizon } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { SessionIndex } from './dated.ts'

interface Week {
  readonly indexOf: SessionIndex
  readonly horizon: Horizon
  readonly needs: readonly Need[]
  readonly plan: Plan
}

/** Rows of one site, need and session are added up, at the place of the first. */
export function arrivalsOf(document: RotaDocument, week: Week): Arrivals[] {
  const sums = new Map<string, Omit<Arrivals, 'contacts'>>()
  const add = (row: Omit<Arrivals, 'contacts'>) => {
    const key = `${row.site} ${row.need} ${row.session}`
    sums.set(key, { ...row, mean: (sums.get(key)?.mean ?? 0) + row.mean })
  }
  for (const { contacts, ...row } of document.demand) {
    const session = week.indexOf(row)
    if (session !== undefined) add({ site: row.site, need: row.need, session, mean: contacts })
  }
  return planned([...sums.values()], week)
}

/** Same-day demand of a day is raised as a whole, every part of the day alike. */
function planned(rows: readonly Omit<Arrivals, 'contacts'>[], { horizon, needs, plan }: Week): Arrivals[] {
  const raised = new Set(plan === 'p80' ? needs.filter((need) => need.withinDays === 0).map((need) => need.id) : [])
  const dayOf = (row: Omit<Arrivals, 'contacts'>) => `${row.site} ${row.need} ${horizon.sessions[row.session]?.day}`
  const days = new Map<string, number>()
  for (const row of rows) days.set(dayOf(row), (days.get(dayOf(row)) ?? 0) + row.mean)
  return rows.map((row) => {
    const day = days.get(dayOf(row)) ?? 0
    const factor = raised.has(row.need) && day > 0 ? busyDay(day) / day : 1
    return { ...row, contacts: row.mean * factor }
  })
}
