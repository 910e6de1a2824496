import { shortDay } from '../dates.ts'
import type { Session } from './sessions.ts'

export interface BoardHeadProps {
  readonly sessions: readonly Session[]
  readonly first: string
  /** True on paper: shows the times of each half-day. */
  readonly hasClock?: boolean
}

/** Table head: days above their sessions. */
export function BoardHead({ sessions, first, hasClock = false }: BoardHeadProps) {
  const days = [...new Set(sessions.map(({ date }) => date))]
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="rota-board__corner">
          {first}
        </th>
        {days.map((date) => (
          <th
            key={date}
            scope="colgroup"
            className="rota-board__day"
            colSpan={sessions.filter((session) => session.date === date).length}
          >
            {shortDay(date)}
          </th>
        ))}
      </tr>
      <tr>
        {sessions.map(({ key, short, long, date, starts, ends }, n) => (
          <th key={key} scope="col" className={sessions[n - 1]?.date === date ? undefined : 'rota-board__day'}>
            <abbr title={long}>{short}</abbr>
            {hasClock && (
              <small>
                {starts}–<wbr />
                {ends}
              </small>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
