import type { ReactNode } from 'react'
import { closeModal, Modal } from './modal.tsx'

export interface ConfirmationProps {
  /** A question: "Revoke the key of Appointment book?" */
  readonly heading: string
  /** What is done, as the button says it. */
  readonly name: string
  readonly isBusy?: boolean
  /** What went wrong; null if nothing did. */
  readonly fault?: string | null
  /** True for what cannot be taken back. */
  readonly isGrave?: boolean
  /** Null where it may only be read. */
  readonly confirm: (() => void) | null
  readonly close: () => void
  /** What follows from it. */
  readonly children: ReactNode
}

/** A question before something that others will notice. */
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
