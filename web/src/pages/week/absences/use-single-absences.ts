import { useMemo, useState } from 'react'
import type { Assignment, WeekDocument } from '../../../api.ts'
import { type StressAsked, useStress } from '../../../parts/week/use-stress.ts'

/** Explanation for each person whose absence breaks the week. */
export type Breaking = ReadonlyMap<string, string>

const NOBODY: Breaking = new Map()

export type SingleAbsences = ReturnType<typeof useSingleAbsences>

/** Whose absence would break the week, on request. Results are cleared as soon as the rota changes. */
export function useSingleAbsences(document: WeekDocument, assignments: readonly Assignment[]) {
  const [asked, setAsked] = useState<StressAsked | null>(null)
  const query = useStress(asked)
  const isOfThisRota = asked?.assignments === assignments
  const answer = isOfThisRota ? query.data : undefined
  const breaking = useMemo((): Breaking => {
    const own = answer?.absences.filter(({ breaks }) => breaks) ?? []
    return own.length === 0 ? NOBODY : new Map(own.map(({ person, sentence }) => [person, sentence]))
  }, [answer])
  return {
    ...{ query, breaking, answer, isOfThisRota },
    isAsked: asked !== null,
    // The minimum: sampled weeks of illness are only used on the staffing mix page.
    ask: () => setAsked({ document, assignments, samples: 1 }),
  }
}
