import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { Assignment, Finding } from '../../api.ts'
import { today } from '../../parts/dates.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { useStable } from '../../parts/use-stable.ts'
import { type Placings, placingsOf } from '../../parts/week/cells.ts'
import type { Figures } from '../../parts/week/figures.ts'
import { moveStep, type Place, placeOf } from '../../parts/week/moves.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek } from '../../parts/week/week-queries.ts'
import { AbsenceLines, AbsencesButton } from './absences/absence-lines.tsx'
import { useSingleAbsences } from './absences/use-single-absences.ts'
import { Board } from './board/board.tsx'
import { BoardLegend } from './board/board-legend.tsx'
import { showOnBoard } from './board/show-on-board.ts'
import type { Edits } from './session/use-edits.ts'
import { Today } from './today.tsx'
import { DayPicker, Toolbar } from './toolbar.tsx'
import type { View } from './view.ts'
import { WeekSide } from './week-side.tsx'

export interface WeekBodyProps {
  readonly plan: WeekPlan
  readonly known: KnownWeek
  readonly view: View
  readonly change: (change: Partial<View>) => void
  readonly assignments: readonly Assignment[]
  readonly figures: Figures | null
  /** Null if the board is read-only at the moment. */
  readonly edits: Edits | null
  readonly open: (place: Place, button: HTMLElement) => void
  /** Lists people who could fill a gap; null if the board is read-only at the moment. */
  readonly whoCould: ((gap: Finding) => void) | null
  /** Undo and redo. */
  readonly tools: ReactNode
}

/** The board, or one day of it, next to the list of what is left to do. */
export function WeekBody(props: WeekBodyProps) {
  const { plan, known, view, change, assignments, figures, edits, open, whoCould, tools } = props
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(!isNarrow)
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  const published = useMemo(() => publishedPlacings(known), [known])
  const absences = useSingleAbsences(known.document, assignments)
  const day = dayOf(view, plan)
  const isByDay = isNarrow || view.tab === 'today'
  const { sessions, filter } = useShown(plan, view, isByDay ? day : null)
  // The board has thousands of cells: it is rendered only when its contents change, and deferred until after a click is handled.
  const shown = useDeferredValue(
    useMemo(() => ({ assignments, placings, figures, filter }), [assignments, placings, figures, filter]),
  )
  const openCell = useStable(opener(plan, open))
  const moveCell = useStable(mover({ plan, assignments, placings, edits }))
  const show = (finding: Finding) => {
    change(viewFor(finding))
    showOnBoard(finding)
  }
  return (
    <>
      <div className="rota-week__bar">
        <Toolbar plan={plan} view={view} change={change} />
        <div className="rota-week__tools">
          {tools}
          <AbsencesButton absences={absences} isOffered={figures !== null && view.tab !== 'today'} />
          {figures !== null && <SideButton {...{ isOpen, figures }} toggle={() => setOpen(!isOpen)} />}
        </div>
      </div>
      <AbsenceLines absences={absences} />
      {isByDay && <DayPicker days={plan.days} day={day} choose={(chosen) => change({ day: chosen })} />}
      {view.tab !== 'today' && <BoardLegend plan={plan} />}
      <div className="rota-week__body" data-beside={(isOpen && figures !== null) || undefined}>
        <div className="rota-week__main">
          {view.tab === 'today' ? (
            <Today {...{ plan, day, site: view.site, sessions, assignments }} />
          ) : (
            <Board
              {...{ plan, tab: view.tab, sessions, published, open: openCell, ...shown }}
              breaking={absences.breaking}
              move={edits === null ? null : moveCell}
            />
          )}
        </div>
        {isOpen && figures !== null && <WeekSide {...{ plan, figures, show, whoCould }} />}
      </div>
    </>
  )
}

interface SideButtonProps {
  readonly isOpen: boolean
  readonly figures: Figures
  readonly toggle: () => void
}

function SideButton({ isOpen, figures, toggle }: SideButtonProps) {
  return (
    <button type="button" className="rota-button" aria-expanded={isOpen} onClick={toggle}>
      {isOpen ? 'Hide the to-do list' : `To do (${figures.actions.length})`}
    </button>
  )
}

/** Memoised for an unchanged view. */
function useShown({ sessions }: WeekPlan, { site, role, person }: View, day: string | null) {
  const shown = useMemo(() => sessions.filter(({ date }) => day === null || date === day), [sessions, day])
  const filter = useMemo(() => ({ site, role, person }), [site, role, person])
  return { sessions: shown, filter }
}

/** Opens a cell by its key. */
function opener(plan: WeekPlan, open: WeekBodyProps['open']): (key: string, button: HTMLElement) => void {
  return (key, button) => {
    const place = placeOf(plan, key)
    if (place !== null) open(place, button)
  }
}

interface Moving extends Pick<WeekBodyProps, 'plan' | 'assignments'> {
  readonly placings: Placings
  readonly edits: Edits | null
}

function mover({ plan, assignments, placings, edits }: Moving): (from: string, to: string) => void {
  return (fromKey, toKey) => {
    const [from, to] = [placeOf(plan, fromKey), placeOf(plan, toKey)]
    const move = from === null || to === null ? null : moveStep(plan, { assignments, placings, from, to })
    if (move?.kind === 'step') edits?.make(move.step)
    if (move?.kind === 'declined') edits?.decline(move.why)
  }
}

/** The published rota, if it differs from the one shown. */
function publishedPlacings({ published, rota }: KnownWeek) {
  return published === null || published.version === rota?.version ? null : placingsOf(published.assignments)
}

/** The day being viewed: the chosen one, today, or the first. */
function dayOf({ day }: View, { days }: WeekPlan): string {
  const wanted = day !== null && days.includes(day) ? day : today()
  return days.includes(wanted) ? wanted : (days[0] ?? wanted)
}

/** A view containing the finding's day, site and person, without a filter that hides people. */
function viewFor({ date, site, people }: Finding): Partial<View> {
  return {
    tab: people.length > 0 && site === undefined ? 'person' : 'site',
    site: null,
    role: null,
    person: '',
    ...(date === undefined ? {} : { day: date }),
  }
}
