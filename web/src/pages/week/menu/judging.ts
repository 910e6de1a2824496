/** What the page and the thread that judges choices tell each other. */
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Outcome } from '../../../parts/week/outcome.ts'

/** The week is told once, since it is large; an end has nothing more of the last question answered. */
export type JudgingTask =
  | { readonly kind: 'week'; readonly document: WeekDocument }
  | { readonly kind: 'choices'; readonly asked: AskedChoices }
  | { readonly kind: 'end' }

export interface AskedChoices {
  readonly id: number
  readonly assignments: readonly Assignment[]
  /** Of the rota as it stands. */
  readonly figures: Figures
  readonly choices: readonly Choice[]
}

export interface JudgedChoice {
  /** Of the question. */
  readonly id: number
  readonly key: string
  /** Null where the service could not say. */
  readonly outcome: Outcome | null
}
