import { Fragment } from 'react'
import type { RecordPerson } from '../../api.ts'
import { plainDay } from '../../parts/dates.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { PersonEditor } from './person-editor.tsx'
import { homeOf, type Team, type TeamGroup } from './team.ts'
import { WeekGlance } from './week-glance.tsx'

export interface PeopleTableProps {
  readonly team: Team
  readonly groups: readonly TeamGroup[]
  /** Id of the person whose row is open. */
  readonly open: string | null
  readonly setOpen: (id: string | null) => void
  readonly mayEdit: boolean
  readonly changes: RecordChanges
}

const COLUMNS = 5

/** One row per person, grouped by role. The editor appears below the open row. */
export function PeopleTable({ team, groups, open, setOpen, mayEdit, changes }: PeopleTableProps) {
  return (
    <table className="rota-table rota-people">
      <caption className="nhsuk-u-visually-hidden">People by role</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Sessions a week</th>
          <th scope="col">Works at</th>
          <th scope="col">Usual week</th>
          <th scope="col">In post</th>
        </tr>
      </thead>
      {groups.map(({ role, people }) => (
        <tbody key={role.id}>
          <tr className="rota-table__group">
            <th scope="rowgroup" colSpan={COLUMNS}>
              {role.title} ({people.length})
            </th>
          </tr>
          {people.map((person) => (
            <Fragment key={person.id}>
              <PersonRow {...{ team, person }} isOpen={open === person.id} toggle={mayEdit ? setOpen : null} />
              {open === person.id && mayEdit && (
                <tr className="rota-people__open">
                  <td colSpan={COLUMNS}>
                    <PersonEditor key={changes.round} {...{ team, person, changes }} close={() => setOpen(null)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface PersonRowProps {
  readonly team: Team
  readonly person: RecordPerson
  readonly isOpen: boolean
  readonly toggle: ((id: string | null) => void) | null
}

function PersonRow({ team, person, isOpen, toggle }: PersonRowProps) {
  const { sessions, flex = 0 } = person.contract
  return (
    <tr>
      <th scope="row">
        {toggle === null ? (
          person.name
        ) : (
          <button
            type="button"
            className="rota-link"
            aria-expanded={isOpen}
            onClick={() => toggle(isOpen ? null : person.id)}
          >
            {person.name}
          </button>
        )}
      </th>
      <td data-label="Sessions a week">
        {sessions}
        {flex > 0 && ` (up to ${sessions + flex})`}
      </td>
      <td data-label="Works at">{placesOf(team, person)}</td>
      <td data-label="Usual week">
        <WeekGlance {...{ team, person }} />
      </td>
      <td data-label="In post">{postOf(person)}</td>
    </tr>
  )
}

/** The usual practice first. */
function placesOf({ record }: Team, person: RecordPerson): string {
  const home = homeOf(record, person)
  const others = (person.sites ?? []).filter((site) => site !== home)
  return [home, ...others].map((site) => record.sites.find(({ id }) => id === site)?.name ?? site).join(', ')
}

function postOf({ from, until }: RecordPerson): string {
  const first = from === undefined ? null : `from ${plainDay(from)}`
  const last = until === undefined || until === null ? null : `until ${plainDay(until)}`
  const words = [first, last].filter((part) => part !== null).join(' ')
  return words === '' ? 'Now' : words.charAt(0).toUpperCase() + words.slice(1)
}
