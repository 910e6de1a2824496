import { useMemo } from 'react'
import type { Finding } from '../../../api.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import { candidatesFor } from '../../../parts/week/candidates.ts'
import type { Placings } from '../../../parts/week/cells.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import type { EditState } from '../session/edit-state.ts'
import { ChoiceList } from './choice-list.tsx'
import { useEffects } from './use-effects.ts'

export interface WhoCouldProps {
  readonly plan: WeekPlan
  readonly finding: Finding
  readonly placings: Placings
  readonly state: EditState
  readonly take: (choice: Choice) => void
  readonly close: () => void
}

/** A gap, and the people who could fill it, with the effect of each. */
export function WhoCould({ plan, finding, placings, state, take, close }: WhoCouldProps) {
  const choices = useMemo(() => candidatesFor(plan, placings, finding), [plan, placings, finding])
  const { assignments, figures } = state
  const effects = useEffects({ document: plan.document, assignments, figures, choices })
  return (
    <Modal className="rota-dialog" heading="Who could?" close={close}>
      <p>{finding.sentence}</p>
      {choices.length === 0 && (
        <p>Nobody in the network who could do this is free then: everyone is away, on duty or seeing patients.</p>
      )}
      <ChoiceList {...{ choices, effects, take }} whyNot={null} />
      <button type="button" className="rota-button" onClick={closeModal}>
        Close
      </button>
    </Modal>
  )
}
