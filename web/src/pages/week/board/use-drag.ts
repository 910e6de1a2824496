/** Dragging sessions between cells. Everything it can do is also possible from the menu. */
import { type DragEvent, useRef } from 'react'

const cellOf = ({ target }: DragEvent) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null

export function useDrag(move: ((from: string, to: string) => void) | null) {
  const from = useRef<string | null>(null)
  const over = useRef<HTMLElement | null>(null)
  const mark = (cell: HTMLElement | null) => {
    over.current?.removeAttribute('data-over')
    cell?.setAttribute('data-over', 'true')
    over.current = cell
  }
  if (move === null) return {}
  return {
    onDragStart: (event: DragEvent) => {
      from.current = cellOf(event)?.dataset.place ?? null
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const cell = cellOf(event)
      if (cell === null || from.current === null) return
      event.preventDefault()
      mark(cell)
    },
    onDrop: (event: DragEvent) => {
      const to = cellOf(event)?.dataset.place
      if (from.current !== null && to !== undefined) move(from.current, to)
      event.preventDefault()
      mark(null)
    },
    onDragEnd: () => {
      from.current = null
      mark(null)
    },
  }
}
