import type { Fairness } from './fairness-page.tsx'
import { KINDS, tenth } from './kinds.ts'

/** What everybody worked of every kind, and their fair share. */
export function FairnessTable({ people }: { readonly people: Fairness['people'] }) {
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">
        Everybody: sessions, and the fair share
      </caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col" className="rota-table__number">
            Weeks
          </th>
          <th scope="col" className="rota-table__number">
            Sessions
          </th>
          {KINDS.map(({ id, name }) => (
            <th key={id} scope="col" className="rota-table__number">
              {name}
            </th>
          ))}
          <th scope="col" className="rota-table__number">
            Wishes
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.person}>
            <th scope="row">{person.name}</th>
            <td className="rota-table__number" data-label="Weeks">
              {person.weeks}
            </td>
            <td className="rota-table__number" data-label="Sessions">
              {tenth(person.sessions)}
            </td>
            {KINDS.map(({ id, name }) => (
              <td key={id} className="rota-table__number" data-label={name}>
                {tenth(person[id])} (fair {tenth(person.fair[id])})
              </td>
            ))}
            <td className="rota-table__number" data-label="Wishes">
              {person.wishes.granted} of {person.wishes.asked}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
