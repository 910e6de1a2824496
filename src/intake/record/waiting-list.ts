/** Who is waiting on Monday: the previous week's remaining contacts, otherwise an estimate. */
import { addDays, type Day, daysBetween } from '../../time.ts'
import { waits } from '../network/backlog.ts'
import { round } from '../network/demand.ts'
import { EXPECTED_RETURNS, NEEDS, NEEDS_PER_PATIENTS, targetDays } from '../network/needs.ts'
import type { NetworkRecord } from '../record-document.ts'
import type { NeedDocument, RotaDocument, SiteDocument } from '../rota-document.ts'
import { weeklyOf } from './arrivals.ts'
import type { PublishedRota } from './past.ts'

type Backlog = NonNullable<RotaDocument['backlog']>

export interface WaitingList {
  readonly rows: Backlog
  readonly estimated: boolean
}

interface Week {
  readonly record: NetworkRecord
  readonly monday: Day
  readonly sites: readonly SiteDocument[]
  readonly needs: readonly NeedDocument[]
}

/** Carried over from the rota that ends the day before, if it is published and lists who is still waiting. */
export function waitingListOf(past: readonly PublishedRota[], week: Week): WaitingList {
  const before = past.findLast(({ to }) => addDays(to, 1) === week.monday)?.waiting
  return before ? { rows: carried(before, week), estimated: false } : { rows: estimate(week), estimated: true }
}

/** Longest wait first within a site and need. Lists of sites and needs that are no longer in the record are dropped. */
function carried(before: NonNullable<PublishedRota['waiting']>, { monday, sites, needs }: Week): Backlog {
  return sites.flatMap((site) =>
    needs.flatMap((need) => {
      const byDays = new Map<number, number>()
      for (const row of before) {
        if (row.site !== site.id || row.need !== need.id) continue
        const waited = Math.max(0, daysBetween(row.asked, monday))
        byDays.set(waited, (byDays.get(waited) ?? 0) + row.contacts)
      }
      return rowsOf({ site: site.id, need: need.id }, byDays)
    }),
  )
}

/** Typical of practices in England that keep up with arrivals. */
function estimate({ record, sites, needs }: Week): Backlog {
  return sites.flatMap((site) =>
    needs.flatMap((need) => {
      const days = targetDays(need)
      if (days === 0) return []
      const weekly = weeklyOf(record, site, need) + returnsOf(record, site, need)
      const byDays = new Map(waits((days * 7) / 5).map(({ waitedDays, weeks }) => [waitedDays, weekly * weeks]))
      return rowsOf({ site: site.id, need: need.id }, byDays)
    }),
  )
}

/** Returns to a GP are added to the waiting list, unless the record has its own figures, which already include them. */
function returnsOf(record: NetworkRecord, site: SiteDocument, { id, followUp }: NeedDocument): number {
  const known = followUp === true && NEEDS.some(({ need }) => need.id === id)
  const atlas = (record.demand?.source ?? 'atlas') === 'atlas'
  return known && atlas ? (EXPECTED_RETURNS / NEEDS_PER_PATIENTS) * site.patients : 0
}

function rowsOf(of: { readonly site: string; readonly need: string }, byDays: ReadonlyMap<number, number>): Backlog {
  return [...byDays]
    .sort(([a], [b]) => b - a)
    .map(([waitedDays, contacts]) => ({ ...of, waitedDays, contacts: round(contacts) }))
    .filter(({ contacts }) => contacts > 0)
}
