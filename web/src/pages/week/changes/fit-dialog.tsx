import { useMutation } from '@tanstack/react-query'
import type { Assignment, WeekDocument } from '../../../api.ts'
import { wordsOf } from '../../../api.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { ChangeScale, type PlannedPoint } from './change-scale.tsx'
import { nowIn } from './now-in.ts'
import { useReplans } from './use-replans.ts'

export interface FitDialogProps {
  readonly plan: WeekPlan
  readonly assignments: readonly Assignment[]
  /** Returns the document with all manual changes pinned. */
  readonly pinned: () => Promise<WeekDocument>
  /** Replans everything that isn't pinned. */
  readonly makeAll: () => void
  readonly take: (point: PlannedPoint) => void
  readonly close: () => void
}

/** Replans around pins and manual changes: either everything else, or with a limit on changes. */
export function FitDialog({ plan, assignments, pinned, makeAll, take, close }: FitDialogProps) {
  const replanning = useReplans()
  const asking = useMutation({
    mutationFn: pinned,
    onSuccess: (document) =>
      replanning.ask({ document, rota: { assignments: [...assignments] }, now: nowIn(plan), curve: true }),
  })
  const isAsked = asking.isPending || replanning.isBusy || replanning.answer !== null
  return (
    <Modal className="rota-dialog rota-dialog--wide" heading="Make the rest fit" close={close}>
      <p>Anything you have pinned or changed by hand stays. How much of the rest may change?</p>
      <div className="rota-dialog__buttons">
        <button
          type="button"
          className="rota-button rota-button--main"
          onClick={(event) => {
            makeAll()
            closeModal(event)
          }}
        >
          Replan everything else
        </button>
        <button type="button" className="rota-button" disabled={isAsked} onClick={() => asking.mutate()}>
          As little as possible…
        </button>
        <button type="button" className="rota-button" onClick={closeModal}>
          Cancel
        </button>
      </div>
      {asking.error !== null && <p className="rota-dialog__fault">{wordsOf(asking.error)}</p>}
      <ChangeScale {...{ plan, assignments, replanning, take }} isBusy={false} nothing={null} />
    </Modal>
  )
}
