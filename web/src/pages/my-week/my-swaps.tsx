import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { today } from '../../parts/dates.ts'
import { SwapEffects } from '../../parts/swaps/swap-effects.tsx'
import { SwapSides } from '../../parts/swaps/swap-sides.tsx'
import { firstDayOf, isOpen, type OwnSwap, pairWords, stateWords } from '../../parts/swaps/swap-words.ts'
import type { PublishedWeek } from '../../parts/week/published-week.ts'
import { OWN_KEY, type OwnData } from './own-data.ts'
import { ProposeSwap } from './propose-swap.tsx'

export interface MySwapsProps {
  readonly own: OwnData['people'][number]
  readonly published: readonly PublishedWeek[]
  readonly swaps: readonly OwnSwap[]
  readonly isOld: boolean
}

/** Swaps waiting for this person's answer, swaps they proposed, and a form for a new one. */
export function MySwaps({ own, published, swaps, isOld }: MySwapsProps) {
  const [isProposing, setProposing] = useState(false)
  const [said, setSaid] = useState('')
  const shown = swaps.filter((swap) => isOpen(swap) || (swap.state !== 'withdrawn' && firstDayOf(swap) >= today()))
  return (
    <section aria-label="Swaps">
      <p role="status">{said}</p>
      {shown.map((swap) => (
        <OwnSwapCard key={swap.id} {...{ swap, published, isOld }} />
      ))}
      {published.length > 0 && !isOld && (
        <p>
          <button type="button" className="rota-button" onClick={() => setProposing(true)}>
            Swap a session…
          </button>
        </p>
      )}
      {isProposing && <ProposeSwap {...{ own, published }} done={setSaid} close={() => setProposing(false)} />}
    </section>
  )
}

interface OwnSwapCardProps extends Pick<MySwapsProps, 'published' | 'isOld'> {
  readonly swap: OwnSwap
}

function OwnSwapCard({ swap, published, isOld }: OwnSwapCardProps) {
  const { steps, isBusy, fault } = useSwapSteps(swap.id)
  const people = published.flatMap((week) => week.people)
  const nameOf = (person: string) => people.find(({ id }) => id === person)?.name ?? 'a colleague'
  const pair = pairWords(swap)
  const [giver] = swap.sides
  const isAsked = swap.yours === 'asked' && swap.state === 'proposed'
  const mayTakeBack = isOpen(swap) && !isAsked
  return (
    <article className="rota-mine__card" aria-label={`Swap between ${pair}`}>
      <h2>{isAsked ? `${giver?.name} asks you to swap` : `Swap between ${pair}`}</h2>
      <SwapSides sides={swap.sides} />
      <p>{isAsked ? 'Nothing changes until you agree and a manager accepts.' : stateWords(swap)}</p>
      {isOpen(swap) && <SwapEffects check={swap} nameOf={nameOf} />}
      {fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {fault}
        </p>
      )}
      {isOpen(swap) && !isOld && (
        <div className="rota-dialog__buttons">
          {isAsked && (
            <>
              <SwapButton name="Agree" of={pair} isMain {...{ isBusy }} press={steps.agree} />
              <SwapButton name="Refuse" of={pair} {...{ isBusy }} press={steps.refuse} />
            </>
          )}
          {mayTakeBack && swap.yours === 'proposed' && (
            <SwapButton name="Withdraw" of={pair} {...{ isBusy }} press={steps.withdraw} />
          )}
          {mayTakeBack && swap.yours === 'asked' && (
            <SwapButton name="Refuse after all" of={pair} {...{ isBusy }} press={steps.refuse} />
          )}
        </div>
      )}
    </article>
  )
}

interface SwapButtonProps {
  readonly name: string
  readonly of: string
  readonly isMain?: boolean
  readonly isBusy: boolean
  readonly press: () => void
}

function SwapButton({ name, of, isMain = false, isBusy, press }: SwapButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? 'rota-button rota-button--main' : 'rota-button'}
      disabled={isBusy}
      onClick={press}
    >
      {name}
      <span className="nhsuk-u-visually-hidden">: swap between {of}</span>
    </button>
  )
}

function useSwapSteps(id: string) {
  const queries = useQueryClient()
  const params = { path: { id } }
  const { mutate, isPending, error } = useMutation({
    mutationFn: (send: () => Promise<OwnSwap>) => send(),
    onSettled: () => queries.invalidateQueries({ queryKey: OWN_KEY }),
  })
  return {
    isBusy: isPending,
    fault: error === null ? null : wordsOf(error),
    steps: {
      agree: () => mutate(() => answered(api.PUT('/v1/me/swaps/{id}/agreement', { params }))),
      refuse: () => mutate(() => answered(api.PUT('/v1/me/swaps/{id}/refusal', { params }))),
      withdraw: () => mutate(() => answered(api.DELETE('/v1/me/swaps/{id}', { params }))),
    },
  }
}
