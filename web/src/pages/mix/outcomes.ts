/** The outcome of a mix in one form, whether estimated here or checked by the service. */
import type { Estimate } from '../../../../solver/mix/estimate.ts'
import type { MixSketch, ScenarioComparison } from '../../api.ts'

export type Source = 'estimate' | 'mix' | 'rota'
export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  estimate: 'Estimate',
  mix: 'Best possible',
  rota: 'Two full rotas',
}

export interface NeedOutcome {
  readonly id: string
  readonly title: string
  /** Contacts due in the weeks. A need with none may still be shown if it has arrivals. */
  readonly due: number
  /** Share met in time. */
  readonly inTime: number
}

export interface Outcome {
  readonly source: Source
  readonly urgent: number
  readonly routine: number
  /** Contacts left for later weeks. */
  readonly waiting: number
  readonly byNeed: readonly NeedOutcome[]
}

export function outcomeOf(estimate: Estimate, { needs }: MixSketch): Outcome {
  const { urgent, routine, waiting, byNeed } = estimate
  return {
    source: 'estimate',
    urgent: share(urgent.inTime, urgent.due),
    routine: share(routine.inTime, routine.due),
    waiting,
    byNeed: needs.flatMap(({ id, title, due }) => {
      const own = byNeed.find(({ need }) => need === id)
      return due === 0 || own === undefined ? [] : [{ id, title, due, inTime: share(own.inTime, due) }]
    }),
  }
}

/** Contacts not met in time. */
export function lateIn({ byNeed }: Outcome): number {
  return byNeed.reduce((sum, { due, inTime }) => sum + due * (1 - inTime), 0)
}

type Compared = ScenarioComparison['scenarios'][number]

/** Null if the scenario has no figures, because its week is impossible or time ran out before a rota was found. */
export function checkedOutcome(
  scenario: Compared | undefined,
  depth: 'mix' | 'rota',
  { needs }: MixSketch,
): Outcome | null {
  if (scenario === undefined || scenario.figures.length === 0) return null
  const figure = (id: string) => scenario.figures.find((one) => one.id === id)?.value
  return {
    source: depth,
    urgent: figure('urgent-same-day') ?? 1,
    routine: figure('routine-in-time') ?? 1,
    waiting: figure('waiting') ?? 0,
    byNeed: needs.flatMap(({ id, title, due }) => {
      const unmet = figure(`unmet-need:${id}`)
      return due === 0 || unmet === undefined ? [] : [{ id, title, due, inTime: share(due - unmet, due) }]
    }),
  }
}

/** Between 0 and 1; 1 if `whole` is zero. */
export function share(part: number, whole: number): number {
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole))
}
