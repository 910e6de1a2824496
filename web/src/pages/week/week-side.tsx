import type { Finding } from '../../api.ts'
import type { Figures } from '../../parts/week/figures.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import { Findings } from './findings.tsx'

export interface WeekSideProps {
  readonly plan: WeekPlan
  readonly figures: Figures
  readonly show: (finding: Finding) => void
  /** Lists people who could fill a gap; null if the board is read-only at the moment. */
  readonly whoCould: ((gap: Finding) => void) | null
}

/** What is left to do, next to the board. */
export function WeekSide({ plan, figures, show, whoCould }: WeekSideProps) {
  return (
    <aside className="rota-week__side" aria-label="To do">
      <Findings {...{ plan, figures, show, whoCould }} />
    </aside>
  )
}
