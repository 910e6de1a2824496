import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react'

export interface ModalProps {
  readonly className: string
  readonly heading: ReactNode
  /** Called after closing by Escape, a click outside or a button: see `closeModal`. */
  readonly close: () => void
  readonly style?: CSSProperties
  /**
   * True for a menu: the page behind it stays active, and a click there closes it. Making a whole page inert and active again
   * recalculates the style of every element, which takes most of a second on a board with thousands of cells.
   */
  readonly isLight?: boolean
  readonly children: ReactNode
}

/** A dialog above the page. The browser traps the focus inside, unless it is light, and restores it afterwards. */
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

/** Closes the dialog that contains the button. */
export function closeModal({ currentTarget }: { readonly currentTarget: Element }): void {
  const dialog = currentTarget.closest('dialog')
  if (dialog?.matches(':popover-open') === true) dialog.hidePopover()
  else dialog?.close()
}
