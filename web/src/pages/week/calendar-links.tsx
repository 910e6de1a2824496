import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, wordsOf } from '../../api.ts'
import { SelectField } from '../../parts/fields.tsx'
import { closeModal, Modal } from '../../parts/modal.tsx'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface CalendarLinksProps {
  readonly ods: string
  readonly plan: WeekPlan
  readonly close: () => void
}

/** A calendar of one person’s or one practice’s published sessions, as a URL to subscribe to or a file to send. */
export function CalendarLinks({ ods, plan, close }: CalendarLinksProps) {
  const [of, setOf] = useState('')
  const making = useMutation({
    mutationFn: ([kind = '', id = '']: readonly string[]) =>
      answered(
        api.POST('/v1/networks/{ods}/calendars', {
          params: { path: { ods } },
          body: kind === 'site' ? { site: id } : { person: id },
        }),
      ),
  })
  const choose = (chosen: string) => {
    making.reset()
    setOf(chosen)
  }
  return (
    <Modal className="rota-dialog" heading="Calendar links" close={close}>
      <p>A calendar of the published sessions of one person or one practice. It stays up to date when you publish.</p>
      <SelectField
        label="For"
        value={of}
        options={[
          { value: '', name: 'Choose a person or practice' },
          ...plan.document.sites.map(({ id, name }) => ({ value: `site ${id}`, name: `${name} (everyone there)` })),
          ...plan.document.people.map(({ id, name }) => ({ value: `person ${id}`, name })),
        ]}
        commit={choose}
      />
      <div aria-live="polite">
        {making.data !== undefined && <Made path={making.data.path} />}
        {making.error !== null && <p className="rota-dialog__fault">{wordsOf(making.error)}</p>}
      </div>
      <div className="rota-dialog__buttons">
        {making.data === undefined && (
          <button
            type="button"
            className="rota-button rota-button--main"
            disabled={of === '' || making.isPending}
            onClick={() => making.mutate(of.split(' '))}
          >
            {making.isPending ? 'Making it…' : 'Make a link'}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          Close
        </button>
      </div>
    </Modal>
  )
}

/** Hosts on which the service can only be reached from this computer. */
const ONLY_HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

function Made({ path }: { readonly path: string }) {
  const { href, hostname } = new URL(path, window.location.origin)
  return (
    <>
      {ONLY_HERE.includes(hostname) ? (
        <p>
          This program runs on this computer only, so nobody else can subscribe. Save the calendar as a file and email
          it:{' '}
        </p>
      ) : (
        <p>
          Send this address, to be subscribed to in a calendar. It is shown only now, and whoever has it sees the
          sessions: <a href={href.replace(/^http/, 'webcal')}>{href}</a>
        </p>
      )}
      <p>
        <a href={href} download="rota.ics">
          Save as a calendar file
        </a>
      </p>
    </>
  )
}
