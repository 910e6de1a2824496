import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answered, api, wordsOf } from '../../api.ts'
import { Confirmation } from '../../parts/confirmation.tsx'
import { mondayOf } from '../../parts/dates.ts'
import { SwapEffects } from '../../parts/swaps/swap-effects.tsx'
import { SwapSides } from '../../parts/swaps/swap-sides.tsx'
import { firstDayOf, pairWords, type StoredSwap } from '../../parts/swaps/swap-words.ts'
import { publishedKey } from '../../parts/week/published-week.ts'
import { weekKey } from '../../parts/week/week-queries.ts'
import { useNames } from './use-names.ts'

export interface DecideSwapProps {
  readonly ods: string
  readonly swap: StoredSwap
  /** Called with a description of what was done. */
  readonly done: (said: string) => void
  readonly close: () => void
}

/** Accepting publishes the swap, so it asks for confirmation and shows the rules' verdict on the currently published rota. */
export function AcceptSwap({ ods, swap, done, close }: DecideSwapProps) {
  const nameOf = useNames(ods, swap)
  const check = useQuery({
    queryKey: ['swap-check', swap.id],
    queryFn: () =>
      answered(api.POST('/v1/networks/{ods}/swap-checks', { params: { path: { ods } }, body: askedOf(swap) })),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const { isBusy, fault, decide } = useDecision({ ods, swap, done, close })
  const isAllowed = check.data?.allowed === true
  return (
    <Confirmation
      heading={`Accept the swap between ${pairWords(swap)}?`}
      name={isBusy ? 'Publishing…' : 'Accept and publish'}
      isBusy={isBusy}
      fault={fault ?? (check.error === null ? null : wordsOf(check.error))}
      confirm={isAllowed ? () => decide('accepted') : null}
      close={close}
    >
      <SwapSides sides={swap.sides} />
      <div aria-live="polite">
        {check.isPending && <p>Checking it against the published rota…</p>}
        {check.data !== undefined && <SwapEffects check={check.data} nameOf={nameOf} />}
        {isAllowed && swap.state === 'proposed' && (
          <p>
            {swap.sides[1]?.name} has not agreed here yet. Accept it only if they have told you that they agree. Both
            will see the swap in their week straight away.
          </p>
        )}
        {isAllowed && swap.state === 'agreed' && (
          <p>Both have agreed and will see the swap in their week straight away.</p>
        )}
        {check.data?.allowed === false && <p>It cannot be accepted as the week stands. You can refuse it.</p>}
      </div>
    </Confirmation>
  )
}

/** Refusing changes nothing else. */
export function RefuseSwap({ ods, swap, done, close }: DecideSwapProps) {
  const { isBusy, fault, decide } = useDecision({ ods, swap, done, close })
  return (
    <Confirmation
      heading={`Refuse the swap between ${pairWords(swap)}?`}
      name={isBusy ? 'Refusing…' : 'Refuse it'}
      {...{ isBusy, fault, close }}
      confirm={() => decide('refused')}
    >
      <SwapSides sides={swap.sides} />
      <p>Both will see this on their own page. The published week stays as it is.</p>
    </Confirmation>
  )
}

function useDecision({ ods, swap, done, close }: DecideSwapProps) {
  const queries = useQueryClient()
  const params = { path: { ods, id: swap.id } }
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (how: 'accepted' | 'refused') => {
      if (how === 'accepted') await answered(api.PUT('/v1/networks/{ods}/swaps/{id}/acceptance', { params }))
      else await answered(api.PUT('/v1/networks/{ods}/swaps/{id}/refusal', { params }))
      return how
    },
    onSuccess: (how) => {
      done(
        how === 'accepted'
          ? `The swap between ${pairWords(swap)} is accepted and published.`
          : `The swap between ${pairWords(swap)} is refused.`,
      )
      close()
    },
    onSettled: async () => {
      const from = mondayOf(firstDayOf(swap))
      const stale = [['swaps', ods], ['weeks', ods], publishedKey(ods, from), weekKey({ ods, from })]
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  return { isBusy: isPending, fault: error === null ? null : wordsOf(error), decide: mutate }
}

function askedOf({ sides }: StoredSwap) {
  const [one, other] = sides.map(({ person, date, part }) => ({ person, date, part }))
  if (one === undefined || other === undefined) throw new Error('A swap has two sides.')
  return { swap: [one, other] as [typeof one, typeof other] }
}
