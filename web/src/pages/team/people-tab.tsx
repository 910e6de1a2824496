import { useState } from 'react'
import { addDays, plainDay, today } from '../../parts/dates.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { plural } from '../../parts/week/figures.ts'
import { AddPerson } from './add-person.tsx'
import { CycleChoice } from './cycle-choice.tsx'
import { ImportTeam } from './import-team.tsx'
import { PeopleTable } from './people-table.tsx'
import { comingAndGoing, groupsOf, type Team } from './team.ts'
import type { TeamView } from './team-view.ts'

export interface TabProps {
  readonly team: Team
  readonly view: TeamView
  readonly change: (change: Partial<TeamView>) => void
  readonly mayEdit: boolean
  readonly changes: RecordChanges
}

/** Everybody by role, with contract, sites and usual week; one row at a time opens for editing. */
export function PeopleTab({ team, view, change, mayEdit, changes }: TabProps) {
  const [open, setOpen] = useState<string | null>(null)
  const groups = groupsOf(team, view)
  return (
    <>
      <ComingAndGoing team={team} />
      <div className="rota-toolbar rota-network__tools">
        <TeamFilters team={team} view={view} change={change} />
        {mayEdit && <AddPerson team={team} changes={changes} added={setOpen} />}
        {mayEdit && <ImportTeam team={team} changes={changes} />}
      </div>
      {mayEdit && <CycleChoice team={team} changes={changes} />}
      {groups.length === 0 && <p>Nobody matches these filters.</p>}
      <PeopleTable {...{ team, groups, open, setOpen, mayEdit, changes }} />
    </>
  )
}

function TeamFilters({ team: { record, roles }, view, change }: Pick<TabProps, 'team' | 'view' | 'change'>) {
  const used = roles.filter(({ id }) => record.people.some(({ role }) => role === id))
  return (
    <>
      {record.sites.length > 1 && (
        <label>
          <span>Practice</span>
          <select
            className="nhsuk-select"
            value={view.site ?? ''}
            onChange={({ target }) => change({ site: target.value === '' ? null : target.value })}
          >
            <option value="">All</option>
            {record.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>Role</span>
        <select
          className="nhsuk-select"
          value={view.role ?? ''}
          onChange={({ target }) => change({ role: target.value === '' ? null : target.value })}
        >
          <option value="">All</option>
          {used.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Find a person</span>
        <input
          className="nhsuk-input"
          type="search"
          value={view.person}
          onChange={({ target }) => change({ person: target.value })}
        />
      </label>
    </>
  )
}

/** Number of days ahead for which joiners and leavers are listed. */
const AHEAD = 91

function ComingAndGoing({ team: { record } }: Pick<TabProps, 'team'>) {
  const now = today()
  const moments = comingAndGoing(record.people, now, addDays(now, AHEAD))
  if (moments.length === 0) return null
  return (
    <section className="rota-coming">
      <h2 className="nhsuk-heading-s">
        Joining and leaving in the next three months ({plural(moments.length, 'person', 'people')})
      </h2>
      <ul>
        {moments.map(({ person, day, isJoining }) => (
          <li key={`${person.id} ${day}`}>
            <strong>{person.name}</strong> {isJoining ? 'joins on' : 'leaves after'} {plainDay(day)}
          </li>
        ))}
      </ul>
    </section>
  )
}
