import { useMutation } from '@tanstack/react-query'
import { answered, api, wordsOf } from '../../api.ts'

/** A calendar feed that apps subscribe to. Its URL is a secret and shown only once. */
export function MyCalendar({ network }: { readonly network: string }) {
  const making = useMutation({
    mutationFn: () => answered(api.POST('/v1/me/calendars', { body: { network } })),
  })
  const address = making.data === undefined ? null : new URL(making.data.path, window.location.origin).href
  return (
    <div className="rota-mine__card" aria-live="polite">
      {address === null ? (
        <button type="button" className="rota-button" disabled={making.isPending} onClick={() => making.mutate()}>
          Add to my calendar
        </button>
      ) : (
        <p>
          In your calendar, subscribe to this address. It is shown only now, and whoever has it sees your sessions:{' '}
          <a href={address.replace(/^http/, 'webcal')}>{address}</a>
        </p>
      )}
      {making.error !== null && <p>{wordsOf(making.error)}</p>}
    </div>
  )
}
