import type { Leave, RecordPerson } from '../../../api.ts'
import { plainDay } from '../../../parts/dates.ts'
import type { RecordChanges } from '../../../parts/record/use-record-changes.ts'
import { type DayPart, partsWords } from '../../../parts/session-words.ts'
import type { Team } from '../team.ts'
import { leaveIn } from './leave-month.ts'
import { monthWords } from './month-words.ts'

export interface LeaveListProps {
  readonly team: Team
  readonly month: string
  readonly people: readonly RecordPerson[]
  readonly changes: RecordChanges
  readonly mayEdit: boolean
}

/** Each leave of the month in words. */
export function LeaveList({ team, month, people, changes, mayEdit }: LeaveListProps) {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const leave = leaveIn(team, month).filter(({ person }) => names.has(person))
  if (leave.length === 0) return <p>Nobody is on leave in {monthWords(month)}.</p>
  const takeBack = (one: Leave) =>
    changes.make({
      what: `${names.get(one.person)}’s leave, ${leaveWords(one, team.parts)}, cancelled`,
      apply: (record) => ({ ...record, leave: (record.leave ?? []).filter(({ id }) => id !== one.id) }),
    })
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">Leave in {monthWords(month)}</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">When</th>
          {mayEdit && (
            <td>
              <span className="nhsuk-u-visually-hidden">Cancel</span>
            </td>
          )}
        </tr>
      </thead>
      <tbody>
        {leave.map((one) => (
          <tr key={one.id}>
            <th scope="row">{names.get(one.person)}</th>
            <td>{leaveWords(one, team.parts)}</td>
            {mayEdit && (
              <td>
                <button type="button" className="rota-link" onClick={() => takeBack(one)}>
                  Cancel
                  <span className="nhsuk-u-visually-hidden">
                    {' '}
                    {names.get(one.person)}, {leaveWords(one, team.parts)}
                  </span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Monday 21 December to Tuesday 22 December, mornings only" */
export function leaveWords({ from, to, parts }: Pick<Leave, 'from' | 'to' | 'parts'>, all: readonly DayPart[]): string {
  const days = from === to ? plainDay(from) : `${plainDay(from)} to ${plainDay(to)}`
  return parts === undefined ? days : `${days}, ${partsWords(parts, all)} only`
}
