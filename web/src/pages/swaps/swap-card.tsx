import { Link } from '@tanstack/react-router'
import { mondayOf, plainDay } from '../../parts/dates.ts'
import { SwapEffects } from '../../parts/swaps/swap-effects.tsx'
import { SwapSides } from '../../parts/swaps/swap-sides.tsx'
import { firstDayOf, isOpen, pairWords, type StoredSwap, stateWords } from '../../parts/swaps/swap-words.ts'

export interface SwapCardProps {
  readonly ods: string
  readonly swap: StoredSwap
  readonly nameOf: (person: string) => string
  /** Null if the swap can't be decided by the caller, or no longer can. */
  readonly decide: ((how: 'accept' | 'refuse') => void) | null
}

/** A swap: who gives what, its state, the rules' verdict, and the decision. */
export function SwapCard({ ods, swap, nameOf, decide }: SwapCardProps) {
  const pair = pairWords(swap)
  const from = mondayOf(firstDayOf(swap))
  return (
    <article className="rota-swap" aria-label={pair}>
      <h3>{pair}</h3>
      <SwapSides sides={swap.sides} />
      <p>
        {stateWords(swap)}{' '}
        <Link to="/networks/$ods/weeks/$from" params={{ ods, from }}>
          See the week from {plainDay(from)}
        </Link>
      </p>
      {isOpen(swap) && (
        <>
          <h4>When it was proposed</h4>
          <SwapEffects check={swap} nameOf={nameOf} />
        </>
      )}
      {decide !== null && (
        <div className="rota-dialog__buttons">
          <button type="button" className="rota-button rota-button--main" onClick={() => decide('accept')}>
            Accept…<span className="nhsuk-u-visually-hidden"> the swap between {pair}</span>
          </button>
          <button type="button" className="rota-button" onClick={() => decide('refuse')}>
            Refuse…<span className="nhsuk-u-visually-hidden"> the swap between {pair}</span>
          </button>
        </div>
      )}
    </article>
  )
}
