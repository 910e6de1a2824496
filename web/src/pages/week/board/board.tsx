import { memo, type ReactNode, useMemo, useRef } from 'react'
import type { Assignment, Person } from '../../../api.ts'
import { BoardHead } from '../../../parts/week/board-head.tsx'
import { type BoardFilter, groupsAtSite, groupsByRole, type RoleGroup } from '../../../parts/week/board-rows.ts'
import { cellOf, type Placings } from '../../../parts/week/cells.ts'
import type { Figures } from '../../../parts/week/figures.ts'
import type { Session } from '../../../parts/week/sessions.ts'
import { siteCounts } from '../../../parts/week/site-figures.ts'
import type { WeekPlan } from '../../../parts/week/week-plan.ts'
import { BoardRow } from './board-row.tsx'
import { SiteRows } from './site-rows.tsx'
import { useDrag } from './use-drag.ts'
import { useGridKeys } from './use-grid-keys.ts'

export interface BoardProps {
  readonly plan: WeekPlan
  readonly tab: 'site' | 'person'
  readonly filter: BoardFilter
  readonly sessions: readonly Session[]
  readonly assignments: readonly Assignment[]
  readonly placings: Placings
  readonly published: Placings | null
  readonly figures: Figures | null
  /** A cell was chosen: its person and session, and the button itself. */
  readonly open: (place: string, button: HTMLElement) => void
  /** A cell's session was dragged to another; null where nothing may be changed. */
  readonly move: ((from: string, to: string) => void) | null
}

/** The week as one table: a row a person, a column a session, each site's own rows above its people. Drawn again only for other props. */
export const Board = memo(function Board(props: BoardProps) {
  const table = useRef<HTMLTableElement>(null)
  const { onKeyDown, onFocus } = useGridKeys(table)
  const { plan, tab, filter, sessions, assignments, figures, open, move } = props
  const drag = useDrag(move)
  const sites = plan.document.sites.filter(({ id }) => filter.site === null || id === filter.site)
  const counts = useMemo(() => siteCounts(figures, assignments), [figures, assignments])
  const planned = useMemo(() => sessionsPlanned(figures), [figures])
  const shared = { ...props, planned }
  return (
    <div className="rota-board">
      <table
        ref={table}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...drag}
        onClick={({ target }) => {
          const button = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
          if (button !== null) open(button.dataset.place ?? '', button)
        }}
      >
        <caption className="nhsuk-u-visually-hidden">
          Who works where. Arrow keys move between sessions; Enter opens one.
        </caption>
        <BoardHead sessions={sessions} first={tab === 'site' ? 'Practice' : 'Person'} />
        {tab === 'person'
          ? groupsByRole(plan, filter).map((group) => <Group key={group.key} group={group} at={null} {...shared} />)
          : sites.map((site) => [
              <SiteRows key={site.id} {...{ site, sessions, counts }} />,
              ...groupsAtSite(plan, site.id, { filter, assignments }).map((group) => (
                <Group key={group.key} group={group} at={site.id} {...shared} />
              )),
            ])}
      </table>
    </div>
  )
})

interface GroupProps extends BoardProps {
  /** By person: "7/8". */
  readonly planned: ReadonlyMap<string, string>
  readonly group: RoleGroup
  readonly at: string | null
}

function Group({ group, at, ...props }: GroupProps): ReactNode {
  return (
    <tbody>
      <tr className="rota-board__role">
        <th scope="rowgroup" colSpan={props.sessions.length + 1}>
          {group.title}
        </th>
      </tr>
      {group.people.map((person) => (
        <PersonRow key={person.id} person={person} at={at} {...props} />
      ))}
    </tbody>
  )
}

interface PersonRowProps extends Omit<GroupProps, 'group'> {
  readonly person: Person
}

function PersonRow({ person, at, plan, sessions, placings, published, planned, move }: PersonRowProps) {
  const cells = sessions.map((session) => cellOf({ plan, person, session, placings, published, at }))
  const had = planned.get(person.id) ?? ''
  return <BoardRow id={person.id} name={person.name} sessions={had} cells={cells} mayDrag={move !== null} />
}

function sessionsPlanned(figures: Figures | null): ReadonlyMap<string, string> {
  const people = figures?.people ?? []
  return new Map(
    people.map(({ id, sessions, contractSessions }) => [id, `${tidy(sessions)}/${tidy(contractSessions)}`]),
  )
}

const tidy = (sessions: number) => String(Math.round(sessions * 10) / 10)
