import { mondayOf, plainDay } from '../../parts/dates.ts'
import { clock, workOf } from '../../parts/session-words.ts'
import type { PublishedWeek } from '../../parts/week/published-week.ts'
import { dutyDoctorsOn } from './duty-doctors.ts'
import { dayIn, type OwnWeek } from './own-weeks.ts'

export interface DayCardProps {
  readonly heading: string
  readonly day: string
  readonly weeks: readonly OwnWeek[]
  readonly published: readonly PublishedWeek[]
}

/** One day at a glance: where I work, and who is on duty there. */
export function DayCard({ heading, day, weeks, published }: DayCardProps) {
  const { sessions, isAway, isKnown } = dayIn(weeks, day, mondayOf(day))
  const doctors = dutyDoctorsOn(published, day, [...new Set(sessions.map(({ site }) => site))])
  return (
    <div className="rota-mine__card">
      <h2>
        {heading} <span>{plainDay(day)}</span>
      </h2>
      {sessions.map((session) => (
        <p key={session.part} className="rota-mine__now">
          <strong>
            {workOf(session)}, {session.siteName}
          </strong>
          <br />
          {clock(session.starts)} to {clock(session.ends)}
        </p>
      ))}
      {sessions.length === 0 && (
        <p className="rota-mine__now">
          <strong>{isAway ? 'Away' : isKnown ? 'Not at work' : 'Not published yet'}</strong>
        </p>
      )}
      {doctors.length > 0 && <DutyDoctors doctors={doctors} />}
    </div>
  )
}

function DutyDoctors({ doctors }: { readonly doctors: ReturnType<typeof dutyDoctorsOn> }) {
  return (
    <div className="rota-mine__duty">
      <h3>On duty</h3>
      <ul>
        {doctors.map(({ key, name, siteName, starts }) => (
          <li key={key}>
            {clock(starts)} {name}, {siteName}
          </li>
        ))}
      </ul>
    </div>
  )
}
