/** Arrow keys walk the board; one cell is in the tab order, the one that was last focused. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const CELL = '[data-place]'

export function useGridKeys(table: RefObject<HTMLTableElement | null>) {
  /** The cell that is in the tab order. */
  const entry = useRef<Element | null>(null)
  // After each drawing: it may be gone.
  useEffect(() => {
    if (entry.current !== null && table.current?.contains(entry.current)) return
    entry.current = table.current?.querySelector(CELL) ?? null
    entry.current?.setAttribute('tabindex', '0')
  })
  const onFocus = ({ target }: FocusEvent) => {
    if (!target.matches(CELL) || target === entry.current) return
    entry.current?.setAttribute('tabindex', '-1')
    entry.current = target
    target.setAttribute('tabindex', '0')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(CELL) : null
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return
    const to = neighbour(from, event.key)
    if (to === undefined) return
    event.preventDefault()
    to.focus()
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { onFocus, onKeyDown }
}

/** Row by row from where the focus is: a large network has thousands of cells, and most are far away. */
function neighbour(from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest('tr')
  if (row === null) return undefined
  const cells = cellsOf(row)
  const column = cells.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return cells[column + 1]
    case 'ArrowLeft':
      return cells[column - 1]
    case 'ArrowDown':
      return cellsBeside(row, 1)[column]
    case 'ArrowUp':
      return cellsBeside(row, -1)[column]
    case 'Home':
      return cells[0]
    case 'End':
      return cells.at(-1)
    default:
      return undefined
  }
}

const cellsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>(CELL)]

/** Of the next row below or above that has cells, in whichever group it stands. */
function cellsBeside(row: HTMLTableRowElement, step: 1 | -1): readonly HTMLElement[] {
  const rows = row.closest('table')?.rows
  for (let at = row.rowIndex + step; rows?.[at] !== undefined; at += step) {
    const cells = cellsOf(rows[at] ?? row)
    if (cells.length > 0) return cells
  }
  return []
}
