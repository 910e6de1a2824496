import type { EditState } from './session/edit-state.ts'
import type { Edits } from './session/use-edits.ts'

/** The effect of the last change, with Undo; or why it isn't saved yet. */
export function SavedLine({ edits }: { readonly edits: Edits }) {
  const { state, undo, dismiss, settle } = edits
  if (state.trouble === 'conflict') return <Conflict settle={settle} />
  const words = wordsFor(state)
  return (
    <div className="rota-saved" role="status" data-shown={words !== '' || undefined} data-trouble={state.trouble}>
      {words !== '' && (
        <>
          <p>{words}</p>
          {state.past.length > 0 && (
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

function wordsFor({ said, outcome, trouble, fault }: EditState): string {
  if (trouble === 'waiting')
    return 'Not saved yet: the service isn’t responding. Your changes are safe on this page and will be sent again.'
  if (trouble === 'refused') return `Not saved. ${fault}`
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
