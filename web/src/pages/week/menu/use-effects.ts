/** What each choice would change: judged one after another while the menu is open. */
import { useEffect, useState } from 'react'
import { type Assignment, answered, api, type WeekDocument } from '../../../api.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import { type Figures, figuresIn } from '../../../parts/week/figures.ts'
import { type Outcome, outcomeOf } from '../../../parts/week/outcome.ts'
import { placed } from '../../../parts/week/steps.ts'

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
    if (figures === null) return
    const closing = new AbortController()
    const { signal } = closing
    const ask = async () => {
      for (const { key, placing, isNow } of choices) {
        if (isNow || signal.aborted) continue
        const rota = { assignments: [...placed(assignments, [placing])] }
        const outcome = await answered(api.POST('/v1/judgements', { body: { document, rota }, signal })).then(
          (judgement) => outcomeOf(figures, figuresIn(judgement)),
          () => null,
        )
        if (!signal.aborted) setEffects((known) => new Map([...known, [key, outcome]]))
      }
    }
    void ask()
    return () => closing.abort()
  }, [document, assignments, figures, choices])
  return effects
}
