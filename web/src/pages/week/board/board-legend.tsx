import type { WeekPlan } from '../../../parts/week/week-plan.ts'

/** What the letters and signs of the board mean. */
export function BoardLegend({ plan }: { readonly plan: WeekPlan }) {
  const sites = plan.document.sites
  return (
    <details className="rota-legend">
      <summary>What the letters and signs mean</summary>
      <ul>
        <li>
          <b>·</b> free in a half-day that they usually work; <b>–</b> a half-day that they don’t usually work
        </li>
        <li>A black corner: pinned, so that nothing moves it. A dot: not what is published.</li>
        <li>
          <b>7/8</b> beside a name: 7 half-days planned, of 8 that the contract has left this week after leave. An
          evening counts as less than a half-day, so there can be tenths.
        </li>
        <li>
          <b>17/5</b> beside “Seeing patients”: 17 people, where at least 5 are needed.
        </li>
        {sites.length > 1 && (
          <li>
            {sites.map(({ id, name }, n) => (
              <span key={id}>
                {n > 0 && ', '}
                <b>{plan.siteCode.get(id)}</b> {name}
              </span>
            ))}
          </li>
        )}
      </ul>
    </details>
  )
}
