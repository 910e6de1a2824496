import { useState } from 'react'
import type { Grant } from '../../api.ts'
import { Confirmation } from '../../parts/confirmation.tsx'
import { GrantFields, grantWords } from './grant-fields.tsx'
import type { OwnNetwork } from './settings-page.tsx'

export interface PersonRolesProps {
  readonly name: string
  readonly grants: readonly Grant[]
  readonly networks: readonly OwnNetwork[]
  /** Called with all of the person's new roles. */
  readonly regrant: (grants: readonly Grant[]) => void
}

/** What a person may do, and where. Roles can be added, and removed after confirmation. */
export function PersonRoles({ name, grants, networks, regrant }: PersonRolesProps) {
  const [removed, setRemoved] = useState<Grant | null>(null)
  return (
    <>
      <ul className="rota-settings__roles">
        {grants.map((grant) => (
          <li key={grantWords(grant)}>
            {grantWords(grant)}{' '}
            <button type="button" className="rota-link" onClick={() => setRemoved(grant)}>
              Remove…
              <span className="nhsuk-u-visually-hidden">
                {' '}
                {grantWords(grant)} from {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {removed !== null && (
        <Confirmation
          heading={`Remove this role from ${name}?`}
          name="Remove the role"
          confirm={() => {
            regrant(grants.filter((one) => one !== removed))
            setRemoved(null)
          }}
          close={() => setRemoved(null)}
        >
          <p>
            {grantWords(removed)}.{' '}
            {grants.length > 1
              ? 'It ends immediately. They keep their other roles.'
              : 'It is their only role. They can still sign in, but won’t see any network.'}
          </p>
        </Confirmation>
      )}
      <NewRole {...{ name, networks }} add={(added) => regrant([...grants, added])} />
    </>
  )
}

interface NewRoleProps extends Pick<PersonRolesProps, 'name' | 'networks'> {
  readonly add: (added: Grant) => void
}

function NewRole({ name, networks, add }: NewRoleProps) {
  const [added, setAdded] = useState<Grant | null>(null)
  if (added === null) {
    return (
      <button
        type="button"
        className="rota-link"
        onClick={() => setAdded({ role: 'manager', network: networks[0]?.ods ?? '' })}
      >
        Add a role<span className="nhsuk-u-visually-hidden"> for {name}</span>
      </button>
    )
  }
  return (
    <div className="rota-editor__fields">
      <GrantFields grant={added} networks={networks} set={setAdded} />
      <button
        type="button"
        className="rota-button"
        onClick={() => {
          add(added)
          setAdded(null)
        }}
      >
        Add
      </button>
    </div>
  )
}
