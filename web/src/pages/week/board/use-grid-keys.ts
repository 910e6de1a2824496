/** Arrow-key navigation on the board, with a roving tab index: only the last focused cell is in the tab order. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const CELL = '[data-place]'
const BOARD = '.rota-board'

export function useGridKeys(board: RefObject<HTMLElement | null>) {
  /** The cell that is in the tab order. */
  const entry = useRef<Element | null>(null)
  // After every render, because the cell may be gone.
  useEffect(() => {
    if (entry.current !== null && board.current?.contains(entry.current)) return
    entry.current = board.current?.querySelector(CELL) ?? null
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

/** Searches row by row from the focused cell, because a large network has thousands of cells, mostly far away. */
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

/** Cells of the nearest row below or above that has any, across groups and tables. */
function cellsBeside(row: HTMLTableRowElement, step: 1 | -1): readonly HTMLElement[] {
  for (let beside = rowBeside(row, step); beside !== undefined; beside = rowBeside(beside, step)) {
    const cells = cellsOf(beside)
    if (cells.length > 0) return cells
  }
  return []
}

function rowBeside(row: HTMLTableRowElement, step: 1 | -1): HTMLTableRowElement | undefined {
  const table = row.closest('table')
  const here = table?.rows[row.rowIndex + step]
  if (here !== undefined || table === null) return here
  const tables = [...(table.closest(BOARD)?.querySelectorAll('table') ?? [])]
  const rows = tables[tables.indexOf(table) + step]?.rows
  return rows?.[step === 1 ? 0 : rows.length - 1]
}
