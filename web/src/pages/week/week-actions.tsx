import { useState } from 'react'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'
import { AwayDialog } from './away/away-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { useAbsences } from './session/use-absences.ts'
import type { Edits } from './session/use-edits.ts'
import { usePublishing } from './session/use-publishing.ts'

export interface WeekActionsProps {
  readonly week: WeekKey
  readonly known: KnownWeek
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly isBusy: boolean
  readonly make: () => void
}

/** What can be done with a week that has a rota. */
export function WeekActions({ week, known, plan, edits, isBusy, make }: WeekActionsProps) {
  const [isAsking, setAsking] = useState(false)
  const [isAway, setAway] = useState(false)
  const absences = useAbsences(week, edits)
  const publishing = usePublishing(week, () => setAsking(false))
  const { rota, published } = known
  const { assignments, figures, isUnsent } = edits.state
  const isPublished = !isUnsent && rota !== null && published?.version === rota.version
  return (
    <div className="rota-week__actions">
      <button type="button" className="rota-button" disabled={isBusy || isUnsent} onClick={() => setAway(true)}>
        Someone is away
      </button>
      <button type="button" className="rota-button" disabled={isBusy || isUnsent} onClick={make}>
        Make the rest fit
      </button>
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={isBusy || isUnsent || isPublished}
        onClick={() => setAsking(true)}
      >
        {isPublished ? 'Published' : 'Publish…'}
      </button>
      {isAway && <AwayDialog {...{ plan, assignments }} take={absences.take} close={() => setAway(false)} />}
      {isAsking && rota !== null && (
        <PublishDialog
          {...{ plan, figures }}
          before={published?.assignments ?? null}
          after={assignments}
          isBusy={publishing.isBusy}
          fault={publishing.fault}
          publish={() => publishing.publish(rota.version)}
          close={() => setAsking(false)}
        />
      )}
    </div>
  )
}
