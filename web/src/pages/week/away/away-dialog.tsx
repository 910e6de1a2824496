import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Assignment, answered, api, type Cover, type Covers, wordsOf } from '../../../api.ts'
import { Modal } from '../../../parts/modal.tsx'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { type Absence, AwayForm } from './away-form.tsx'
import { CoverList } from './cover-list.tsx'

export interface AwayDialogProps {
  readonly plan: WeekPlan
  readonly assignments: readonly Assignment[]
  /** Stores the absence and puts the chosen answer on the board. */
  readonly take: (covers: Covers, cover: Cover) => Promise<void>
  readonly close: () => void
}

/** Who is away and when; then what can be done about it, best first. */
export function AwayDialog({ plan, assignments, take, close }: AwayDialogProps) {
  const [asked, setAsked] = useState<Absence | null>(null)
  const covers = useMutation({
    mutationFn: (away: Absence) =>
      answered(
        api.POST('/v1/covers', {
          body: { document: plan.document, rota: { assignments: [...assignments] }, away, now: nowIn(plan) },
        }),
      ),
  })
  const taking = useMutation({
    mutationFn: ({ found, cover }: { readonly found: Covers; readonly cover: Cover }) => take(found, cover),
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
          covers.mutate(away)
        }}
      />
      <div aria-live="polite">
        {covers.isPending && <p>Trying who could take the sessions. This takes a few seconds…</p>}
        {fault !== null && <p className="rota-dialog__fault">{wordsOf(fault)}</p>}
        {covers.data !== undefined && asked !== null && (
          <CoverList
            plan={plan}
            covers={covers.data}
            isBusy={taking.isPending}
            take={(cover) => taking.mutate({ found: covers.data, cover })}
          />
        )}
      </div>
    </Modal>
  )
}

/** Nothing that has begun is changed; a week that has not begun is planned from its first day. */
function nowIn({ document, days }: WeekPlan): string {
  const timeZone = document.network.timezone ?? 'Europe/London'
  const now = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date())
  const first = `${days[0] ?? document.week.from}T00:00`
  const local = now.replace(' ', 'T')
  return local > first ? local : first
}
