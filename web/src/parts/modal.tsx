import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'

export interface ModalProps {
  readonly className: string
  readonly heading: ReactNode
  /** Called once it is closed, by Escape, a click outside or a button: see `closeModal`. */
  readonly close: () => void
  readonly style?: CSSProperties
  /**
   * True for a menu: what is behind it stays in use, and a click there closes it. Making a whole page inert and back has the style of every
   * element worked out again, which takes most of a second on a board of thousands of cells.
   */
  readonly isLight?: boolean
  readonly children: ReactNode
}

/** A dialog above the page. The browser keeps the focus inside, unless it is light, and gives it back. */
export function Modal({ className, heading, close, style, isLight = false, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown === null) return
    if (isLight) shown.showPopover()
    else {
      shown.setAttribute('closedby', 'any')
      shown.showModal()
    }
  }, [isLight])
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={id}
      style={style}
      popover={isLight ? 'auto' : undefined}
      onToggle={({ newState }) => isLight && newState === 'closed' && close()}
      onClose={close}
    >
      <h2 id={id}>{heading}</h2>
      {children}
    </dialog>
  )
}

/** Closes the dialog that a button is in. */
export function closeModal({ currentTarget }: { readonly currentTarget: Element }): void {
  const dialog = currentTarget.closest('dialog')
  if (dialog?.matches(':popover-open') === true) dialog.hidePopover()
  else dialog?.close()
}
