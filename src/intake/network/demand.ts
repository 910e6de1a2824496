/** What arrives at each practice in each half-day, and what already waits. */
import type { Atlas, PracticeEntry } from '../atlas.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Calendar } from './calendar.ts'
import { NEEDS, NEEDS_PER_PATIENTS, type NeedModel, targetDays } from './needs.ts'

/** Least and most that a practice's demand may stand from the national mean. */
const LEVELS = { least: 0.75, most: 1.3 } as const

/** By code of the practice: its demand against the national mean. */
export type DemandLevels = ReadonlyMap<string, number>

/**
 * Each practice's demand against the nation's, from calls and online requests together (a request moves from one to the
 * other where a practice goes online). A practice that does not report takes its network's mean, else the nation's.
 * The square root damps it: telephone systems count differently, and a caller who is not answered rings again, so twice
 * the calls is not twice the need. What is left is held between 0.75 and 1.3; over England it comes to 0.99.
 */
export function demandLevels(atlas: Atlas, practices: readonly PracticeEntry[]): DemandLevels {
  const nation = nationalRate(atlas)
  const network = meanRate(practices) ?? nation
  return new Map(
    practices.map((practice) => {
      const level = Math.sqrt((rateOf(practice) ?? network) / nation)
      return [practice.ods, Math.min(LEVELS.most, Math.max(LEVELS.least, level))]
    }),
  )
}

/** Calls and online requests per 1,000 patients and working day; null where calls are not reported. */
function rateOf({ calls, online }: PracticeEntry): number | null {
  return calls === null ? null : calls + (online ?? 0)
}

const nations = new WeakMap<Atlas, number>()

function nationalRate(atlas: Atlas): number {
  const rate = nations.get(atlas) ?? meanRate([...atlas.practices.values()]) ?? 1
  nations.set(atlas, rate)
  return rate
}

/** Weighted by patients; null where none reports. */
function meanRate(practices: readonly PracticeEntry[]): number | null {
  const reporting = practices.filter((practice) => rateOf(practice) !== null)
  const patients = reporting.reduce((sum, practice) => sum + practice.patients, 0)
  const contacts = reporting.reduce((sum, practice) => sum + (rateOf(practice) ?? 0) * practice.patients, 0)
  return patients > 0 ? contacts / patients : null
}

/** Rows of `demand`: one for each practice, need and open half-day. Nothing arrives in evenings and on Saturdays. */
export function demandRows(
  practices: readonly PracticeEntry[],
  { shares, levels }: { shares: Calendar['shares']; levels: DemandLevels },
): RotaDocument['demand'] {
  return practices.flatMap((practice) =>
    NEEDS.flatMap((model) => {
      const weekly = weeklyOf(practice, model, levels)
      return (shares.get(model.shape) ?? [])
        .map(({ date, part, share }) => ({
          site: practice.ods,
          need: model.need.id,
          date,
          part,
          contacts: round(weekly * share),
        }))
        .filter(({ contacts }) => contacts > 0)
    }),
  )
}

/**
 * Rows of `backlog`: who already waits in a steady state, where each day's arrivals wait until shortly before their
 * target. So a week's worth comes due in a week, on Tuesday to Friday, and what came in later stands in one row a week.
 * A target of less than a week leaves half a day's arrivals from before the weekend.
 */
export function backlogRows(
  practices: readonly PracticeEntry[],
  levels: DemandLevels,
): NonNullable<RotaDocument['backlog']> {
  return practices.flatMap((practice) =>
    NEEDS.filter(({ need }) => targetDays(need) > 0).flatMap((model) => {
      const weekly = weeklyOf(practice, model, levels)
      return waits(targetDays(model.need))
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

/**
 * Who waits under a target of so many working days, oldest first: days of the calendar waited on a Monday morning, and how many
 * weeks' arrivals they are.
 */
function waits(workingDays: number): { waitedDays: number; weeks: number }[] {
  if (workingDays < 5) return [{ waitedDays: 3, weeks: 0.1 }]
  const target = 7 * Math.floor(workingDays / 5)
  const dueThisWeek = [1, 2, 3, 4].map((day) => ({ waitedDays: target - day, weeks: 1 / 4 }))
  const later = Array.from({ length: Math.floor(target / 7) - 1 }, (_, n) => ({
    waitedDays: target - 9 - 7 * n,
    weeks: 1,
  }))
  return [...dueThisWeek, ...later]
}

/** Contacts of a need in an ordinary week of this practice. */
function weeklyOf(practice: PracticeEntry, { weekly }: NeedModel, levels: DemandLevels): number {
  return (weekly / NEEDS_PER_PATIENTS) * practice.patients * (levels.get(practice.ods) ?? 1)
}

function round(contacts: number): number {
  return Math.round(contacts * 100) / 100
}
