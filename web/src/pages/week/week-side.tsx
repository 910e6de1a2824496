import { useState } from 'react'
import type { Finding } from '../../api.ts'
import type { Placings } from '../../parts/week/cells.ts'
import type { Choice } from '../../parts/week/choices.ts'
import type { Figures } from '../../parts/week/figures.ts'
import { choiceStep, placeOf } from '../../parts/week/moves.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import { Findings } from './findings.tsx'
import { WhoCould } from './menu/who-could.tsx'
import type { Edits } from './session/use-edits.ts'

export interface WeekSideProps {
  readonly plan: WeekPlan
  readonly figures: Figures
  readonly placings: Placings
  /** Null if the board is read-only at the moment. */
  readonly edits: Edits | null
  readonly show: (finding: Finding) => void
}

/** What is left to do, and people who could fill a gap. */
export function WeekSide({ plan, figures, placings, edits, show }: WeekSideProps) {
  const [gap, setGap] = useState<Finding | null>(null)
  const take = ({ placing }: Choice) => {
    const place = placeOf(plan, `${placing.person} ${placing.date} ${placing.part}`)
    if (place !== null && edits !== null) edits.make(choiceStep(plan, edits.state.assignments, { placing, place }))
    setGap(null)
  }
  return (
    <aside className="rota-week__side" aria-label="To do">
      <Findings {...{ plan, figures, show }} whoCould={edits === null ? null : setGap} />
      {gap !== null && edits !== null && (
        <WhoCould {...{ plan, placings, take }} finding={gap} state={edits.state} close={() => setGap(null)} />
      )}
    </aside>
  )
}
