import type { CSSProperties } from 'react'

/** Positions a menu below its cell, or above if there is no room. */
const WIDTH = 400
const MARGIN = 8
const GAP = 4
/** Minimum height in pixels below the cell; otherwise the menu goes above. */
const LEAST = 320

export function besides(button: HTMLElement): CSSProperties {
  const cell = button.getBoundingClientRect()
  const left = Math.max(MARGIN, Math.min(cell.left, window.innerWidth - WIDTH - MARGIN))
  const below = window.innerHeight - cell.bottom - MARGIN * 2
  const above = cell.top - MARGIN * 2
  return below >= LEAST || below >= above
    ? { left, top: cell.bottom + GAP, bottom: 'auto', maxHeight: below }
    : { left, top: 'auto', bottom: window.innerHeight - cell.top + GAP, maxHeight: above }
}
