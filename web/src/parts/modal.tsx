import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'

export interface ModalProps {
  readonly className: string
  readonly heading: ReactNode
  /** Called once it is closed, by Escape, a click outside or a button: see `closeModal`. */
  readonly close: () => void
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A dialog above the page. The browser keeps the focus inside and gives it back. */
export function Modal({ className, heading, close, style, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    dialog.current?.setAttribute('closedby', 'any')
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={className} aria-labelledby={id} style={style} onClose={close}>
      <h2 id={id}>{heading}</h2>
      {children}
    </dialog>
  )
}

/** Closes the dialog that a button is in. */
export function closeModal({ currentTarget }: { readonly currentTarget: Element }): void {
  currentTarget.closest('dialog')?.close()
}
