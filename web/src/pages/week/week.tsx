import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { EmptyWeek } from './empty-week.tsx'
import { Headline } from './headline.tsx'
import { figuresOf } from './model/figures.ts'
import { weekPlan } from './model/week-plan.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { keptDocument } from './session/keep-document.ts'
import { useMayEdit } from './session/use-caller.ts'
import { usePublishing } from './session/use-publishing.ts'
import { useSolver } from './session/use-solve.ts'
import { assignmentsIn, type KnownWeek, type WeekKey } from './session/week-queries.ts'
import { SolveProgress } from './solve-progress.tsx'
import type { View } from './view.ts'
import { WeekActions } from './week-actions.tsx'
import { WeekBody } from './week-body.tsx'
import { WeekHead } from './week-head.tsx'
import { WeekNotices } from './week-notices.tsx'

export interface WeekProps {
  readonly week: WeekKey
  readonly known: KnownWeek
  readonly view: View
  readonly change: (change: Partial<View>) => void
}

/** A week that has been read: what it is worth, what can be done with it, and who works where. */
export function Week({ week, known, view, change }: WeekProps) {
  const plan = useMemo(() => weekPlan(known.document, week.from), [known.document, week.from])
  const solver = useSolver(week)
  const mayEdit = useMayEdit(week.ods)
  const { solving } = solver
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const publishing = usePublishing(week, () => setAsking(false))
  const figures = known.rota === null ? null : figuresOf(known.rota)
  const assignments = solving?.preview ?? assignmentsIn(known.rota)
  const make = () => void solver.begin(async () => (await keptDocument(queries, week)).document)
  return (
    <div className="rota-week">
      <WeekHead week={week} known={known}>
        {mayEdit && known.rota !== null && (
          <WeekActions
            isBusy={solving !== null}
            isPublished={known.published?.version === known.rota.version}
            make={make}
            publish={() => setAsking(true)}
          />
        )}
      </WeekHead>
      <WeekNotices known={known} fault={solver.fault} mayEdit={mayEdit} />
      {figures !== null && <Headline figures={figures} isProven={known.rota?.source === 'solve'} />}
      {known.rota === null && solving === null && <EmptyWeek plan={plan} mayEdit={mayEdit} make={make} />}
      {solving !== null && <SolveProgress solving={solving} stop={solver.stop} />}
      <WeekBody {...{ plan, known, view, change, assignments, figures }} />
      {isAsking && known.rota !== null && (
        <PublishDialog
          plan={plan}
          before={known.published?.assignments ?? null}
          after={assignments}
          figures={figures}
          isBusy={publishing.isBusy}
          fault={publishing.fault}
          publish={() => publishing.publish(known.rota?.version ?? 0)}
          close={() => setAsking(false)}
        />
      )}
    </div>
  )
}
