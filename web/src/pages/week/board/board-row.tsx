import { memo } from 'react'
import type { Cell } from '../../../parts/week/cells.ts'
import { BoardCell } from './board-cell.tsx'

export interface RowProps {
  readonly id: string
  readonly name: string
  /** "7/8": sessions planned of those contracted. */
  readonly sessions: string
  /** What is missing if this person is away; null if the week doesn't break. */
  readonly breaks: string | null
  readonly cells: readonly Cell[]
  readonly mayDrag: boolean
}

/** A person's row, memoised, because a network of 20 practices has 300 of them. */
export const BoardRow = memo(function BoardRow({ id, name, sessions, breaks, cells, mayDrag }: RowProps) {
  return (
    <tr>
      <th scope="row" className="rota-board__person">
        {name} <span title="Sessions planned, of those contracted">{sessions}</span>
        {breaks !== null && (
          <em title={breaks}>
            <i aria-hidden="true">▲</i> absence breaks the week
          </em>
        )}
      </th>
      {cells.map((cell, n) => (
        <BoardCell
          key={cell.session.key}
          cell={cell}
          who={name}
          place={`${id} ${cell.session.key}`}
          mayDrag={mayDrag}
          isFirstOfDay={cells[n - 1]?.session.date !== cell.session.date}
        />
      ))}
    </tr>
  )
}, isSame)

function isSame(a: RowProps, b: RowProps): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.mayDrag === b.mayDrag &&
    a.sessions === b.sessions &&
    a.breaks === b.breaks &&
    wordsOf(a) === wordsOf(b)
  )
}

function wordsOf({ cells }: RowProps): string {
  return cells.map((c) => `${c.session.key}${c.text}${c.where}${c.kind}${c.long}${c.isPinned}${c.isChanged}`).join()
}
