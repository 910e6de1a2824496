import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { wordsOf } from '../../api.ts'
import { closeModal } from '../modal.tsx'
import type { PublishedWeek } from '../week/published-week.ts'
import { SwapEffects, type SwapEffectsProps } from './swap-effects.tsx'

export interface SwapAskingProps {
  /** People named in the effects. */
  readonly week: PublishedWeek
  /** Of the check, the swap included. */
  readonly queryKey: readonly unknown[]
  readonly check: () => Promise<SwapEffectsProps['check']>
  readonly send: () => Promise<unknown>
  /** Queries that are out of date once it is sent. */
  readonly changes: readonly unknown[]
  /** The button, and its text while sending. */
  readonly name: string
  readonly sending: string
  /** Shown below the effects of a swap that is allowed. */
  readonly note?: ReactNode
  readonly sent: () => void
}

/** Whether the rules allow a swap, and whom it affects. Only an allowed one can be sent. */
export function SwapAsking({ week, queryKey, check, send, changes, name, sending, note, sent }: SwapAskingProps) {
  const queries = useQueryClient()
  const checked = useQuery({ queryKey, queryFn: check, gcTime: 0, retry: false })
  const asking = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: changes })
      sent()
    },
  })
  const fault = asking.error ?? checked.error
  const isAllowed = checked.data?.allowed === true
  const nameOf = (person: string) => week.people.find(({ id }) => id === person)?.name ?? 'a colleague'
  return (
    <>
      <div aria-live="polite">
        {checked.isPending && <p>Checking the rules…</p>}
        {checked.data !== undefined && <SwapEffects check={checked.data} nameOf={nameOf} />}
        {isAllowed && note}
        {fault !== null && <p className="rota-dialog__fault">{wordsOf(fault)}</p>}
      </div>
      <div className="rota-dialog__buttons">
        {isAllowed && (
          <button
            type="button"
            className="rota-button rota-button--main"
            disabled={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {asking.isPending ? sending : name}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          Cancel
        </button>
      </div>
    </>
  )
}
