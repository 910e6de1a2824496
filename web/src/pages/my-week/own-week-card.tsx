import { addDays, longDay, shortDay } from '../../parts/dates.ts'
import { clock, workOf } from '../../parts/session-words.ts'
import { dayIn, type OwnWeek } from './own-weeks.ts'

const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** A week, day by day. */
export function OwnWeekCard({ week }: { readonly week: OwnWeek }) {
  const { own } = week.wishes
  return (
    <div className="rota-mine__card">
      <h2>
        Week from <span>{longDay(week.from)}</span>
      </h2>
      <dl>
        {DAYS.map((n) => (
          <OwnDayRow key={n} week={week} day={addDays(week.from, n)} />
        ))}
      </dl>
      {own.asked > 0 && (
        <p>
          {own.granted} of your {own.asked} wishes came true.
        </p>
      )}
    </div>
  )
}

function OwnDayRow({ week, day }: { readonly week: OwnWeek; readonly day: string }) {
  const { sessions, isAway } = dayIn([week], day, week.from)
  // Hides empty weekend days, because most people never work at weekends.
  if (sessions.length === 0 && /^(Sat|Sun)/.test(shortDay(day))) return null
  return (
    <div>
      <dt>{shortDay(day)}</dt>
      <dd>
        {sessions.length === 0 && (isAway ? 'Away' : 'Not at work')}
        {sessions.map((session) => (
          <span key={session.part} className={`rota-mine__session rota-cell--${session.work}`}>
            {clock(session.starts)} {workOf(session)}, {session.siteName}
          </span>
        ))}
      </dd>
    </div>
  )
}
