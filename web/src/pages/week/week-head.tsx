import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { longDay } from '../../parts/dates.ts'
import { useOpenSwaps } from '../../parts/swaps/use-open-swaps.ts'
import { plural } from '../../parts/week/figures.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'
import type { EditState } from './session/edit-state.ts'
import { WeekState } from './week-state.tsx'

export interface WeekHeadProps {
  readonly week: WeekKey
  readonly known: KnownWeek
  readonly edits: EditState
  /** A rota is being made now. */
  readonly isMaking: boolean
  /** Shown next to Print. */
  readonly files: ReactNode
  /** Actions for the week. */
  readonly children: ReactNode
}

/** Which week of which network, and whether it is published. */
export function WeekHead({ week, known, edits, isMaking, files, children }: WeekHeadProps) {
  const swaps = useOpenSwaps(week.ods, useMayEdit(week.ods))
  return (
    <header className="rota-week__head">
      <div>
        <p className="rota-week__network">
          <Link to="/networks/$ods" params={{ ods: week.ods }}>
            {known.document.network.name}
          </Link>
        </p>
        <h1>Week from {longDay(week.from)}</h1>
        <WeekState {...{ known, edits, isMaking }} />
        {known.rota !== null && (
          <p className="rota-week__links">
            <Link to="/networks/$ods/weeks/$from/print" params={week}>
              Print
            </Link>{' '}
            {files}{' '}
            <Link
              to="/networks/$ods/team"
              params={{ ods: week.ods }}
              search={{ tab: 'leave', month: week.from.slice(0, 7) }}
            >
              Team and leave
            </Link>{' '}
            {known.published !== null && known.rota.version !== known.published.version && (
              <Link
                to="/networks/$ods/history"
                params={{ ods: week.ods }}
                search={{ week: week.from, version: known.rota.version }}
              >
                Compare with published
              </Link>
            )}{' '}
            {swaps > 0 && (
              <Link to="/networks/$ods/swaps" params={{ ods: week.ods }}>
                {plural(swaps, 'swap')} to decide
              </Link>
            )}
          </p>
        )}
      </div>
      {children}
    </header>
  )
}
