import type { paths } from '../../../../../client/openapi.ts'
import { plainDay } from '../../../parts/dates.ts'

type LeaveCheck = paths['/v1/leave-checks']['post']['responses'][200]['content']['application/json']

/** The effects of leave on each week it overlaps, most serious first, followed by what was checked and isn't affected. */
export function LeaveEffects({ check: { weeks } }: { readonly check: LeaveCheck }) {
  return (
    <div role="status">
      {weeks.length === 0 && <p>They are not in post on these days, so nothing changes.</p>}
      {weeks.map(({ from, sentences, fine }) => (
        <section key={from}>
          <h3>
            Week from {plainDay(from)}
            {sentences.length === 0 && ': no problem found'}
          </h3>
          {sentences.length > 0 && <Sentences sentences={sentences} />}
          {fine.length > 0 && (
            <>
              {sentences.length > 0 && <h4>What stays all right</h4>}
              <Sentences sentences={fine} />
            </>
          )}
        </section>
      ))}
    </div>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
