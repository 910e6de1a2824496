import { today } from '../../../parts/dates.ts'
import { useNarrow } from '../../../parts/use-narrow.ts'
import type { TabProps } from '../people-tab.tsx'
import { groupsOf } from '../team.ts'
import { ClashList } from './clash-list.tsx'
import { GrantLeave } from './grant-leave.tsx'
import { ImportLeave } from './import-leave.tsx'
import { LeaveCalendar } from './leave-calendar.tsx'
import { LeaveList } from './leave-list.tsx'
import { clashesIn, monthBeside } from './leave-month.ts'
import { monthWords } from './month-words.ts'

/** A month of leave: clashes, a calendar, and each leave with a way to cancel it. */
export function LeaveTab({
  team,
  view,
  change,
  mayEdit,
  changes,
  isStored,
}: TabProps & { readonly isStored: boolean }) {
  const isNarrow = useNarrow()
  const month = view.month ?? today().slice(0, 7)
  const clashes = clashesIn(team, month)
  const people = groupsOf(team, view).flatMap((group) => group.people)
  return (
    <>
      <div className="rota-toolbar rota-network__tools">
        <div className="rota-months">
          <button type="button" className="rota-button" onClick={() => change({ month: monthBeside(month, -1) })}>
            ‹ {monthWords(monthBeside(month, -1))}
          </button>
          <h2 className="nhsuk-heading-m" aria-live="polite">
            {monthWords(month)}
          </h2>
          <button type="button" className="rota-button" onClick={() => change({ month: monthBeside(month, 1) })}>
            {monthWords(monthBeside(month, 1))} ›
          </button>
        </div>
        {mayEdit && (
          <GrantLeave {...{ team, changes, isStored }} granted={(from) => change({ month: from.slice(0, 7) })} />
        )}
        {mayEdit && <ImportLeave {...{ team, changes }} />}
      </div>
      <ClashList clashes={clashes} />
      {!isNarrow && <LeaveCalendar {...{ team, month, people, clashes }} />}
      <LeaveList {...{ team, month, people, changes, mayEdit }} />
    </>
  )
}
