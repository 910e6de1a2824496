import { memo } from 'react'
import { percent, whole } from '../../parts/week/figures.ts'
import { type Outcome, SOURCE_WORDS } from './outcomes.ts'

export interface HeadlineProps {
  readonly now: Outcome
  readonly after: Outcome
  /** Outcomes at the evidence's low and high end, after the change; both are estimates. */
  readonly ends: { readonly low: Outcome; readonly high: Outcome } | null
  /** True while a check is running that will replace an estimate. */
  readonly isChecking: boolean
}

/** Three figures before and after, with their uncertainty. */
export const Headline = memo(function Headline({ now, after, ends, isChecking }: HeadlineProps) {
  const tiles = [
    { name: 'Urgent need met on the day', value: (one: Outcome) => one.urgent, words: percent },
    { name: 'Other need met in time', value: (one: Outcome) => one.routine, words: percent },
    { name: 'Contacts left for later weeks', value: (one: Outcome) => one.waiting, words: whole },
  ]
  return (
    <div className="rota-mix__headline" aria-live="polite">
      <p className="rota-mix__source" data-source={after.source}>
        <strong className={`nhsuk-tag nhsuk-tag--${after.source === 'estimate' ? 'yellow' : 'green'}`}>
          {SOURCE_WORDS[after.source]}
        </strong>{' '}
        {after.source === 'estimate'
          ? isChecking
            ? 'All practices are taken as one, so no rota can do better. Checking…'
            : 'All practices are taken as one, so no rota can do better.'
          : after.source === 'mix'
            ? 'Practice by practice and day by day: no rota can do better.'
            : 'Taken from two complete rotas, now and then.'}
      </p>
      <dl>
        {tiles.map(({ name, value, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {words(value(now))}
              {words(value(now)) !== words(value(after)) && (
                <>
                  {' '}
                  <span aria-hidden="true">→</span> <span className="nhsuk-u-visually-hidden">now, then</span>{' '}
                  {words(value(after))}
                </>
              )}
              {/* Keeps the line's height while sliders move. */}
              {ends === null && <small aria-hidden="true">&nbsp;</small>}
              {ends !== null && <Range of={[value(ends.low), value(ends.high)]} words={words} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
})

/** Shows the lower figure first, whichever end of the evidence it comes from; nothing if both read the same. */
function Range({ of, words }: { readonly of: readonly number[]; readonly words: (value: number) => string }) {
  const [least, most] = [words(Math.min(...of)), words(Math.max(...of))]
  return least === most ? null : (
    <small>
      {least} to {most} depending on the evidence
    </small>
  )
}
