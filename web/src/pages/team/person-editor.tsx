import type { RecordPerson } from '../../api.ts'
import { plainDay } from '../../parts/dates.ts'
import { NumberField, SelectField, TextField } from '../../parts/fields.tsx'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { plural } from '../../parts/week/figures.ts'
import { homeOf, personChange, type Team } from './team.ts'
import { UsualWeek } from './usual-week-fields.tsx'

export interface PersonEditorProps {
  readonly team: Team
  readonly person: RecordPerson
  readonly changes: RecordChanges
  readonly close: () => void
}

/** Changes a person; `what` describes the change. */
export type ChangePerson = (what: string, apply: (person: RecordPerson) => RecordPerson) => void

/** Everything about a person that planning uses. Each field is saved when the user leaves it. */
export function PersonEditor({ team, person, changes, close }: PersonEditorProps) {
  const { id, name } = person
  const change: ChangePerson = (what, apply) => changes.make(personChange(id, what, apply))
  return (
    <section className="rota-editor" aria-label={`Change ${name}`}>
      <div className="rota-editor__fields">
        <TextField
          label="Name"
          value={name}
          commit={(now) => change(`${name} is now called ${now}`, (one) => ({ ...one, name: now }))}
        />
        <SelectField
          label="Role"
          value={person.role}
          options={team.roles.map((role) => ({ value: role.id, name: role.title }))}
          commit={(role) => change(`${name} is now ${titleOf(team, role)}`, (one) => ({ ...one, role }))}
        />
        <ContractFields person={person} change={change} />
        <PostFields person={person} change={change} />
      </div>
      <PlaceFields team={team} person={person} change={change} />
      <UsualWeek team={team} person={person} change={change} />
      <button type="button" className="rota-button" onClick={close}>
        Close
      </button>
    </section>
  )
}

const titleOf = ({ roles }: Team, id: string) => roles.find((role) => role.id === id)?.title ?? id

interface FieldsProps {
  readonly person: RecordPerson
  readonly change: ChangePerson
}

/** Maximum half-days a week in a contract. */
const MOST_SESSIONS = 14

function ContractFields({ person: { name, contract }, change }: FieldsProps) {
  const set = (what: string, field: Partial<RecordPerson['contract']>) =>
    change(what, (one) => ({ ...one, contract: { ...one.contract, ...field } }))
  return (
    <>
      <NumberField
        label="Sessions a week"
        value={contract.sessions}
        step={0.1}
        max={MOST_SESSIONS}
        commit={(sessions) =>
          sessions !== null && set(`${name} has ${plural(sessions, 'session')} a week`, { sessions })
        }
      />
      <NumberField
        label="Extra if agreed"
        value={contract.flex ?? 0}
        step={0.5}
        max={MOST_SESSIONS}
        commit={(flex) => flex !== null && set(`${name} may be asked for ${plural(flex, 'extra session')}`, { flex })}
      />
      <NumberField
        label="Of these, protected learning"
        value={contract.protected ?? 0}
        step={0.1}
        max={contract.sessions}
        commit={(time) =>
          time !== null && set(`${name} has ${plural(time, 'session')} of protected learning`, { protected: time })
        }
      />
    </>
  )
}

function PostFields({ person: { name, from, until }, change }: FieldsProps) {
  return (
    <>
      <TextField
        label="First day"
        type="date"
        value={from ?? ''}
        commit={(day) =>
          change(`${name} ${day === '' ? 'has no start date' : `joins on ${plainDay(day)}`}`, ({ from: _, ...one }) =>
            day === '' ? one : { ...one, from: day },
          )
        }
      />
      <TextField
        label="Last day"
        type="date"
        value={until ?? ''}
        commit={(day) =>
          change(
            `${name} ${day === '' ? 'has no leaving date' : `leaves on ${plainDay(day)}`}`,
            ({ until: _, ...one }) => (day === '' ? one : { ...one, until: day }),
          )
        }
      />
    </>
  )
}

function PlaceFields({ team: { record }, person, change }: FieldsProps & { readonly team: Team }) {
  const home = homeOf(record, person)
  const sites = new Set([home, ...(person.sites ?? [])])
  if (record.sites.length === 1) return null
  return (
    <div className="rota-editor__places">
      <SelectField
        label="Usual practice"
        value={home}
        options={record.sites.map(({ id, name }) => ({ value: id, name }))}
        commit={(site) =>
          change(`${person.name} is usually at ${siteName(record.sites, site)}`, (one) => ({
            ...one,
            home: site,
            sites: [...new Set([site, ...(one.sites ?? [])])],
          }))
        }
      />
      <fieldset>
        <legend>May also work at</legend>
        {record.sites
          .filter(({ id }) => id !== home)
          .map(({ id, name }) => (
            <label key={id} className="rota-check">
              <input
                type="checkbox"
                checked={sites.has(id)}
                onChange={({ target: { checked } }) =>
                  change(`${person.name} ${checked ? 'may work' : 'no longer works'} at ${name}`, (one) => ({
                    ...one,
                    sites: checked
                      ? [...new Set([...(one.sites ?? [home]), id])]
                      : (one.sites ?? [home]).filter((site) => site !== id),
                  }))
                }
              />{' '}
              {name}
            </label>
          ))}
      </fieldset>
    </div>
  )
}

function siteName(sites: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return sites.find((site) => site.id === id)?.name ?? id
}
