import { useState } from 'react'
import { withFile } from '../../../../src/intake/imports/merged-record.ts'
import type { RecordPerson } from '../../api.ts'
import { importChange } from '../../parts/import/import-change.ts'
import { ImportDialog } from '../../parts/import/import-dialog.tsx'
import type { ImportResult } from '../../parts/import/use-import.ts'
import { FROM_A_SPREADSHEET } from '../../parts/network/from-a-spreadsheet.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { plural } from '../../parts/week/figures.ts'
import { homeOf, type Team } from './team.ts'
import { WeekGlance } from './week-glance.tsx'

export interface ImportTeamProps {
  readonly team: Team
  readonly changes: RecordChanges
}

/** Imports the team from the practice's spreadsheet. */
export function ImportTeam({ team, changes }: ImportTeamProps) {
  const [isOpen, setIsOpen] = useState(() => window.location.hash === `#${FROM_A_SPREADSHEET}`)
  const { ods, record, roles } = team
  const people = record.synthetic === true ? [] : record.people
  return (
    <>
      <button type="button" className="rota-button" onClick={() => setIsOpen(true)}>
        From a spreadsheet
      </button>
      {isOpen && (
        <ImportDialog
          of={{ as: 'team', ods }}
          names={{ people, sites: record.sites, roles, needs: [] }}
          heading="The team from a spreadsheet"
          about={<About ods={ods} />}
          changes={(result) => <TeamChanges team={withCycle(team, result)} people={peopleIn(result)} />}
          putIn={(result) => putIn(team, peopleIn(result))}
          take={(taken) =>
            changes.make(
              importChange(
                `${plural(peopleIn(taken.result).length, 'person', 'people')} from ${taken.fileName}`,
                taken,
              ),
            )
          }
          close={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

const peopleIn = ({ people = [] }: ImportResult) => people

/** Adds the cycle of the file's rolling pattern. */
function withCycle(team: Team, { cycle }: ImportResult): Team {
  return cycle === undefined ? team : { ...team, letters: cycle.weeks, record: { ...team.record, cycle } }
}

function About({ ods }: { readonly ods: string }) {
  return (
    <>
      <p>
        A list with names, roles and sessions (or hours, or WTE); a grid of names and Mon AM to Fri PM, for each week of
        a rolling pattern if weeks differ; or a rota by dates, of which each person’s usual week is taken. Excel and CSV
        files, as they are.
      </p>
      <p>You’ll see how the file was understood before anything changes.</p>
      <p>
        Or begin with{' '}
        <a href={`/v1/networks/${encodeURIComponent(ods)}/record/team.xlsx`} download>
          this team as a spreadsheet
        </a>
        , change it there, and put it in again.
      </p>
    </>
  )
}

type State = 'new' | 'changed' | 'the same'

/** The effect of an import on one person. */
function stateOf({ record }: Team, person: RecordPerson): { readonly state: State; readonly after: RecordPerson } {
  const known = record.synthetic === true ? undefined : record.people.find(({ id }) => id === person.id)
  const after = withFile(known, person)
  if (known === undefined) return { state: 'new', after }
  return { state: isSame(known, after) ? 'the same' : 'changed', after }
}

/** Ignores the order of fields. */
function isSame(a: RecordPerson, b: RecordPerson): boolean {
  const text = (person: RecordPerson) =>
    JSON.stringify(Object.entries(person).sort(([one], [other]) => (one < other ? -1 : 1)))
  return text(a) === text(b)
}

/** Null if the import wouldn't change anybody. */
function putIn(team: Team, people: readonly RecordPerson[]): string | null {
  const count = people.filter((person) => stateOf(team, person).state !== 'the same').length
  if (count === 0) return null
  return team.record.synthetic === true
    ? `Replace the made-up team with ${plural(count, 'person', 'people')}`
    : `Add or update ${plural(count, 'person', 'people')}`
}

/** What goes when the first real people come in. */
function Replaced({ team: { record }, people }: { readonly team: Team; readonly people: readonly RecordPerson[] }) {
  const staffed = new Set(people.flatMap((person) => [homeOf(record, person), ...(person.sites ?? [])]))
  const leave = record.leave?.length ?? 0
  const empty = record.sites.filter(({ id }) => !staffed.has(id)).map(({ name }) => name)
  return (
    <p>
      <strong>
        All {plural(record.people.length, 'made-up person', 'made-up people')} of this network would be removed, at
        every practice.
      </strong>{' '}
      {leave > 0 && `${plural(leave, 'period')} of their leave and all their wishes would go with them. `}
      {empty.length > 0 &&
        `Nobody would be left at ${empty.join(', ')} until you bring in their people too, from one file or several. `}
      Weeks that are planned already keep the people they were planned with; weeks you plan from then on have the new
      ones.
    </p>
  )
}

function TeamChanges({ team, people }: { readonly team: Team; readonly people: readonly RecordPerson[] }) {
  const rows = people.map((person) => stateOf(team, person))
  const count = (wanted: State) => rows.filter(({ state }) => state === wanted).length
  const ids = new Set(people.map(({ id }) => id))
  const others = team.record.synthetic === true ? 0 : team.record.people.filter(({ id }) => !ids.has(id)).length
  const role = (id: string) => team.roles.find((one) => one.id === id)?.title ?? id
  const site = (id: string | undefined) => team.record.sites.find((one) => one.id === id)?.name ?? ''
  return (
    <section>
      <h3>What would change</h3>
      {team.record.synthetic === true && <Replaced team={team} people={people} />}
      <p>
        {count('new')} new, {count('changed')} changed, {count('the same')} the same.
        {others > 0 && ` ${plural(others, 'person is', 'people are')} not in the file and stay as they are.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes the focus. */}
      <section className="rota-import__list" aria-label="People in the file" tabIndex={0}>
        <table className="rota-table">
          <caption className="nhsuk-u-visually-hidden">People as they would be</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Role</th>
              <th scope="col">Sessions</th>
              <th scope="col">Usual week</th>
              <th scope="col">Practice</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ state, after }) => (
              <tr key={after.id}>
                <th scope="row">
                  {after.name} {state !== 'the same' && <span className="rota-import__tag">{state}</span>}
                </th>
                <td>{role(after.role)}</td>
                <td>{after.contract.sessions}</td>
                <td>
                  <WeekGlance team={team} person={after} />
                </td>
                <td>{site(after.home)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
