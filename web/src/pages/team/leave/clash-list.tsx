import { plainDay } from '../../../parts/dates.ts'
import type { Clash } from './leave-month.ts'

/** Days on which many people of one role are away. */
export function ClashList({ clashes }: { readonly clashes: readonly Clash[] }) {
  if (clashes.length === 0) return <p>On no working day is half of a role or more away.</p>
  return (
    <section className="rota-warning" aria-label="Days to check">
      <h3>Days to check: half of a role or more is away</h3>
      <ul>
        {runsOf(clashes).map(({ first, last, role, away, of }) => (
          <li key={`${first} ${role}`}>
            <strong>
              {plainDay(first)}
              {last !== first && ` to ${plainDay(last)}`}
            </strong>
            : {of === 1 ? `the only ${lowerFirst(role)}` : `${away} of ${of}, ${role}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The title as used within a sentence: "paramedic"; abbreviations are unchanged. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
}

interface Run extends Clash {
  readonly first: string
  readonly last: string
}

const DAY = 24 * 3600 * 1000
/** Days before and after a weekend count as consecutive. */
const NEXT_WORKDAY = 3 * DAY

/** Merges consecutive days of one role with the same numbers. */
function runsOf(clashes: readonly Clash[]): readonly Run[] {
  const runs: Run[] = []
  for (const clash of clashes) {
    const at = runs.findIndex(
      (run) =>
        run.role === clash.role && run.away === clash.away && run.of === clash.of && follows(run.last, clash.day),
    )
    const before = runs[at]
    if (before === undefined) runs.push({ ...clash, first: clash.day, last: clash.day })
    else runs[at] = { ...before, last: clash.day }
  }
  return runs
}

function follows(before: string, day: string): boolean {
  const apart = Date.parse(day) - Date.parse(before)
  return apart <= DAY || (apart <= NEXT_WORKDAY && new Date(`${day}T12:00:00Z`).getUTCDay() === 1)
}
