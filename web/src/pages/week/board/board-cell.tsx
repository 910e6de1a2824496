import type { Cell } from '../model/cells.ts'

export interface CellProps {
  readonly cell: Cell
  readonly who: string
  /** Person and session, by which a click is told: see `placeKey`. */
  readonly place: string
  readonly isFirstOfDay: boolean
}

/** One person in one session. The table listens for clicks and keys, so that a cell carries no handlers. */
export function BoardCell({ cell, who, place, isFirstOfDay }: CellProps) {
  const said = `${who}, ${cell.session.long}: ${cell.long}${cell.isPinned ? ', pinned' : ''}${cell.isChanged ? ', changed since it was published' : ''}`
  return (
    <td className={isFirstOfDay ? 'rota-board__day' : undefined}>
      <button
        type="button"
        className={`rota-cell rota-cell--${cell.kind}`}
        data-place={place}
        data-pinned={cell.isPinned || undefined}
        data-changed={cell.isChanged || undefined}
        aria-label={said}
        tabIndex={-1}
      >
        {cell.text}
      </button>
    </td>
  )
}
