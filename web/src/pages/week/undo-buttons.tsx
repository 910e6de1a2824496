import { useEffect } from 'react'
import type { Edits } from './session/use-edits.ts'

/** Undo and redo of this user's changes, also with Ctrl+Z and Ctrl+Y. */
export function UndoButtons({ edits, isBusy }: { readonly edits: Edits; readonly isBusy: boolean }) {
  const { undo, redo, state } = edits
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea, dialog *')
      if (!(event.ctrlKey || event.metaKey) || isTyping || isBusy) return
      const key = event.key.toLowerCase()
      if (key === 'y' || (key === 'z' && event.shiftKey)) redo()
      else if (key === 'z') undo()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo, redo, isBusy])
  return (
    <>
      <button type="button" className="rota-button" disabled={isBusy || state.past.length === 0} onClick={undo}>
        Undo
      </button>
      <button type="button" className="rota-button" disabled={isBusy || state.future.length === 0} onClick={redo}>
        Redo
      </button>
    </>
  )
}
