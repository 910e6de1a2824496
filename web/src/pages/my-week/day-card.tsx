import { mondayOf, plainDay } from '../../parts/dates.ts'
import { clock, dayIn, type OwnWeek, workOf } from './own-weeks.ts'

export interface DayCardProps {
  readonly heading: string
  readonly day: string
  readonly weeks: readonly OwnWeek[]
}

/** One day, to be read in ten seconds. */
export function DayCard({ heading, day, weeks }: DayCardProps) {
  const { sessions, isAway, isKnown } = dayIn(weeks, day, mondayOf(day))
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
    </div>
  )
}
