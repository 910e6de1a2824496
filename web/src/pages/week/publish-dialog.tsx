import type { Assignment } from '../../api.ts'
import { useHasSignIn } from '../../parts/access/use-caller.ts'
import { closeModal, Modal } from '../../parts/modal.tsx'
import { differencesByPerson } from '../../parts/week/differences.ts'
import type { Figures } from '../../parts/week/figures.ts'
import { plural } from '../../parts/week/figures.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface PublishDialogProps {
  readonly plan: WeekPlan
  /** The currently published rota; null if nothing is published. */
  readonly before: readonly Assignment[] | null
  readonly after: readonly Assignment[]
  readonly figures: Figures | null
  readonly isBusy: boolean
  readonly fault: string | null
  readonly publish: () => void
  readonly close: () => void
}

/** Changes by person, remaining problems, and a confirmation. */
export function PublishDialog({ plan, before, after, figures, isBusy, fault, publish, close }: PublishDialogProps) {
  const wrong = figures?.actions.filter(({ level }) => level === 'never' || level === 'safety') ?? []
  return (
    <Modal className="rota-dialog" heading="Publish this week?" close={close}>
      {fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {fault}
        </p>
      )}
      {wrong.length > 0 && (
        <div className="rota-warning">
          <h3>Still wrong</h3>
          <ul>
            {wrong.map(({ fact }) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      )}
      <ForWhom plan={plan} before={before} after={after} />
      <p>{useHasSignIn() ? WITH_SIGN_IN : WITHOUT_SIGN_IN}</p>
      <div className="rota-dialog__buttons">
        <button type="button" className="rota-button rota-button--main" disabled={isBusy} onClick={publish}>
          {isBusy ? 'Publishing…' : 'Publish this week'}
        </button>
        <button type="button" className="rota-button" onClick={closeModal}>
          Not yet
        </button>
      </div>
    </Modal>
  )
}

const WITH_SIGN_IN =
  'Everyone who signs in will see their sessions under “My week”, and calendars that subscribe are updated. Nobody is sent a message.'
const WITHOUT_SIGN_IN =
  'Publishing marks this as the rota that counts. Nobody is told by this program: print it, send the PDF or give people their calendars afterwards.'

function ForWhom({ plan, before, after }: Pick<PublishDialogProps, 'plan' | 'before' | 'after'>) {
  if (before === null) {
    const people = new Set(after.map(({ person }) => person)).size
    return (
      <p>
        This is the first version to be published, with sessions for {plural(people, 'person', 'people')}. You can
        change it and publish again at any time.
      </p>
    )
  }
  const changes = differencesByPerson(plan, before, after)
  if (changes.length === 0) return <p>This is the same as the published rota, so nothing changes for anyone.</p>
  return (
    <>
      <h3>Changes for {plural(changes.length, 'person', 'people')}</h3>
      <ul className="rota-dialog__changes">
        {changes.map(({ name, sentences }) => (
          <li key={name}>
            <strong>{name}</strong>
            <ul>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
