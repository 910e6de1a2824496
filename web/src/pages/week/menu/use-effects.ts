/** What each choice would change: judged one after another while the menu is open. */
import { useEffect, useState } from 'react'
import type { Assignment, WeekDocument } from '../../../api.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Outcome } from '../../../parts/week/outcome.ts'
import { judgingDesk } from './judging-desk.ts'

export interface EffectsInput {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** Of the rota as it stands. */
  readonly figures: Figures | null
  readonly choices: readonly Choice[]
}

/** By a choice's key; `null` where the service could not say. */
export type Effects = ReadonlyMap<string, Outcome | null>

export function useEffects({ document, assignments, figures, choices }: EffectsInput): Effects {
  const [effects, setEffects] = useState<Effects>(new Map())
  useEffect(() => {
    if (figures === null || choices.length === 0) return
    let end = () => {}
    // After the menu is painted: what it would change can wait, what it offers cannot.
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
