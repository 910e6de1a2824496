import { useState } from 'react'
import type { WeekDocument } from '../../api.ts'
import { changesBetween, stepOf } from '../../parts/week/steps.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'
import { AwayDialog } from './away/away-dialog.tsx'
import { FitDialog } from './changes/fit-dialog.tsx'
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
  /** Stores and returns the document with all manual changes pinned. */
  readonly pinned: () => Promise<WeekDocument>
  readonly make: () => void
}

/** Actions for a week that has a rota. */
export function WeekActions({ week, known, plan, edits, isBusy, pinned, make }: WeekActionsProps) {
  const [open, setOpen] = useState<'away' | 'fit' | 'publish' | null>(null)
  const close = () => setOpen(null)
  const absences = useAbsences(week, edits)
  const publishing = usePublishing(week, close)
  const { rota, published } = known
  const { assignments, figures, isUnsent } = edits.state
  const isPublished = !isUnsent && rota !== null && published?.version === rota.version
  return (
    <div className="rota-week__actions">
      <button type="button" className="rota-button" disabled={isBusy || isUnsent} onClick={() => setOpen('away')}>
        Someone is away
      </button>
      <button type="button" className="rota-button" disabled={isBusy || isUnsent} onClick={() => setOpen('fit')}>
        Make the rest fit…
      </button>
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={isBusy || isUnsent || isPublished}
        onClick={() => setOpen('publish')}
      >
        {isPublished ? 'Published' : 'Publish…'}
      </button>
      {open === 'away' && <AwayDialog {...{ plan, assignments, figures, close }} take={absences.take} />}
      {open === 'fit' && (
        <FitDialog
          {...{ plan, assignments, pinned, close }}
          makeAll={make}
          take={({ sentence, rota }) => {
            edits.make(stepOf(sentence, assignments, changesBetween(assignments, rota.assignments)))
            close()
          }}
        />
      )}
      {open === 'publish' && rota !== null && (
        <PublishDialog
          {...{ plan, figures, close }}
          before={published?.assignments ?? null}
          after={assignments}
          isBusy={publishing.isBusy}
          fault={publishing.fault}
          publish={() => publishing.publish(rota.version)}
        />
      )}
    </div>
  )
}
