import { Refused, wordsOf } from '../../api.ts'
import { isConflict, type RecordChanges } from './use-record-changes.ts'

/** Confirms that a change was saved and offers Undo, or says why it wasn't and what to do. */
export function StoredLine({ changes }: { readonly changes: RecordChanges }) {
  const { unstored, last, isStoring, undo } = changes
  return (
    <>
      {unstored.length > 0 && <NotStored changes={changes} />}
      <p className="rota-stored" role="status" hidden={last === null && !isStoring}>
        {isStoring ? 'Saving…' : last === null ? '' : `${last.what}. Saved.`}{' '}
        {!isStoring && undo !== null && !last?.what.startsWith('Undone') && (
          <button type="button" className="rota-link" onClick={undo}>
            Undo
          </button>
        )}
      </p>
    </>
  )
}

function NotStored({ changes: { unstored, again, drop } }: { readonly changes: RecordChanges }) {
  const [first] = unstored
  if (first === undefined) return null
  const isTheirs = isConflict(first)
  const isGone = first.error instanceof Refused && first.error.status === 0
  return (
    <div className="nhsuk-error-summary rota-unstored" role="alert">
      <h2 className="nhsuk-error-summary__title">
        {isTheirs ? 'Somebody else has changed this network' : 'This change was not saved'}
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul>
          {unstored.map(({ change }) => (
            <li key={change.what}>{change.what}</li>
          ))}
        </ul>
        <p>
          {isTheirs ? 'Their change is saved; yours is not yet. Nothing of theirs will be lost.' : wordsOf(first.error)}
        </p>
        {(isTheirs || isGone) && (
          <button type="button" className="rota-button rota-button--main" onClick={again}>
            {isTheirs ? 'Add my changes to theirs' : 'Try again'}
          </button>
        )}{' '}
        <button type="button" className="rota-button" onClick={drop}>
          {isTheirs ? 'Keep theirs only' : 'Leave it as it was'}
        </button>
      </div>
    </div>
  )
}
