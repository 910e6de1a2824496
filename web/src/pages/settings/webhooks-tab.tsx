import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { momentWords } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { TextField } from '../../parts/fields.tsx'

/** Webhooks: endpoints of other systems that are notified of events in a network, and their delivery status. */
export function WebhooksTab({ ods }: { readonly ods: string }) {
  const mayEdit = useMayEdit(ods)
  const { webhooks, adding, removing } = useWebhooks(ods)
  if (webhooks.isPending) return <p role="status">Loading the webhooks…</p>
  if (webhooks.isError) {
    return (
      <FaultNotice what="Webhooks could not be read" error={webhooks.error} again={() => void webhooks.refetch()} />
    )
  }
  return (
    <>
      {mayEdit && <NewWebhook add={adding.mutate} />}
      {adding.error !== null && (
        <p className="rota-dialog__fault" role="alert">
          {wordsOf(adding.error)}
        </p>
      )}
      {adding.data !== undefined && (
        <div className="nhsuk-inset-text" role="status">
          <p>
            Its secret, shown only now: <code className="rota-settings__key">{adding.data.secret}</code>
          </p>
        </div>
      )}
      {webhooks.data.webhooks.length === 0 && <p>No other system is told what happens here.</p>}
      <ul className="rota-settings__list">
        {webhooks.data.webhooks.map(({ id, url, events }) => (
          <li key={id}>
            <strong>{url}</strong>: {events.join(', ')}{' '}
            {mayEdit && (
              <button type="button" className="rota-link" onClick={() => removing.mutate(id)}>
                Remove<span className="nhsuk-u-visually-hidden"> {url}</span>
              </button>
            )}
            <Deliveries {...{ ods, id }} />
          </li>
        ))}
      </ul>
    </>
  )
}

function useWebhooks(ods: string) {
  const queries = useQueryClient()
  const queryKey = ['webhooks', ods]
  const params = { path: { ods } }
  const onSettled = () => queries.invalidateQueries({ queryKey })
  return {
    webhooks: useQuery({ queryKey, queryFn: () => answered(api.GET('/v1/networks/{ods}/webhooks', { params })) }),
    adding: useMutation({
      mutationFn: (url: string) => answered(api.POST('/v1/networks/{ods}/webhooks', { params, body: { url } })),
      onSettled,
    }),
    removing: useMutation({
      mutationFn: (id: string) => api.DELETE('/v1/networks/{ods}/webhooks/{id}', { params: { path: { ods, id } } }),
      onSettled,
    }),
  }
}

function NewWebhook({ add }: { readonly add: (url: string) => void }) {
  const [url, setUrl] = useState('')
  return (
    <div className="rota-editor__fields">
      <TextField label="Address" hint="Starts with https://" type="url" isLive value={url} commit={setUrl} />
      <button
        type="button"
        className="rota-button rota-button--main"
        disabled={url === ''}
        onClick={() => add(url.trim())}
      >
        Add a webhook
      </button>
    </div>
  )
}

function Deliveries({ ods, id }: { readonly ods: string; readonly id: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['deliveries', ods, id],
    enabled: isOpen,
    queryFn: () => answered(api.GET('/v1/networks/{ods}/webhooks/{id}/deliveries', { params: { path: { ods, id } } })),
  })
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Deliveries</summary>
      {data?.deliveries.length === 0 && <p>None yet.</p>}
      <ul>
        {data?.deliveries.map(({ id: delivery, event, state, madeAt, attempts, reason }) => (
          <li key={delivery}>
            {momentWords(madeAt)}: {event}, {state} after {attempts} {attempts === 1 ? 'attempt' : 'attempts'}
            {reason !== undefined && `, ${reason}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
