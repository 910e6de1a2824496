import type { Site } from '../../../api.ts'
import type { Session } from '../../../parts/week/sessions.ts'
import { type Count, coverAt, dutyAt, roomsAt, type SiteCounts, urgentAt } from '../../../parts/week/site-figures.ts'

import type { WeekPlan } from '../../../parts/week/week-plan.ts'

export interface SiteRowsProps {
  readonly plan: WeekPlan
  readonly site: Site
  readonly sessions: readonly Session[]
  readonly counts: SiteCounts
}

/** The site's name and its three summary rows, above its people. */
export function SiteRows({ plan, site, sessions, counts }: SiteRowsProps) {
  const partners = plan
    .dutyGroup(site.id)
    .filter((id) => id !== site.id)
    .map((id) => plan.site.get(id)?.name ?? id)
  const days = [...new Set(sessions.map(({ date }) => date))]
  return (
    <tbody className="rota-board__site">
      <tr>
        <th scope="rowgroup" tabIndex={-1} data-site={site.id} colSpan={sessions.length + 1}>
          {site.name} <span>{site.patients.toLocaleString('en-GB')} patients</span>
          {partners.length > 0 && <span> · shares one duty doctor with {partners.join(' and ')}</span>}
        </th>
      </tr>
      {counts.isKnown && (
        <>
          <CountRow
            name="Duty doctor"
            sessions={sessions}
            countAt={(session) => dutyAt(counts, { plan, site: site.id }, session)}
          />
          <CountRow
            name="Seeing patients"
            sessions={sessions}
            countAt={(session) => coverAt(counts, site.id, session)}
          />
          <tr>
            <th scope="row">Urgent met</th>
            {days.map((date) => (
              <CountCell
                key={date}
                count={urgentAt(counts, site.id, date)}
                span={sessions.filter((session) => session.date === date).length}
                isFirstOfDay
              />
            ))}
          </tr>
          <CountRow name="Rooms in use" sessions={sessions} countAt={(session) => roomsAt(counts, site, session)} />
        </>
      )}
    </tbody>
  )
}

interface CountRowProps {
  readonly name: string
  readonly sessions: readonly Session[]
  readonly countAt: (session: Session) => Count
}

function CountRow({ name, sessions, countAt }: CountRowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {sessions.map((session, n) => (
        <CountCell
          key={session.key}
          count={countAt(session)}
          span={1}
          isFirstOfDay={sessions[n - 1]?.date !== session.date}
        />
      ))}
    </tr>
  )
}

interface CountCellProps {
  readonly count: Count
  readonly span: number
  readonly isFirstOfDay: boolean
}

function CountCell({ count, span, isFirstOfDay }: CountCellProps) {
  return (
    <td colSpan={span} className={isFirstOfDay ? 'rota-board__day' : undefined} data-short={count.isShort || undefined}>
      <span aria-hidden="true">
        {count.text}
        {count.isShort && ' low'}
      </span>
      <span className="nhsuk-u-visually-hidden">
        {count.long}
        {count.isShort && ', too few'}
      </span>
    </td>
  )
}
