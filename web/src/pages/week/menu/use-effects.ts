/** Effects of each choice, judged one after another while the menu is open. */
import { useEffect, useState } from 'react'
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Outcome } from '../../../parts/week/outcome.ts'
import type { Trial } from './judging.ts'
import { judgingDesk } from './judging-desk.ts'

export interface EffectsInput {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** For the current rota. */
  readonly figures: Figures | null
  /** The same list as long as the same is asked. */
  readonly trials: readonly Trial[]
}

/** By a choice's key; `null` if the service couldn't judge it. */
export type Effects = ReadonlyMap<string, Outcome | null>

export function useEffects({ document, assignments, figures, trials }: EffectsInput): Effects {
  const [effects, setEffects] = useState<Effects>(new Map())
  useEffect(() => {
    if (figures === null || trials.length === 0) return
    let end = () => {}
    // Runs after the menu is painted: effects can wait, choices can't.
    const timer = setTimeout(() => {
      end = judgingDesk().ask(document, { assignments, figures, trials }, ({ key, outcome }) =>
        setEffects((known) => new Map([...known, [key, outcome]])),
      )
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [document, assignments, figures, trials])
  return effects
}

/** Choices of one cell or gap; what is so now needs no judging. */
export function trialsOf(choices: readonly Choice[]): readonly Trial[] {
  return choices.filter(({ isNow }) => !isNow).map(({ key, placing }) => ({ key, placings: [placing] }))
}
