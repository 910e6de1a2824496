import type { Finding } from '../../api.ts'
import type { EditState } from './session/edit-state.ts'
import type { Edits } from './session/use-edits.ts'

export interface SavedLineProps {
  readonly edits: Edits
  /** Lists people who could fill a gap; null if the board is read-only at the moment. */
  readonly whoCould: ((gap: Finding) => void) | null
}

/** What the last change did, in one line that can be undone; or why it is not stored yet. */
export function SavedLine({ edits, whoCould }: SavedLineProps) {
  const { state, undo, dismiss, settle } = edits
  if (state.trouble === 'conflict') return <Conflict settle={settle} />
  const words = wordsFor(state)
  const { gap, declined } = state
  return (
    <div className="rota-saved" role="status" data-shown={words !== '' || undefined} data-trouble={state.trouble}>
      {words !== '' && (
        <>
          <p>{words}</p>
          {gap !== null && whoCould !== null && declined === '' && (
            <button type="button" onClick={() => whoCould(gap)}>
              Find someone<span className="nhsuk-u-visually-hidden">: {gap.sentence}</span>
            </button>
          )}
          {state.past.length > 0 && declined === '' && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
          {state.trouble === 'none' && (
            <button type="button" onClick={dismiss}>
              Hide<span className="nhsuk-u-visually-hidden"> this line</span>
            </button>
          )}
        </>
      )}
    </div>
  )
}

function wordsFor({ said, outcome, trouble, fault, declined }: EditState): string {
  if (trouble === 'waiting')
    return 'Not saved yet: the service isn’t responding. Your changes are safe on this page and will be sent again.'
  if (trouble === 'refused') return `Not saved. ${fault}`
  if (declined !== '') return `Nothing was changed. ${declined}.`
  if (said === '') return ''
  return outcome === null ? `${said}. Checking the week…` : `${said}. ${outcome}`
}

function Conflict({ settle }: Pick<Edits, 'settle'>) {
  return (
    <div className="rota-saved" role="alert" data-shown data-trouble="conflict">
      <p>Somebody else changed this week at the same time. Your changes are kept here.</p>
      <button type="button" onClick={() => void settle('kept')}>
        Add my changes to theirs
      </button>
      <button type="button" onClick={() => void settle('dropped')}>
        Discard mine
      </button>
    </div>
  )
}
