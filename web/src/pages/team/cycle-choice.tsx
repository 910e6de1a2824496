import { addDays, mondayOf, plainDay, today } from '../../parts/dates.ts'
import type { RecordChanges } from '../../parts/record/use-record-changes.ts'
import type { Team } from './team.ts'
import { everyWeekAlike, lettersOf } from './usual-week.ts'

export interface CycleChoiceProps {
  readonly team: Team
  readonly changes: RecordChanges
}

const LETTERS = ['A', 'B']

/** Whether all weeks are the same or A and B alternate, and which of them next week is. */
export function CycleChoice({ team: { record, letters }, changes }: CycleChoiceProps) {
  const next = addDays(mondayOf(today()), 7)
  const alternate = () =>
    changes.make({
      what: `Weeks A and B alternate from ${plainDay(next)}`,
      apply: (now) => ({ ...now, cycle: { weeks: LETTERS, from: next } }),
    })
  const alike = () =>
    changes.make({
      what: 'Every week is the same; each person keeps their week A',
      apply: ({ cycle, ...now }) => ({
        ...now,
        people: now.people.map((one) => everyWeekAlike(one, lettersOf({ ...(cycle === undefined ? {} : { cycle }) }))),
      }),
    })
  return (
    <p className="rota-cycle">
      {letters.length === 0
        ? 'Every week has the same pattern.'
        : `Weeks ${letters.join(' and ')} alternate: next week, from ${plainDay(next)}, is ${letterOf(record.cycle, next)}.`}{' '}
      <button type="button" className="rota-link" onClick={letters.length === 0 ? alternate : alike}>
        {letters.length === 0 ? 'Use A and B weeks' : 'Use the same pattern every week'}
      </button>
    </p>
  )
}

const WEEK = 7 * 24 * 3600 * 1000

/** The letter of the week starting on a Monday. */
function letterOf(cycle: Team['record']['cycle'], monday: string): string {
  if (cycle === undefined) return ''
  const { weeks, from } = cycle
  const passed = Math.round((Date.parse(`${monday}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / WEEK)
  return weeks[((passed % weeks.length) + weeks.length) % weeks.length] ?? ''
}
