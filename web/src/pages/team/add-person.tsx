import { useState } from 'react'
import { NumberField, SelectField, TextField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import { newPersonId, type Team } from './team.ts'

export interface AddPersonProps {
  readonly team: Team
  readonly changes: RecordChanges
  /** Called with the new person's id. */
  readonly added: (id: string) => void
}

/** Adds a person with the minimum that a week needs; the rest can be edited in their row. */
export function AddPerson({ team, changes, added }: AddPersonProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="rota-button" onClick={() => setIsOpen(true)}>
        Add a person
      </button>
      {isOpen && <AddPersonDialog {...{ team, changes, added }} close={() => setIsOpen(false)} />}
    </>
  )
}

/** Default contract. */
const SESSIONS = 6

interface Joiner {
  readonly name: string
  readonly role: string
  readonly home: string
  readonly sessions: number
  readonly from: string
}

function AddPersonDialog({ team, changes, added, close }: AddPersonProps & { readonly close: () => void }) {
  const { record, roles } = team
  const [given, setGiven] = useState<Joiner>({
    name: '',
    role: record.people[0]?.role ?? roles[0]?.id ?? '',
    home: record.sites[0]?.id ?? '',
    sessions: SESSIONS,
    from: '',
  })
  const add = () => {
    const id = newPersonId(record)
    const { role, home, sessions, from } = given
    const name = given.name.trim()
    const person = { id, name, role, home, sites: [home], contract: { sessions } }
    changes.make({
      what: `${name} added`,
      apply: (now) => ({ ...now, people: [...now.people, from === '' ? person : { ...person, from }] }),
    })
    added(id)
  }
  return (
    <Modal className="rota-dialog" heading="Add a person" close={close}>
      <JoinerFields {...{ team, given }} set={(changed) => setGiven((before) => ({ ...before, ...changed }))} />
      <div className="rota-dialog__buttons">
        <button
          type="button"
          className="rota-button rota-button--main"
          disabled={given.name.trim() === ''}
          onClick={(event) => {
            add()
            closeModal(event)
          }}
        >
          Add
        </button>
        <button type="button" className="rota-button" onClick={closeModal}>
          Cancel
        </button>
      </div>
    </Modal>
  )
}

interface JoinerFieldsProps {
  readonly team: Team
  readonly given: Joiner
  readonly set: (changed: Partial<Joiner>) => void
}

function JoinerFields({ team: { record, roles }, given, set }: JoinerFieldsProps) {
  return (
    <div className="rota-editor__fields">
      <TextField label="Name" isLive value={given.name} commit={(name) => set({ name })} />
      <SelectField
        label="Role"
        value={given.role}
        options={roles.map(({ id, title }) => ({ value: id, name: title }))}
        commit={(role) => set({ role })}
      />
      <SelectField
        label="Usual practice"
        value={given.home}
        options={record.sites.map(({ id, name }) => ({ value: id, name }))}
        commit={(home) => set({ home })}
      />
      <NumberField
        label="Sessions a week"
        value={given.sessions}
        step={0.1}
        max={14}
        commit={(sessions) => sessions !== null && set({ sessions })}
      />
      <TextField
        label="First day"
        hint="Empty: is here already"
        type="date"
        value={given.from}
        commit={(from) => set({ from })}
      />
    </div>
  )
}
