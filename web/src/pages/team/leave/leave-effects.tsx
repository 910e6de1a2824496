import type { paths } from '../../../../../client/openapi.ts'
import { plainDay } from '../../../parts/dates.ts'

type LeaveCheck = paths['/v1/leave-checks']['post']['responses'][200]['content']['application/json']

/** The effects of leave on each week it overlaps, most serious first. */
export function LeaveEffects({ check: { weeks } }: { readonly check: LeaveCheck }) {
  const touched = weeks.filter(({ sentences }) => sentences.length > 0)
  return (
    <div role="status">
      {touched.length === 0 && <p>No problems found.</p>}
      {touched.map(({ from, sentences }) => (
        <section key={from}>
          <h3>Week from {plainDay(from)}</h3>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
