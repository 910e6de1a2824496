import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { components } from '../../../../client/openapi.ts'
import { answered, api, type Grant, wordsOf } from '../../api.ts'
import { Confirmation } from '../../parts/confirmation.tsx'
import { momentWords } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NumberField, TextField } from '../../parts/fields.tsx'
import { GrantFields, grantWords } from './grant-fields.tsx'
import type { OwnNetwork } from './settings-page.tsx'

const KEY = ['keys'] as const
const DAYS = 90

/** Keys for other systems: created and shown once, listed without the secret, revoked. */
export function KeysTab({ networks }: { readonly networks: readonly OwnNetwork[] }) {
  const queries = useQueryClient()
  const keys = useQuery({ queryKey: KEY, queryFn: () => answered(api.GET('/v1/keys', {})) })
  const reread = () => queries.invalidateQueries({ queryKey: KEY })
  const making = useMutation({
    mutationFn: (body: { name: string; grants: Grant[]; days: number }) => answered(api.POST('/v1/keys', { body })),
    onSettled: reread,
  })
  const revoking = useMutation({
    mutationFn: (id: string) => api.DELETE('/v1/keys/{id}', { params: { path: { id } } }),
    onSettled: reread,
  })
  if (keys.isPending) return <p role="status">Loading the keys…</p>
  if (keys.isError)
    return <FaultNotice what="Keys could not be read" error={keys.error} again={() => void keys.refetch()} />
  return (
    <>
      <NewKey networks={networks} make={making.mutate} />
      {making.error !== null && (
        <p className="rota-dialog__fault" role="alert">
          {wordsOf(making.error)}
        </p>
      )}
      {making.data !== undefined && (
        <div className="nhsuk-inset-text" role="status">
          <p>
            The key of {making.data.name}, shown only now: <code className="rota-settings__key">{making.data.key}</code>
          </p>
        </div>
      )}
      {keys.data.keys.length === 0 && <p>No other system has a key.</p>}
      {keys.data.keys.length > 0 && <KeyTable keys={keys.data.keys} revoke={revoking.mutate} />}
    </>
  )
}

type KeyRow = components['schemas']['Key']

interface KeyTableProps {
  readonly keys: readonly KeyRow[]
  readonly revoke: (id: string) => void
}

function KeyTable({ keys, revoke }: KeyTableProps) {
  const [revoking, setRevoking] = useState<KeyRow | null>(null)
  return (
    <>
      <table className="rota-table">
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">Keys</caption>
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col">May</th>
            <th scope="col">Last used</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <OneKey key={row.id} row={row} ask={() => setRevoking(row)} />
          ))}
        </tbody>
      </table>
      {revoking !== null && (
        <Revoking
          row={revoking}
          revoke={() => {
            revoke(revoking.id)
            setRevoking(null)
          }}
          close={() => setRevoking(null)}
        />
      )}
    </>
  )
}

function OneKey({ row, ask }: { readonly row: KeyRow; readonly ask: () => void }) {
  const { name, starts, grants, usedAt, expiresAt, revokedAt } = row
  return (
    <tr>
      <th scope="row">
        {name} ({starts}…)
      </th>
      <td data-label="May">{grants.map(grantWords).join(', ')}</td>
      <td data-label="Last used">{usedAt === null ? 'Never' : momentWords(usedAt)}</td>
      <td data-label="State">
        {revokedAt !== null ? (
          `Revoked ${momentWords(revokedAt)}`
        ) : (
          <>
            Until {momentWords(expiresAt)}{' '}
            <button type="button" className="rota-link" onClick={ask}>
              Revoke…<span className="nhsuk-u-visually-hidden"> the key of {name}</span>
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

interface RevokingProps {
  readonly row: KeyRow
  readonly revoke: () => void
  readonly close: () => void
}

function Revoking({ row: { name, usedAt }, revoke, close }: RevokingProps) {
  const used = usedAt === null ? 'It has never used this key.' : `It last used this key ${momentWords(usedAt)}.`
  return (
    <Confirmation heading={`Revoke the key of ${name}?`} name="Revoke the key" isGrave confirm={revoke} close={close}>
      <p>
        {name} is refused from now on. {used} This can’t be undone; you can make another key.
      </p>
    </Confirmation>
  )
}

interface NewKeyProps {
  readonly networks: readonly OwnNetwork[]
  readonly make: (body: { name: string; grants: Grant[]; days: number }) => void
}

function NewKey({ networks, make }: NewKeyProps) {
  const [given, setGiven] = useState({ name: '', days: DAYS })
  const [grant, setGrant] = useState<Grant>({ role: 'staff', network: networks[0]?.ods ?? '' })
  return (
    <div className="rota-editor__fields">
      <TextField label="System" isLive value={given.name} commit={(name) => setGiven((now) => ({ ...now, name }))} />
      <GrantFields grant={grant} networks={networks} set={setGrant} />
      <NumberField
        label="Days"
        value={given.days}
        min={1}
        max={366}
        commit={(days) => days !== null && setGiven((now) => ({ ...now, days }))}
      />
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={given.name.trim() === '' || grant.network === ''}
        onClick={() => make({ name: given.name.trim(), grants: [grant], days: given.days })}
      >
        Create a key
      </button>
    </div>
  )
}
