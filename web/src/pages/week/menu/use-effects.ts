/** Effects of each choice, judged one after another while the menu is open. */
import { useEffect, useState } from 'react'
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Outcome } from '../../../parts/week/outcome.ts'
import { judgingDesk } from './judging-desk.ts'

export interface EffectsInput {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** For the current rota. */
  readonly figures: Figures | null
  readonly choices: readonly Choice[]
}

/** By a choice's key; `null` if the service couldn't judge it. */
export type Effects = ReadonlyMap<string, Outcome | null>

export function useEffects({ document, assignments, figures, choices }: EffectsInput): Effects {
  const [effects, setEffects] = useState<Effects>(new Map())
  useEffect(() => {
    if (figures === null || choices.length === 0) return
    let end = () => {}
    // Runs after the menu is painted: effects can wait, choices can't.
    const timer = setTimeout(() => {
      end = judgingDesk().ask(document, { assignments, figures, choices }, ({ key, outcome }) =>
        setEffects((known) => new Map([...known, [key, outcome]])),
      )
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [document, assignments, figures, choices])
  return effects
}
