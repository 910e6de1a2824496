/** Estimates contacts waiting on the first Monday, for a practice that keeps up with arrivals. */
import type { PracticeEntry } from '../atlas.ts'
import type { RotaDocument } from '../rota-document.ts'
import { type DemandLevels, round, weeklyOf } from './demand.ts'
import { EXPECTED_RETURNS, NEEDS, type NeedModel, targetDays } from './needs.ts'

/**
 * Share of contacts still waiting a number of days after they were requested. From the published bands of time from booking to
 * appointment (same day, 1, 2 to 7, 8 to 14, 15 to 21, 22 to 28 days and more), excluding same-day contacts and split by target: one in
 * three waits more than 14 days (18.3% of all in May 2026), mostly planned contacts with a target of 28 days. Interpolated linearly; 6 to
 * 10% are late.
 */
const STILL_WAITING: readonly { readonly from: number; readonly curve: readonly (readonly [number, number])[] }[] = [
  {
    from: 21,
    curve: [
      [0, 1],
      [7, 0.9],
      [14, 0.7],
      [21, 0.4],
      [28, 0.06],
      [35, 0],
    ],
  },
  {
    from: 10,
    curve: [
      [0, 1],
      [1, 0.92],
      [7, 0.62],
      [14, 0.08],
      [21, 0],
    ],
  },
  {
    from: 5,
    curve: [
      [0, 1],
      [1, 0.85],
      [7, 0.1],
      [14, 0],
    ],
  },
  {
    from: 1,
    curve: [
      [0, 1],
      [4, 0.1],
      [7, 0],
    ],
  },
]

/** Days waited by Monday morning for requests made on Friday, Thursday, and so on. There are no requests at weekends. */
const OF_A_WEEK = [3, 4, 5, 6, 7]
const WEEKS_BACK = 5

/** Rows of `backlog`: one per day for contacts that are late or due in the first week, one per week for more recent ones. */
export function backlogRows(
  practices: readonly PracticeEntry[],
  levels: DemandLevels,
): NonNullable<RotaDocument['backlog']> {
  const models = NEEDS.filter(({ need }) => targetDays(need) > 0)
  return practices.flatMap((practice) =>
    models.flatMap((model) => {
      const weekly = weeklyOf(practice, withReturns(model), levels)
      return waits((targetDays(model.need) * 7) / 5)
        .map(({ waitedDays, weeks }) => ({
          site: practice.ods,
          need: model.need.id,
          waitedDays,
          contacts: round(weekly * weeks),
        }))
        .filter(({ contacts }) => contacts > 0)
    }),
  )
}

/** Contacts returned to a GP are part of the backlog. */
function withReturns(model: NeedModel): NeedModel {
  return model.need.followUp === true ? { ...model, weekly: model.weekly + EXPECTED_RETURNS } : model
}

/** The backlog for a target in calendar days, longest wait first: days waited on a Monday morning, and its size in weeks of arrivals. */
export function waits(target: number): { waitedDays: number; weeks: number }[] {
  const days = Array.from({ length: WEEKS_BACK }, (_, week) => OF_A_WEEK.map((day) => day + 7 * week)).flat()
  const rows = new Map<number, number>()
  for (const day of days) {
    const row = target - day < 7 ? Math.min(day, Math.ceil(target) + 3) : weekOf(day)
    rows.set(row, (rows.get(row) ?? 0) + stillWaiting(day, target) / OF_A_WEEK.length)
  }
  return [...rows]
    .map(([waitedDays, weeks]) => ({ waitedDays, weeks }))
    .filter(({ weeks }) => weeks > 0)
    .sort((a, b) => b.waitedDays - a.waitedDays)
}

/** The middle of the week in which they arrived. */
function weekOf(day: number): number {
  return 7 * Math.floor((day - 3) / 7) + 5
}

function stillWaiting(days: number, target: number): number {
  const { curve = [] } = STILL_WAITING.find(({ from }) => target >= from) ?? {}
  const next = curve.findIndex(([day]) => day >= days)
  const [dayA, shareA] = curve[next - 1] ?? [0, 1]
  const [dayB, shareB] = curve[next] ?? [days, 0]
  return next < 0 ? 0 : shareA + ((shareB - shareA) * (days - dayA)) / (dayB - dayA || 1)
}
