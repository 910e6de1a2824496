/** Messages between the page and the judging worker. */
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Outcome } from '../../../parts/week/outcome.ts'
import type { Placing } from '../../../parts/week/steps.ts'

/** The week is sent only once, because it is large. An `end` message cancels the rest of the previous question. */
export type JudgingTask =
  | { readonly kind: 'week'; readonly document: WeekDocument }
  | { readonly kind: 'choices'; readonly asked: AskedChoices }
  | { readonly kind: 'end' }
  | { readonly kind: 'rota'; readonly asked: AskedRota }
  | { readonly kind: 'end-rota' }

/** A rota as it stands after a change: asked beside the choices, and by the newest only. */
export interface AskedRota {
  readonly id: number
  readonly assignments: readonly Assignment[]
}

/** Changes that are judged together. */
export interface Trial {
  readonly key: string
  readonly placings: readonly Placing[]
}

export interface AskedChoices {
  readonly id: number
  readonly assignments: readonly Assignment[]
  /** For the current rota. */
  readonly figures: Figures
  readonly trials: readonly Trial[]
}

export interface JudgedRota {
  /** Of the question. */
  readonly rota: number
  readonly figures: Figures
}

export interface JudgedChoice {
  /** Id of the question. */
  readonly id: number
  readonly key: string
  /** Null if the service couldn't judge it. */
  readonly outcome: Outcome | null
}
