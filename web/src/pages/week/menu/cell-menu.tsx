import { useMemo, useState } from 'react'
import type { Person } from '../../../api.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import { useNarrow } from '../../../parts/use-narrow.ts'
import { canBeAgreed } from '../../../parts/week/agreements.ts'
import { type Cell, cellOf, type Placings } from '../../../parts/week/cells.ts'
import { type Choice, choicesFor } from '../../../parts/week/choices.ts'
import type { Session } from '../../../parts/week/sessions.ts'
import { placeKey, type WeekPlan } from '../../../parts/week/week-plan.ts'
import type { EditState } from '../session/edit-state.ts'
import { ChoiceList } from './choice-list.tsx'
import { Explanation } from './explanation.tsx'
import { besides } from './placement.ts'
import { trialsOf, useEffects } from './use-effects.ts'

export interface CellMenuProps {
  readonly plan: WeekPlan
  readonly person: Person
  readonly session: Session
  readonly placings: Placings
  readonly state: EditState
  /** The cell that was opened, next to which the menu is placed. */
  readonly button: HTMLElement
  readonly mayEdit: boolean
  readonly take: (choice: Choice) => void
  readonly pin: (isPinned: boolean) => void
  /** Enters that the person has agreed to what they do here. */
  readonly agree: () => void
  readonly close: () => void
}

/** What this person could do in this session, the effect of each choice, and why things are as they are. */
export function CellMenu(props: CellMenuProps) {
  const { plan, person, session, placings, state, button, close } = props
  // On a narrow screen the stylesheet puts it at the bottom.
  const isNarrow = useNarrow()
  const [question, setQuestion] = useState<string | null>(null)
  const cell = cellOf({ plan, person, session, placings, published: null, at: null })
  const heading = (
    <>
      {person.name} <span>{session.long}</span>
    </>
  )
  return (
    <Modal className="rota-menu" heading={heading} style={isNarrow ? {} : besides(button)} close={close} isLight>
      <p>
        Now: {cell.long}
        {cell.isPinned && ', pinned'}.
      </p>
      {question === null ? (
        <Choices {...props} cell={cell} ask={setQuestion} />
      ) : (
        <Explanation
          document={plan.document}
          assignments={state.assignments}
          question={question}
          back={() => setQuestion(null)}
        />
      )}
    </Modal>
  )
}

interface ChoicesProps extends CellMenuProps {
  readonly cell: Cell
  readonly ask: (question: string) => void
}

function Choices({ cell, ask, plan, person, session, placings, state, ...props }: ChoicesProps) {
  const { mayEdit, take, pin, agree } = props
  const mayChange = mayEdit && cell.kind !== 'away'
  const choices = useMemo(
    () => (mayChange && !cell.isPinned ? choicesFor(plan, person, { session, placings }) : []),
    [mayChange, cell.isPinned, plan, person, session, placings],
  )
  const { assignments, figures } = state
  const trials = useMemo(() => trialsOf(choices), [choices])
  const effects = useEffects({ document: plan.document, assignments, figures, trials })
  const now = placings.get(placeKey(person.id, session))
  const why = wordsFor(person, session, now === undefined ? { work: 'clinic', site: person.home } : null)
  return (
    <>
      {cell.isPinned && <p>“Make the rest fit” leaves this as it is. Unpin it to change it.</p>}
      <ChoiceList
        {...{ choices, effects, take }}
        whyNot={({ placing }) => ask(wordsFor(person, session, placing.to))}
      />
      <div className="rota-menu__more">
        {mayChange && (
          <button type="button" className="rota-button" onClick={() => pin(!cell.isPinned)}>
            {cell.isPinned ? 'Unpin' : 'Pin'}
          </button>
        )}
        {mayChange && canBeAgreed(plan, { person, placed: now, findings: figures?.findings ?? [] }) && (
          <button type="button" className="rota-button" onClick={agree}>
            Agreed with them
          </button>
        )}
        {cell.kind !== 'away' && (
          <button type="button" className="rota-button" onClick={() => ask(why)}>
            Why?
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          Close
        </button>
      </div>
    </>
  )
}

/**
 * The question in the service's syntax, using ids because they are unique. Why somebody is there is answered by what it would cost if
 * they weren't.
 */
function wordsFor(person: Person, { date, part }: Session, to: Choice['placing']['to']): string {
  return to === null ? `${person.id} off ${date} ${part}` : `${person.id} ${to.work} ${to.site} ${date} ${part}`
}
