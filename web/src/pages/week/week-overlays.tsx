import { useEffect, useMemo } from 'react'
import type { Finding } from '../../api.ts'
import { placingsOf } from '../../parts/week/cells.ts'
import type { Choice } from '../../parts/week/choices.ts'
import { choiceStep, type Place, placeOf } from '../../parts/week/moves.ts'
import { toOf } from '../../parts/week/steps.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { WeekKey } from '../../parts/week/week-queries.ts'
import { CellMenu } from './menu/cell-menu.tsx'
import { WhoCould } from './menu/who-could.tsx'
import { SavedLine } from './saved-line.tsx'
import { useAgreements } from './session/use-agreements.ts'
import type { Edits } from './session/use-edits.ts'
import type { Pins } from './session/use-pins.ts'

/** The cell whose menu is open. */
export interface Opened {
  readonly place: Place
  readonly button: HTMLElement
}

export interface WeekOverlaysProps {
  readonly week: WeekKey
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly pins: Pins
  readonly mayEdit: boolean
  readonly opened: Opened | null
  readonly setOpened: (change: (now: Opened | null) => Opened | null) => void
  /** The gap being filled. */
  readonly gap: Finding | null
  readonly setGap: (gap: Finding | null) => void
}

/** Overlays on the board: the line about the last change, the people who could fill a gap, and a cell's menu. */
export function WeekOverlays({ opened, setOpened, gap, setGap, ...props }: WeekOverlaysProps) {
  const { week, plan, edits, pins, mayEdit } = props
  return (
    <>
      <SavedLine edits={edits} whoCould={mayEdit ? setGap : null} />
      {gap !== null && mayEdit && <GapDialog {...{ gap, plan, edits }} close={() => setGap(null)} />}
      {opened !== null && (
        <OpenedMenu
          key={`${opened.place.person.id} ${opened.place.session.key}`}
          {...{ week, opened, plan, edits, pins, mayEdit }}
          // A click on another cell has opened that one by the time this one is closed.
          close={() => setOpened((now) => (now === opened ? null : now))}
        />
      )}
    </>
  )
}

interface GapDialogProps {
  readonly gap: Finding
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly close: () => void
}

/** People who could fill a gap; choosing one assigns them. */
function GapDialog({ gap, plan, edits, close }: GapDialogProps) {
  const { assignments } = edits.state
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  const take = ({ placing }: Choice) => {
    const place = placeOf(plan, `${placing.person} ${placing.date} ${placing.part}`)
    if (place !== null) edits.make(choiceStep(plan, assignments, { placing, place }))
    close()
  }
  return <WhoCould {...{ plan, placings, take, close }} finding={gap} state={edits.state} />
}

interface OpenedMenuProps {
  readonly week: WeekKey
  readonly opened: Opened
  readonly plan: WeekPlan
  readonly edits: Edits
  readonly pins: Pins
  readonly mayEdit: boolean
  readonly close: () => void
}

/** The menu of one cell, and what its choices do. The cell has the focus again once it is closed. */
function OpenedMenu({ week, opened, plan, edits, pins, mayEdit, close }: OpenedMenuProps) {
  const { place, button } = opened
  const { assignments } = edits.state
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  const agreements = useAgreements(week, edits)
  // Once the menu is gone, unless a click elsewhere has taken the focus there.
  useEffect(() => () => (document.activeElement === document.body ? button.focus() : undefined), [button])
  return (
    <CellMenu
      {...{ plan, ...place, placings, state: edits.state, button, mayEdit }}
      close={close}
      take={({ placing }) => {
        edits.make(choiceStep(plan, assignments, { placing, place }))
        close()
      }}
      agree={() => {
        void agreements.agree(place)
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
