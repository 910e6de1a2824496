import { useMemo, useState } from 'react'
import type { Finding } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { weekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'
import { EmptyWeek } from './empty-week.tsx'
import { OpenRota, WeekFiles } from './files/week-files.tsx'
import { Headline } from './headline.tsx'
import { useEdits } from './session/use-edits.ts'
import { usePins } from './session/use-pins.ts'
import { useSolver } from './session/use-solve.ts'
import { ShareLine } from './share-line.tsx'
import { SolveProgress } from './solve-progress.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import type { View } from './view.ts'
import { WeekActions } from './week-actions.tsx'
import { WeekBody } from './week-body.tsx'
import { WeekHead } from './week-head.tsx'
import { WeekNotices } from './week-notices.tsx'
import { type Opened, WeekOverlays } from './week-overlays.tsx'

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
  const edits = useEdits(week, known)
  const pins = usePins(week)
  const mayEdit = useMayEdit(week.ods)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [gap, setGap] = useState<Finding | null>(null)
  const { solving } = solver
  const mayChange = mayEdit && solving === null
  const { state } = edits
  const isBegun = known.rota !== null || state.assignments.length > 0
  const files = { week, plan, edits, isBusy: solving !== null }
  const pinned = () => pins.withHandChanges(state.assignments)
  const make = () => void solver.begin(pinned)
  return (
    <div className="rota-week">
      <WeekHead
        {...{ week, known }}
        edits={state}
        isMaking={solving !== null}
        files={<WeekFiles known={known} {...files} />}
      >
        {mayEdit && isBegun && (
          <WeekActions {...{ week, known, plan, edits, pinned, make }} isBusy={solving !== null} />
        )}
      </WeekHead>
      <ShareLine {...{ week, known, plan }} />
      <WeekNotices known={known} fault={solver.fault ?? pins.fault} mayEdit={mayEdit} />
      {state.figures !== null && isBegun && (
        <Headline figures={state.figures} isProven={known.rota?.source === 'solve' && !state.isUnsent} />
      )}
      {!isBegun && solving === null && (
        <EmptyWeek plan={plan} mayEdit={mayEdit} make={make} isAgain={known.failed !== null}>
          <OpenRota {...files} />
        </EmptyWeek>
      )}
      {solving !== null && <SolveProgress solving={solving} stop={solver.stop} />}
      <WeekBody
        {...{ plan, known, view, change, figures: state.figures }}
        assignments={solving?.preview ?? state.assignments}
        edits={mayChange ? edits : null}
        whoCould={mayChange ? setGap : null}
        open={(place, button) => setOpened({ place, button })}
        tools={mayEdit && isBegun && <UndoButtons edits={edits} isBusy={solving !== null} />}
      />
      <WeekOverlays {...{ week, plan, edits, pins, mayEdit: mayChange, opened, setOpened, gap, setGap }} />
    </div>
  )
}
