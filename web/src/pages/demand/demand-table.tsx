import { shortDay } from '../../parts/dates.ts'
import { percent } from '../../parts/week/figures.ts'
import type { NeedDay, WeekDemand } from './need-days.ts'

/** The same figures as a table: arrivals, and how many are seen. */
export function DemandTable({ demand: { needs, days } }: { readonly demand: WeekDemand }) {
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">
        Contacts that arrive, and contacts seen
      </caption>
      <thead>
        <tr>
          <th scope="col">Need</th>
          {days.map((day) => (
            <th key={day} scope="col" className="rota-table__number">
              {shortDay(day)}
            </th>
          ))}
          <th scope="col" className="rota-table__number">
            Week
          </th>
          <th scope="col" className="rota-table__number">
            In time
          </th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <tr key={need.id}>
            <th scope="row">{need.title}</th>
            {need.days.map((day) => (
              <td key={day.day} className="rota-table__number" data-label={shortDay(day.day)}>
                {pair(day)}
              </td>
            ))}
            <td className="rota-table__number" data-label="Week">
              {pair(need)}
            </td>
            <td className="rota-table__number" data-label="In time">
              {need.inTime === null ? '–' : percent(need.inTime)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function pair({ arrives, seen }: Pick<NeedDay, 'arrives' | 'seen'>): string {
  return seen === null ? String(Math.round(arrives)) : `${Math.round(arrives)}, seen ${Math.round(seen)}`
}
