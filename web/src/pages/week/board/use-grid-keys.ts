/** Arrow keys walk the board; one cell is in the tab order, the one that was last focused. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'

const CELL = '[data-place]'

export function useGridKeys(table: RefObject<HTMLTableElement | null>) {
  // After each drawing: the cell that was in the tab order may be gone.
  useEffect(() => {
    const cells = table.current
    if (cells?.querySelector(`${CELL}[tabindex="0"]`) === null) cells.querySelector(CELL)?.setAttribute('tabindex', '0')
  })
  const onFocus = ({ target }: FocusEvent) => {
    if (!target.matches(CELL)) return
    for (const other of table.current?.querySelectorAll(`${CELL}[tabindex="0"]`) ?? [])
      other.setAttribute('tabindex', '-1')
    target.setAttribute('tabindex', '0')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(CELL) : null
    if (from === null || table.current === null || event.altKey || event.ctrlKey || event.metaKey) return
    const to = neighbour(table.current, from, event.key)
    if (to === undefined) return
    event.preventDefault()
    to.focus()
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return { onFocus, onKeyDown }
}

function neighbour(table: HTMLTableElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const rows = [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(CELL)])
    .filter((cells) => cells.length > 0)
  const row = rows.findIndex((cells) => cells.includes(from))
  const cells = rows[row] ?? []
  const column = cells.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return cells[column + 1]
    case 'ArrowLeft':
      return cells[column - 1]
    case 'ArrowDown':
      return rows[row + 1]?.[column]
    case 'ArrowUp':
      return rows[row - 1]?.[column]
    case 'Home':
      return cells[0]
    case 'End':
      return cells.at(-1)
    default:
      return undefined
  }
}
