import { type CSSProperties, useMemo } from 'react'
import type { Assignment, Site } from '../../api.ts'
import { longDay } from '../../parts/dates.ts'
import { BoardHead } from '../../parts/week/board-head.tsx'
import { groupsAtSite } from '../../parts/week/board-rows.ts'
import { cellOf, placingsOf } from '../../parts/week/cells.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface PrintSiteProps {
  readonly plan: WeekPlan
  readonly site: Site
  readonly from: string
  readonly assignments: readonly Assignment[]
  /** "Published" or "draft", in words. */
  readonly state: string
}

const EVERYBODY = { site: null, role: null, person: '' }

/** One sheet of paper: everybody in a practice, including visiting staff. */
export function PrintSite({ plan, site, from, assignments, state }: PrintSiteProps) {
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  const { sessions } = plan
  const groups = groupsAtSite(plan, site.id, { filter: EVERYBODY, assignments })
  const rows = groups.reduce((sum, { people }) => sum + people.length + 1, 0)
  return (
    <section className="rota-print__site" data-by="site" style={{ '--rota-print-rows': rows } as CSSProperties}>
      <h2>
        {site.name} <span>Week from {longDay(from)}</span> <strong>{state}</strong>
      </h2>
      <table>
        <BoardHead sessions={sessions} first="Person" hasClock />
        {groups.map(({ key, title, people }) => (
          <tbody key={key}>
            <tr className="rota-print__role">
              <th scope="rowgroup" colSpan={sessions.length + 1}>
                {title}
              </th>
            </tr>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                {sessions.map((session) => {
                  const { text, kind } = cellOf({ plan, person, session, placings, published: null, at: site.id })
                  return (
                    <td key={session.key} data-kind={kind}>
                      {text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="rota-print__key">
        {plan.document.sites
          .filter(({ id }) => id !== site.id)
          .map(({ id, name }) => `${plan.siteCode.get(id)} ${name}`)
          .join(' · ')}
        {plan.document.sites.length > 1 && ' · '}“·” nothing planned · “–” not usually at work
      </p>
    </section>
  )
}
