import { memo } from 'react'
import { percent, whole } from '../../parts/week/figures.ts'
import { NowThen } from './now-then.tsx'
import { type Outcome, SOURCE_WORDS, type Source } from './outcomes.ts'

export interface HeadlineProps {
  readonly now: Outcome
  readonly after: Outcome
  /** Outcomes at the evidence's low and high end, after the change; both are estimates. */
  readonly ends: { readonly low: Outcome; readonly high: Outcome } | null
  /** Beside full rotas: the best possible, now and then. */
  readonly best: { readonly now: Outcome; readonly after: Outcome } | null
  /** True while a check is running that will replace an estimate. */
  readonly isChecking: boolean
}

/** Three figures before and after, with their uncertainty. */
export const Headline = memo(function Headline({ now, after, ends, best, isChecking }: HeadlineProps) {
  const tiles = [
    { name: 'Urgent need met on the day', value: (one: Outcome) => one.urgent, words: percent },
    { name: 'Other need met in time', value: (one: Outcome) => one.routine, words: percent },
    { name: 'Contacts left for later weeks', value: (one: Outcome) => one.waiting, words: whole },
  ]
  return (
    <div className="rota-mix__headline" aria-live="polite">
      <p className="rota-mix__source" data-source={after.source}>
        <strong className={`nhsuk-tag nhsuk-tag--${COLOURS[after.source]}`}>{SOURCE_WORDS[after.source]}</strong>{' '}
        {BASES[after.source]} {after.source === 'estimate' && isChecking && 'Checking…'}
      </p>
      <dl>
        {tiles.map(({ name, value, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <NowThen of={[words(value(now)), words(value(after))]} />
              {best !== null && (
                <small>
                  best possible: <NowThen of={[words(value(best.now)), words(value(best.after))]} />
                </small>
              )}
              {/* Keeps the line's height while sliders move. */}
              {ends === null && best === null && <small aria-hidden="true">&nbsp;</small>}
              {ends !== null && <Range of={[value(ends.low), value(ends.high)]} words={words} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
})

const COLOURS = { estimate: 'yellow', mix: 'blue', rota: 'green' } as const

const BASES: Readonly<Record<Source, string>> = {
  estimate: 'No rota can do better, and a real one usually leaves more waiting.',
  mix: 'No rota can do better, and a real one usually leaves more waiting.',
  rota: 'Taken from two complete rotas, now and then.',
}

/** Below the headline, which stays in view and so is kept short. */
export function HeadlineReason({ source }: { readonly source: Source }) {
  return <p className="rota-mix__basis">{REASONS[source]}</p>
}

const REASONS: Readonly<Record<Source, string>> = {
  estimate:
    'All practices are taken as one until the service has worked out the week practice by practice and day by day.',
  mix: 'Worked out practice by practice and day by day. “Check with a full rota” shows what named people would leave.',
  rota: 'Rotas leave more waiting than the best possible because named people work whole sessions, in rooms, under every safety rule. Each of these two had half a minute.',
}

/** Shows the lower figure first, whichever end of the evidence it comes from; nothing if both read the same. */
function Range({ of, words }: { readonly of: readonly number[]; readonly words: (value: number) => string }) {
  const [least, most] = [words(Math.min(...of)), words(Math.max(...of))]
  return least === most ? null : (
    <small>
      {least} to {most} depending on the evidence
    </small>
  )
}
