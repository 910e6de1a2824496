import type { Grant } from '../../api.ts'
import { SelectField, TextField } from '../../parts/fields.tsx'
import type { OwnNetwork } from './settings-page.tsx'

export interface GrantFieldsProps {
  readonly grant: Grant
  readonly networks: readonly OwnNetwork[]
  readonly set: (grant: Grant) => void
}

const ROLES: readonly { readonly value: Grant['role']; readonly name: string; readonly isForAll: boolean }[] = [
  { value: 'staff', name: 'Staff: reads what is published', isForAll: false },
  { value: 'manager', name: 'Manager: plans and publishes', isForAll: false },
  { value: 'director', name: 'Director: reads everything', isForAll: false },
  { value: 'administrator', name: 'Administrator: everything, everywhere', isForAll: true },
  { value: 'monitor', name: 'Monitor: reads metrics', isForAll: true },
]

/** A role, and the network it applies to. */
export function GrantFields({ grant, networks, set }: GrantFieldsProps) {
  const isForAll = ROLES.some(({ value, isForAll }) => value === grant.role && isForAll)
  return (
    <>
      <SelectField
        label="Role"
        value={grant.role}
        options={ROLES}
        commit={(chosen) => {
          const role = ROLES.find(({ value }) => value === chosen)
          if (role !== undefined) set({ role: role.value, network: role.isForAll ? '*' : firstOf(grant, networks) })
        }}
      />
      {!isForAll && (
        <TextField
          label="Network"
          hint="Its code, like U12345"
          isLive
          value={grant.network}
          commit={(network) => set({ ...grant, network })}
        />
      )}
    </>
  )
}

function firstOf({ network }: Grant, networks: readonly OwnNetwork[]): string {
  return network === '*' || network === '' ? (networks[0]?.ods ?? '') : network
}

/** "manager of U12345" */
export function grantWords({ role, network }: Grant): string {
  return network === '*' ? role : `${role} of ${network}`
}
