import { useState } from 'react'
import type { WeekPlan } from './model/week-plan.ts'
import { PublishDialog } from './publish-dialog.tsx'
import type { Edits } from './session/use-edits.ts'
import { usePublishing } from './session/use-publishing.ts'
import type { KnownWeek, WeekKey } from './session/week-queries.ts'

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
  const publishing = usePublishing(week, () => setAsking(false))
  const { rota, published } = known
  const { assignments, figures, isUnsent } = edits.state
  const isPublished = !isUnsent && rota !== null && published?.version === rota.version
  return (
    <div className="rota-week__actions">
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
