import type { RecordPerson } from '../../../api.ts'
import { plainDay } from '../../../parts/dates.ts'
import type { Team } from '../team.ts'
import { type Clash, daysOf, groupsAway, type LeaveDay, type LeaveGroup } from './leave-month.ts'

export interface LeaveCalendarProps {
  readonly team: Team
  readonly month: string
  readonly people: readonly RecordPerson[]
  readonly clashes: readonly Clash[]
}

const INITIALS = ['S', 'M', 'T', 'W', 'T', 'F', 'S']

/** One row per person with leave and one column per day; above each role, the number away. */
export function LeaveCalendar({ team, month, people, clashes }: LeaveCalendarProps) {
  const days = daysOf(month)
  const groups = groupsAway(team, month, people)
  if (groups.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="rota-scroll" aria-label="Leave calendar" tabIndex={0}>
      <table className="rota-leave">
        <thead>
          <tr>
            <th scope="col">Person</th>
            {days.map(({ day, isWeekend }) => (
              <th key={day} scope="col" data-weekend={isWeekend || undefined}>
                <abbr title={plainDay(day)}>
                  {INITIALS[new Date(`${day}T12:00:00Z`).getUTCDay()]}
                  <br />
                  {Number(day.slice(8))}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <RoleRows key={group.role.id} {...{ group, days, clashes }} />
        ))}
      </table>
    </section>
  )
}

interface RoleRowsProps {
  readonly group: LeaveGroup
  readonly days: readonly LeaveDay[]
  readonly clashes: readonly Clash[]
}

function RoleRows({ group: { role, rows, away }, days, clashes }: RoleRowsProps) {
  const isClash = (day: string) => clashes.some((clash) => clash.day === day && clash.role === role.title)
  return (
    <tbody>
      <tr className="rota-table__group">
        <th scope="row">{role.title}: away</th>
        {days.map(({ day, isWeekend }, n) => (
          <td key={day} data-weekend={isWeekend || undefined} data-clash={isClash(day) || undefined}>
            {isWeekend || away[n] === 0 ? '' : away[n]}
            {isClash(day) && <span className="nhsuk-u-visually-hidden"> half or more</span>}
          </td>
        ))}
      </tr>
      {rows.map(({ person, days: own }) => (
        <tr key={person.id}>
          <th scope="row">{person.name}</th>
          {days.map(({ day, isWeekend }, n) => {
            const now = own[n] ?? null
            return (
              <td key={day} data-weekend={isWeekend || undefined} data-away={now === null ? undefined : 'yes'}>
                {now === null ? '' : now === 'all' ? '●' : now.join('+')}
                {now === 'all' && <span className="nhsuk-u-visually-hidden">away</span>}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}
