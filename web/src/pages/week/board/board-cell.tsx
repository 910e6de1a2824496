import type { Cell } from '../../../parts/week/cells.ts'

export interface CellProps {
  readonly cell: Cell
  readonly who: string
  /** Person and session of the cell, used to identify clicks: see `placeKey`. */
  readonly place: string
  readonly isFirstOfDay: boolean
  readonly mayDrag: boolean
}

const IS_SESSION: Readonly<Record<Cell['kind'], boolean>> = {
  ...{ clinic: true, phone: true, duty: true, visits: true, other: true, elsewhere: true },
  ...{ away: false, closed: false, free: false, unusual: false },
}

/** One person in one session. Events are delegated to the table, so that cells have no handlers. */
export function BoardCell({ cell, who, place, isFirstOfDay, mayDrag }: CellProps) {
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
        draggable={mayDrag && IS_SESSION[cell.kind] ? true : undefined}
      >
        {cell.text}
        {cell.where !== undefined && <small aria-hidden="true">{cell.where}</small>}
      </button>
    </td>
  )
}
