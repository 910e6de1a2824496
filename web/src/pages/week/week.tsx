import { useEffect, useMemo, useState } from 'react'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { placingsOf } from '../../parts/week/cells.ts'
import { choiceStep, type Place } from '../../parts/week/moves.ts'
import { toOf } from '../../parts/week/steps.ts'
import { weekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'
import { EmptyWeek } from './empty-week.tsx'
import { OpenRota, WeekFiles } from './files/week-files.tsx'
import { Headline } from './headline.tsx'
import { CellMenu } from './menu/cell-menu.tsx'
import { SavedLine } from './saved-line.tsx'
import { useEdits } from './session/use-edits.ts'
import { usePins } from './session/use-pins.ts'
import { useSolver } from './session/use-solve.ts'
import { SolveProgress } from './solve-progress.tsx'
import { UndoButtons } from './undo-buttons.tsx'
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

interface Opened {
  readonly place: Place
  readonly button: HTMLElement
}

/** A loaded week: its figures, actions and board. */
export function Week({ week, known, view, change }: WeekProps) {
  const plan = useMemo(() => weekPlan(known.document, week.from), [known.document, week.from])
  const solver = useSolver(week)
  const edits = useEdits(week, known)
  const pins = usePins(week)
  const mayEdit = useMayEdit(week.ods)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { solving } = solver
  const { state } = edits
  const assignments = solving?.preview ?? state.assignments
  const isBegun = known.rota !== null || state.assignments.length > 0
  const files = { week, plan, edits, isBusy: solving !== null }
  const pinned = () => pins.withHandChanges(state.assignments)
  const make = () => void solver.begin(pinned)
  return (
    <div className="rota-week">
      <WeekHead week={week} known={known} edits={state} files={<WeekFiles known={known} {...files} />}>
        {mayEdit && isBegun && (
          <WeekActions {...{ week, known, plan, edits, pinned, make }} isBusy={solving !== null} />
        )}
      </WeekHead>
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
        {...{ plan, known, view, change, assignments, figures: state.figures }}
        edits={mayEdit && solving === null ? edits : null}
        open={(place, button) => setOpened({ place, button })}
        tools={mayEdit && isBegun && <UndoButtons edits={edits} isBusy={solving !== null} />}
      />
      <SavedLine edits={edits} />
      {opened !== null && (
        <OpenedMenu
          key={`${opened.place.person.id} ${opened.place.session.key}`}
          {...{ opened, plan, edits, pins }}
          mayEdit={mayEdit && solving === null}
          // By the time this menu closes, a click on another cell has already opened that one.
          close={() => setOpened((now) => (now === opened ? null : now))}
        />
      )}
    </div>
  )
}

interface OpenedMenuProps {
  readonly opened: Opened
  readonly plan: ReturnType<typeof weekPlan>
  readonly edits: ReturnType<typeof useEdits>
  readonly pins: ReturnType<typeof usePins>
  readonly mayEdit: boolean
  readonly close: () => void
}

/** The menu of a cell, and the effects of its choices. Focus returns to the cell on closing. */
function OpenedMenu({ opened, plan, edits, pins, mayEdit, close }: OpenedMenuProps) {
  const { place, button } = opened
  const { assignments } = edits.state
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  // Unless a click elsewhere has moved the focus.
  useEffect(() => () => (document.activeElement === document.body ? button.focus() : undefined), [button])
  return (
    <CellMenu
      {...{ plan, ...place, placings, state: edits.state, button, mayEdit }}
      close={close}
      take={({ placing }) => {
        edits.make(choiceStep(plan, assignments, { placing, place }))
        close()
      }}
      pin={(isPinned) => {
        const { person, session } = place
        const to = toOf(placings.get(`${person.id} ${session.key}`))
        void pins.set({ person: person.id, date: session.date, part: session.part, to }, isPinned)
        close()
      }}
    />
  )
}
