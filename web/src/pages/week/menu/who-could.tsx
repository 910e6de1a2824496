import { useMemo } from 'react'
import type { Finding } from '../../../api.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import { candidatesFor, UNUSUAL } from '../../../parts/week/candidates.ts'
import type { Placings } from '../../../parts/week/cells.ts'
import type { Choice } from '../../../parts/week/choices.ts'
import { compareOutcomes, verdictOf } from '../../../parts/week/outcome.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import type { EditState } from '../session/edit-state.ts'
import { ChoiceList } from './choice-list.tsx'
import { type Effects, trialsOf, useEffects } from './use-effects.ts'

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
  const trials = useMemo(() => trialsOf(choices), [choices])
  const effects = useEffects({ document: plan.document, assignments, figures, trials })
  const isDone = choices.every(({ key }) => effects.has(key))
  const isAllUnusual = choices.length > 0 && choices.every(({ note }) => note === UNUSUAL)
  const shown = isDone ? bestFirst(choices, effects) : choices
  const named = isAllUnusual ? shown.map(({ note: _, ...choice }) => choice) : shown
  return (
    <Modal className="rota-dialog" heading="Who could?" close={close}>
      <p>{finding.sentence}</p>
      {choices.length === 0 && (
        <p>Nobody in the network who could do this is free then: everyone is away, on duty or seeing patients.</p>
      )}
      {isAllUnusual && <p>None of them usually works then: ask before you choose.</p>}
      {choices.length > 1 && (
        <p role="status">{isDone ? 'Best first.' : 'Working out what each would change; then the best comes first…'}</p>
      )}
      <ChoiceList {...{ effects, take }} choices={named} best={isDone ? bestOf(shown, effects) : null} whyNot={null} />
      <button type="button" className="rota-button" onClick={closeModal}>
        Close
      </button>
    </Modal>
  )
}

/** Choices with unknown outcomes come last. */
function bestFirst(choices: readonly Choice[], effects: Effects): readonly Choice[] {
  return [...choices].sort((a, b) => {
    const [first, second] = [effects.get(a.key), effects.get(b.key)]
    if (first == null || second == null) return Number(first == null) - Number(second == null)
    return compareOutcomes(first, second)
  })
}

/** The first choice, if it improves the week. */
function bestOf([first]: readonly Choice[], effects: Effects): string | null {
  const outcome = first === undefined ? null : effects.get(first.key)
  return first !== undefined && outcome != null && verdictOf(outcome) === 'better' ? first.key : null
}
