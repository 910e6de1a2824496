import type { Choice } from '../../../parts/week/choices.ts'
import { type Outcome, outcomeWords, verdictOf } from '../../../parts/week/outcome.ts'
import type { Effects } from './use-effects.ts'

export interface ChoiceListProps {
  readonly choices: readonly Choice[]
  readonly effects: Effects
  readonly take: (choice: Choice) => void
  /** Key of the best choice; null if none is known to be better than the others. */
  readonly best?: string | null
  /** Null where it is not offered. */
  readonly whyNot: ((choice: Choice) => void) | null
}

/** Each choice with what it would change. */
export function ChoiceList({ choices, effects, take, best = null, whyNot }: ChoiceListProps) {
  return (
    <ul className="rota-menu__choices">
      {choices.map((choice) => (
        <li key={choice.key}>
          <button type="button" disabled={choice.isNow} onClick={() => take(choice)}>
            <strong>{choice.name}</strong>
            {choice.note !== undefined && `, ${choice.note}`}
            {choice.key === best && <b className="rota-menu__best"> Best</b>}
            <Effect isNow={choice.isNow} effect={effects.get(choice.key)} />
          </button>
          {!choice.isNow && whyNot !== null && (
            <button type="button" className="rota-link" onClick={() => whyNot(choice)}>
              Why not?<span className="nhsuk-u-visually-hidden"> {choice.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Effect({ isNow, effect }: { readonly isNow: boolean; readonly effect: Outcome | null | undefined }) {
  if (isNow) return <span className="rota-menu__effect">Current</span>
  if (effect === undefined) return <span className="rota-menu__effect">working out…</span>
  if (effect === null) return <span className="rota-menu__effect">not known</span>
  return (
    <span className="rota-menu__effect" data-effect={verdictOf(effect)}>
      {outcomeWords(effect)}
    </span>
  )
}
