import { memo, type ReactNode, useMemo, useRef } from 'react'
import type { Assignment, Person } from '../../../api.ts'
import { BoardHead } from '../../../parts/week/board-head.tsx'
import { type BoardFilter, groupsAtSite, groupsByRole, type RoleGroup } from '../../../parts/week/board-rows.ts'
import { tablesOf } from '../../../parts/week/board-tables.ts'
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
  /** People whose absence would break the week, with an explanation. */
  readonly breaking: ReadonlyMap<string, string>
  /** Called when a cell is opened, with its person and session and the button itself. */
  readonly open: (place: string, button: HTMLElement) => void
  /** Called when a session is dragged to another cell; null if the board is read-only. */
  readonly move: ((from: string, to: string) => void) | null
}

/** The week by site or by person: one row per person, one column per session. Memoised. */
export const Board = memo(function Board(props: BoardProps) {
  const board = useRef<HTMLDivElement>(null)
  const { onKeyDown, onFocus } = useGridKeys(board)
  const { plan, tab, filter, assignments, figures, open, move } = props
  const drag = useDrag(move)
  const counts = useMemo(() => siteCounts(figures, assignments), [figures, assignments])
  const planned = useMemo(() => sessionsPlanned(figures), [figures])
  const shared = { ...props, planned }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks and keys are those of the buttons in its cells; Enter on one is a click.
    <div
      ref={board}
      className="rota-board"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...drag}
      onClick={({ target }) => {
        const button = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
        if (button !== null) open(button.dataset.place ?? '', button)
      }}
    >
      {tab === 'person'
        ? tablesOf(groupsByRole(plan, filter)).map((groups) => (
            <BoardTable key={groups[0]?.key} name="Everybody" groups={groups} at={null} {...shared} />
          ))
        : plan.document.sites
            .filter(({ id }) => filter.site === null || id === filter.site)
            .map((site) => {
              const groups = groupsAtSite(plan, site.id, { filter, assignments })
              return (
                <BoardTable key={site.id} name={site.name} groups={groups} at={site.id} {...shared}>
                  <SiteRows plan={plan} site={site} sessions={props.sessions} counts={counts} />
                </BoardTable>
              )
            })}
    </div>
  )
})

interface TableProps extends Omit<GroupProps, 'group'> {
  readonly name: string
  readonly groups: readonly RoleGroup[]
  /** The site's own rows. */
  readonly children?: ReactNode
}

/** A semantic table. Tables outside the viewport aren't laid out, only given an estimated height based on their number of rows. */
function BoardTable({ name, groups, children, ...props }: TableProps) {
  const rows = groups.reduce((sum, { people }) => sum + people.length + 1, children === undefined ? 2 : 7)
  return (
    <div className="rota-board__table" style={{ containIntrinsicBlockSize: `auto ${rows * ROW_HEIGHT}px` }}>
      <table>
        <caption className="nhsuk-u-visually-hidden">
          {name}: who works where. Arrow keys move between sessions; Enter opens one.
        </caption>
        <BoardHead sessions={props.sessions} first={props.tab === 'site' ? 'Practice' : 'Person'} />
        {children}
        {groups.map((group) => (
          <Group key={group.key} group={group} {...props} />
        ))}
      </table>
    </div>
  )
}

/** Approximate, in pixels. */
const ROW_HEIGHT = 28

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

function PersonRow({ person, at, plan, sessions, placings, published, planned, breaking, move }: PersonRowProps) {
  const cells = sessions.map((session) => cellOf({ plan, person, session, placings, published, at }))
  const had = planned.get(person.id) ?? ''
  const breaks = breaking.get(person.id) ?? null
  return (
    <BoardRow id={person.id} name={person.name} sessions={had} breaks={breaks} cells={cells} mayDrag={move !== null} />
  )
}

function sessionsPlanned(figures: Figures | null): ReadonlyMap<string, string> {
  const people = figures?.people ?? []
  return new Map(
    people.map(({ id, sessions, contractSessions }) => [id, `${tidy(sessions)}/${tidy(contractSessions)}`]),
  )
}

const tidy = (sessions: number) => String(Math.round(sessions * 10) / 10)
