/** What arrives at each practice in each half-day. */
import type { Atlas, PracticeEntry } from '../atlas.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Calendar } from './calendar.ts'
import { NEEDS, NEEDS_PER_PATIENTS, type NeedModel } from './needs.ts'

/** The range within which a practice's demand may differ from the national mean. */
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

/** Weighted by patients; null if none reports. */
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

/** Contacts of a need in an ordinary week of this practice. */
export function weeklyOf(practice: PracticeEntry, { weekly }: NeedModel, levels: DemandLevels): number {
  return (weekly / NEEDS_PER_PATIENTS) * practice.patients * (levels.get(practice.ods) ?? 1)
}

/** Contacts to two places, as documents have them. */
export function round(contacts: number): number {
  return Math.round(contacts * 100) / 100
}
