import { shortDay } from '../../parts/dates.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { View } from './view.ts'

export interface ToolbarProps {
  readonly plan: WeekPlan
  readonly view: View
  readonly change: (change: Partial<View>) => void
}

const TABS = [
  ['site', 'By site'],
  ['person', 'By person'],
  ['today', 'Today'],
] as const

/** What the board shows. All of this state is in the URL. */
export function Toolbar({ plan, view, change }: ToolbarProps) {
  const filters = <Filters plan={plan} view={view} change={change} />
  return (
    <div className="rota-toolbar">
      <nav aria-label="Views" className="rota-tabs">
        {TABS.map(([tab, name]) => (
          <button
            key={tab}
            type="button"
            aria-current={tab === view.tab ? 'true' : undefined}
            onClick={() => change({ tab })}
          >
            {name}
          </button>
        ))}
      </nav>
      {useNarrow() ? (
        <details>
          <summary>{filterWords(plan, view)}</summary>
          {filters}
        </details>
      ) : (
        filters
      )}
    </div>
  )
}

/** "Alder Road" or "Everybody", so that a collapsed filter shows what it hides. */
function filterWords(plan: WeekPlan, { site, role, person }: View): string {
  const chosen = [
    site === null ? '' : (plan.site.get(site)?.name ?? site),
    role === null ? '' : plan.roleTitle(role),
    person.trim(),
  ].filter((words) => words !== '')
  return chosen.length === 0 ? 'Filter: everybody' : `Filter: ${chosen.join(', ')}`
}

function Filters({ plan, view, change }: ToolbarProps) {
  const roles = [...new Set(plan.document.people.map(({ role }) => role))]
  return (
    <>
      <Choice
        name="Site"
        value={view.site}
        choices={plan.document.sites.map(({ id, name }) => [id, name])}
        choose={(site) => change({ site })}
      />
      {view.tab !== 'today' && (
        <>
          <Choice
            name="Role"
            value={view.role}
            choices={roles.map((role) => [role, plan.roleTitle(role)])}
            choose={(role) => change({ role })}
          />
          <label className="rota-toolbar__find">
            <span>Find a person</span>
            <input
              className="nhsuk-input"
              type="search"
              value={view.person}
              onChange={({ target }) => change({ person: target.value })}
            />
          </label>
        </>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string | null
  readonly choices: readonly (readonly [id: string, name: string])[]
  readonly choose: (id: string | null) => void
}

function Choice({ name, value, choices, choose }: ChoiceProps) {
  return (
    <label>
      <span>{name}</span>
      <select
        className="nhsuk-select"
        value={value ?? ''}
        onChange={({ target }) => choose(target.value === '' ? null : target.value)}
      >
        <option value="">All</option>
        {choices.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

export interface DayPickerProps {
  readonly days: readonly string[]
  readonly day: string
  readonly choose: (day: string) => void
}

/** Chooses the day, on narrow screens and in the day view. */
export function DayPicker({ days, day, choose }: DayPickerProps) {
  return (
    <nav aria-label="Days" className="rota-days">
      {days.map((one) => (
        <button key={one} type="button" aria-current={one === day ? 'true' : undefined} onClick={() => choose(one)}>
          {shortDay(one)}
        </button>
      ))}
    </nav>
  )
}
