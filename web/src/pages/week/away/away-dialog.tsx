import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Assignment, answered, api, type WeekDocument, wordsOf } from '../../../api.ts'
import { closeModal, Modal } from '../../../parts/modal.tsx'
import type { Figures } from '../../../parts/week/figures.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { ChangeScale } from '../changes/change-scale.tsx'
import { nowIn } from '../changes/now-in.ts'
import { type Replanning, useReplans } from '../changes/use-replans.ts'
import type { Answer, Chosen } from '../session/use-absences.ts'
import { type Absence, AwayForm } from './away-form.tsx'
import { CoverList } from './cover-list.tsx'

export interface AwayDialogProps {
  readonly plan: WeekPlan
  readonly assignments: readonly Assignment[]
  /** Of the rota as it is. */
  readonly figures: Figures | null
  /** Stores the absence and puts the chosen answer on the board. */
  readonly take: (chosen: Chosen) => Promise<void>
  readonly close: () => void
}

/** Enter who is away and when, then choose among ranked answers. */
export function AwayDialog({ plan, assignments, figures, take, close }: AwayDialogProps) {
  const [asked, setAsked] = useState<Absence | null>(null)
  const covers = useMutation({
    mutationFn: (away: Absence) =>
      answered(
        api.POST('/v1/covers', {
          body: { document: plan.document, rota: { assignments: [...assignments] }, away, now: nowIn(plan) },
        }),
      ),
  })
  const replanning = useReplans()
  const taking = useMutation({
    mutationFn: take,
    onSuccess: close,
  })
  const fault = covers.error ?? taking.error
  return (
    <Modal className="rota-dialog rota-dialog--wide" heading="Someone is away" close={close}>
      <AwayForm
        plan={plan}
        isBusy={covers.isPending}
        find={(away) => {
          setAsked(away)
          replanning.stop()
          covers.mutate(away)
        }}
      />
      <div aria-live="polite">
        {covers.isPending && <p>Finding out who could take the sessions. This takes a few seconds…</p>}
        {fault !== null && <p className="rota-dialog__fault">{wordsOf(fault)}</p>}
        {covers.data !== undefined && asked !== null && (
          <CoverList
            {...{ plan, assignments, figures }}
            covers={covers.data}
            isBusy={taking.isPending}
            take={(answer) => taking.mutate({ away: asked, entered: covers.data.document, answer })}
          />
        )}
      </div>
      {covers.data !== undefined && asked !== null && (
        <MoreChanges
          {...{ plan, assignments, replanning, away: asked }}
          isBusy={taking.isPending}
          take={(entered, answer) => taking.mutate({ away: asked, entered, answer })}
        />
      )}
      <CancelButton />
    </Modal>
  )
}

function CancelButton() {
  return (
    <button type="button" className="rota-button" onClick={closeModal}>
      Cancel
    </button>
  )
}

interface MoreChangesProps extends Pick<AwayDialogProps, 'plan' | 'assignments'> {
  readonly away: Absence
  readonly replanning: Replanning
  readonly isBusy: boolean
  readonly take: (entered: WeekDocument, answer: Answer) => void
}

/** Answers change as few people as possible; the scale replans the whole week around the absence, with a limit on changes. */
function MoreChanges({ plan, assignments, away, replanning, isBusy, take }: MoreChangesProps) {
  const { answer, ask } = replanning
  return (
    <section className="rota-covers">
      <h3>Or plan the week around it</h3>
      {answer === null && !replanning.isBusy && (
        <button
          type="button"
          className="rota-button"
          onClick={() =>
            ask({
              document: plan.document,
              rota: { assignments: [...assignments] },
              away,
              now: nowIn(plan),
              curve: true,
            })
          }
        >
          What would each extra change gain?
        </button>
      )}
      <ChangeScale
        {...{ plan, assignments, replanning, isBusy }}
        nothing="Leave everybody else where they are"
        take={({ rota, sentence }) => answer !== null && take(answer.document, { sentence, rota })}
      />
    </section>
  )
}
