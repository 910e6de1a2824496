/** Generates arrivals at each practice in each half-day. */
import type { Atlas, PracticeEntry } from '../atlas.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Calendar } from './calendar.ts'
import { NEEDS, NEEDS_PER_PATIENTS, type NeedModel } from './needs.ts'

/** Bounds on a practice's demand relative to the national mean. */
const LEVELS = { least: 0.75, most: 1.3 } as const

/** By practice code: demand relative to the national mean. */
export type DemandLevels = ReadonlyMap<string, number>

/**
 * Each practice's demand relative to England's, from calls and online requests together (requests shift from one to the other when a
 * practice goes online). Practices that don't report get their network's mean, or else England's. A square root dampens it: telephone
 * systems count differently, and unanswered callers ring again, so that twice the calls isn't twice the need. The result is limited to
 * 0.75–1.3; its mean over England is 0.99.
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

/** Calls and online requests per 1,000 patients per working day; null if calls aren't reported. */
function rateOf({ calls, online }: PracticeEntry): number | null {
  return calls === null ? null : calls + (online ?? 0)
}

const nations = new WeakMap<Atlas, number>()

function nationalRate(atlas: Atlas): number {
  const rate = nations.get(atlas) ?? meanRate([...atlas.practices.values()]) ?? 1
  nations.set(atlas, rate)
  return rate
}

/** Weighted by patients; null if no practice reports. */
function meanRate(practices: readonly PracticeEntry[]): number | null {
  const reporting = practices.filter((practice) => rateOf(practice) !== null)
  const patients = reporting.reduce((sum, practice) => sum + practice.patients, 0)
  const contacts = reporting.reduce((sum, practice) => sum + (rateOf(practice) ?? 0) * practice.patients, 0)
  return patients > 0 ? contacts / patients : null
}

/** Rows of `demand`: one per practice, need and open half-day. Nothing arrives in evenings or on Saturdays. */
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

/** Contacts of a need in an ordinary week at this practice. */
export function weeklyOf(practice: PracticeEntry, { weekly }: NeedModel, levels: DemandLevels): number {
  return (weekly / NEEDS_PER_PATIENTS) * practice.patients * (levels.get(practice.ods) ?? 1)
}

/** Rounds contacts to two decimals, as in documents. */
export function round(contacts: number): number {
  return Math.round(contacts * 100) / 100
}
