import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, wordsOf } from '../../api.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'

type Retention = paths['/v1/networks/{ods}/retention']['get']['responses'][200]['content']['application/json']

const KINDS: readonly { readonly id: keyof Retention; readonly name: string }[] = [
  { id: 'weeks', name: 'Weeks, from their last day' },
  { id: 'drafts', name: 'Rotas that were never published' },
  { id: 'recordVersions', name: 'Old versions of team, leave, demand and rules' },
  { id: 'audit', name: 'Who did what' },
]

const CHOICES: readonly { readonly days: number | null; readonly name: string }[] = [
  { days: null, name: 'until somebody deletes it' },
  { days: 90, name: '90 days' },
  { days: 365, name: 'a year' },
  { days: 730, name: 'two years' },
  { days: 2555, name: 'seven years' },
]

export interface StorageTabProps {
  readonly ods: string
  readonly mayEdit: boolean
}

/** Retention period for each kind of network data. */
export function StorageTab({ ods, mayEdit }: StorageTabProps) {
  const queries = useQueryClient()
  const params = { path: { ods } }
  const key = ['retention', ods] as const
  const retention = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/v1/networks/{ods}/retention', { params })),
  })
  const setting = useMutation({
    mutationFn: (body: Retention) => answered(api.PUT('/v1/networks/{ods}/retention', { params, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  if (retention.isPending) return <p role="status">Reading…</p>
  if (retention.isError) {
    return <FaultNotice what="This could not be read" error={retention.error} again={() => void retention.refetch()} />
  }
  const { data } = retention
  return (
    <>
      <p>Anything older is deleted automatically. Fair shares look back twelve weeks.</p>
      {setting.error !== null && (
        <p className="rota-dialog__fault" role="alert">
          {wordsOf(setting.error)}
        </p>
      )}
      {KINDS.map(({ id, name }) => (
        <Kept key={id} {...{ name, mayEdit }} days={data[id]} set={(days) => setting.mutate({ ...data, [id]: days })} />
      ))}
    </>
  )
}

interface KeptProps {
  readonly name: string
  readonly days: number | null
  readonly mayEdit: boolean
  readonly set: (days: number | null) => void
}

function Kept({ name, days, mayEdit, set }: KeptProps) {
  const choices = CHOICES.some((choice) => choice.days === days)
    ? CHOICES
    : [...CHOICES, { days, name: `${days} days` }]
  return (
    <div className="rota-field">
      <label>
        {name}{' '}
        <select
          className="nhsuk-select"
          disabled={!mayEdit}
          value={String(days)}
          onChange={({ target }) => set(target.value === 'null' ? null : Number(target.value))}
        >
          {choices.map((choice) => (
            <option key={String(choice.days)} value={String(choice.days)}>
              {choice.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
