import { memo } from 'react'
import { percent, whole } from '../../parts/week/figures.ts'
import { type Outcome, SOURCE_WORDS } from './outcomes.ts'

export interface HeadlineProps {
  readonly now: Outcome
  readonly after: Outcome
  /** With the evidence's low and high end, then; estimates both. */
  readonly ends: { readonly low: Outcome; readonly high: Outcome } | null
  /** What is on its way to replace an estimate. */
  readonly isChecking: boolean
}

/** Three figures now and then, with how sure they are. */
export const Headline = memo(function Headline({ now, after, ends, isChecking }: HeadlineProps) {
  const tiles = [
    { name: 'Urgent need met on the day', of: (one: Outcome) => percent(one.urgent) },
    { name: 'Other need met in time', of: (one: Outcome) => percent(one.routine) },
    { name: 'Contacts left for later weeks', of: (one: Outcome) => whole(one.waiting) },
  ]
  return (
    <div className="rota-mix__headline" aria-live="polite">
      <p className="rota-mix__source" data-source={after.source}>
        <strong className={`nhsuk-tag nhsuk-tag--${after.source === 'estimate' ? 'yellow' : 'green'}`}>
          {SOURCE_WORDS[after.source]}
        </strong>{' '}
        {after.source === 'estimate'
          ? isChecking
            ? 'All practices taken as one: nothing can do better. Being checked…'
            : 'All practices taken as one: nothing can do better.'
          : after.source === 'mix'
            ? 'Practice by practice and day by day: no rota can do better.'
            : 'As two whole rotas have it.'}
      </p>
      <dl>
        {tiles.map(({ name, of }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {of(now)}
              {of(now) !== of(after) && (
                <>
                  {' '}
                  <span aria-hidden="true">→</span> <span className="nhsuk-u-visually-hidden">now, then</span>{' '}
                  {of(after)}
                </>
              )}
              {/* The line keeps its place while sliders move. */}
              {ends === null && <small aria-hidden="true">&nbsp;</small>}
              {ends !== null && of(ends.low) !== of(ends.high) && (
                <small>
                  {of(ends.low)} to {of(ends.high)} by the evidence
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
})
