import { useMemo } from 'react'
import type { Assignment, Person } from '../../api.ts'
import { longDay, plainDay } from '../../parts/dates.ts'
import { clock } from '../../parts/session-words.ts'
import { placingsOf, workWords } from '../../parts/week/cells.ts'
import { placeKey, type WeekPlan } from '../../parts/week/week-plan.ts'

export interface PrintPersonProps {
  readonly plan: WeekPlan
  readonly person: Person
  readonly from: string
  readonly assignments: readonly Assignment[]
  /** "Published" or "draft", in words. */
  readonly state: string
}

/** One sheet of paper: a person's own week, session by session. */
export function PrintPerson({ plan, person, from, assignments, state }: PrintPersonProps) {
  const placings = useMemo(() => placingsOf(assignments), [assignments])
  const rows = plan.sessions
    .map((session) => ({
      session,
      placed: placings.get(placeKey(person.id, session)),
      isAway: plan.isAway(person, session),
    }))
    .filter(({ placed, isAway }) => placed !== undefined || isAway)
  return (
    <section className="rota-print__site rota-print__person">
      <h2>
        {person.name} <span>Week from {longDay(from)}</span> <strong>{state}</strong>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">When</th>
            <th scope="col">Work</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ session, placed }) => (
            <tr key={session.key}>
              <th scope="row">{plainDay(session.date)}</th>
              <td>
                {session.long.split(', ')[1]}, {clock(session.starts)} to {clock(session.ends)}
              </td>
              <td>{placed === undefined ? 'Away' : workWords(plan, placed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
