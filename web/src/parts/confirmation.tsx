import type { ReactNode } from 'react'
import { closeModal, Modal } from './modal.tsx'

export interface ConfirmationProps {
  /** The question: "Revoke the key of Appointment book?" */
  readonly heading: string
  /** The action, as the button's label. */
  readonly name: string
  readonly isBusy?: boolean
  /** Error message; null if there is none. */
  readonly fault?: string | null
  /** True for irreversible actions. */
  readonly isGrave?: boolean
  /** Null if it is only shown for reading. */
  readonly confirm: (() => void) | null
  readonly close: () => void
  /** The consequences. */
  readonly children: ReactNode
}

/** Asks for confirmation before an action that others will notice. */
export function Confirmation({ heading, name, fault = null, confirm, close, children, ...how }: ConfirmationProps) {
  const { isBusy = false, isGrave = false } = how
  return (
    <Modal className="rota-dialog" heading={heading} close={close}>
      {children}
      {fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {fault}
        </p>
      )}
      <div className="rota-dialog__buttons">
        {confirm !== null && (
          <button
            type="button"
            className={`rota-button ${isGrave ? 'rota-button--grave' : 'rota-button--main'}`}
            disabled={isBusy}
            onClick={confirm}
          >
            {name}
          </button>
        )}
        <button type="button" className="rota-button" onClick={closeModal}>
          {confirm === null ? 'Close' : 'Cancel'}
        </button>
      </div>
    </Modal>
  )
}
