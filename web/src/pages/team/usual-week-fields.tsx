import type { RecordPerson } from '../../api.ts'
import type { ChangePerson } from './person-editor.tsx'
import type { Team } from './team.ts'
import {
  alternating,
  everyWeekAlike,
  fixedIn,
  halfDays,
  isAlternating,
  slotOf,
  slotsOf,
  WEEKDAYS,
  type Weekday,
  withWorks,
  worksIn,
} from './usual-week.ts'

export interface UsualWeekProps {
  readonly team: Team
  readonly person: RecordPerson
  readonly change: ChangePerson
}

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** The half-days a person usually works: the same every week, or by letter of the cycle. */
export function UsualWeek({ team, person, change }: UsualWeekProps) {
  const { letters } = team
  const differs = isAlternating(person, letters)
  const count = halfDays(person, letters)
  const { sessions } = person.contract
  return (
    <div className="rota-editor__week">
      {letters.length > 0 && (
        <label className="rota-check">
          <input
            type="checkbox"
            checked={differs}
            onChange={({ target: { checked } }) =>
              change(`${person.name}’s weeks ${checked ? 'differ' : 'are all the same'}`, (one) =>
                checked ? alternating(one, letters) : everyWeekAlike(one, letters),
              )
            }
          />{' '}
          Different in weeks {letters.join(' and ')}
        </label>
      )}
      <div className="rota-editor__grids">
        {(differs ? letters : [null]).map((letter) => (
          <WeekGrid key={letter ?? 'every'} {...{ team, person, change, letter }} />
        ))}
      </div>
      {count !== null && count < sessions && (
        <p className="rota-editor__short">
          {count} half-days are ticked, but the contract is for {sessions} sessions: the others have no place.
        </p>
      )}
    </div>
  )
}

interface WeekGridProps extends UsualWeekProps {
  readonly letter: string | null
}

function WeekGrid({ team, person, change, letter }: WeekGridProps) {
  const slots = slotsOf(team.parts)
  const days = WEEKDAYS.filter((day) => slots.some((one) => one.day === day))
  return (
    <table className="rota-grid">
      <caption>{titleOf(letter)}</caption>
      <thead>
        <tr>
          <td />
          {days.map((day) => (
            <th key={day} scope="col">
              <abbr title={DAYS[day]}>{DAYS[day].slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {team.parts.map((part) => (
          <tr key={part.id}>
            <th scope="row">{part.id}</th>
            {days.map((day) => (
              <td key={day}>
                {slots.some(({ slot }) => slot === slotOf(day, part.id)) && (
                  <SlotBox {...{ team, person, change, letter, day }} part={part.id} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const titleOf = (letter: string | null) => (letter === null ? 'Usual week' : `Usual week ${letter}`)

function SlotBox({ team, person, change, letter, day, part }: WeekGridProps & { day: Weekday; part: string }) {
  const every = slotsOf(team.parts).map(({ slot }) => slot)
  const slot = slotOf(day, part)
  const fixed = fixedIn(person, letter)[slot]
  const at = `${DAYS[day]} ${part}`
  const when = letter === null ? at : `${at}, week ${letter}`
  return (
    <label className="rota-grid__cell">
      <input
        type="checkbox"
        aria-label={`${titleOf(letter)}: ${at}${fixed === undefined ? '' : `, always ${wordOf(fixed)}`}`}
        checked={(worksIn(person, letter) ?? every).includes(slot)}
        onChange={({ target: { checked } }) =>
          change(`${person.name} ${checked ? 'works' : 'no longer works'} on ${when}`, (one) =>
            withWorks(one, letter, slotsAfter(worksIn(one, letter) ?? every, slot, checked)),
          )
        }
      />
    </label>
  )
}

function wordOf(fixed: NonNullable<ReturnType<typeof fixedIn>[string]>): string {
  return typeof fixed === 'string' ? fixed : fixed.work
}

function slotsAfter(works: readonly string[], slot: string, isWorked: boolean): readonly string[] {
  return isWorked ? [...works, slot] : works.filter((one) => one !== slot)
}
