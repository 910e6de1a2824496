import type { RecordPerson } from '../../api.ts'
import type { ChangePerson } from './person-editor.tsx'
import type { Team } from './team.ts'
import {
  alternating,
  everyWeekAlike,
  fixedIn,
  halfDays,
  isAlternating,
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

/** Which half-days somebody usually works: every week, or by the letters of the cycle. */
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
              change(`${person.name}’s weeks ${checked ? 'differ' : 'are all alike'}`, (one) =>
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

function WeekGrid({ team, person, change, letter }: UsualWeekProps & { readonly letter: string | null }) {
  const slots = slotsOf(team.parts)
  const works = worksIn(person, letter) ?? slots.map(({ slot }) => slot)
  const fixed = fixedIn(person, letter)
  const days = WEEKDAYS.filter((day) => slots.some((one) => one.day === day))
  const title = letter === null ? 'Usual week' : `Usual week ${letter}`
  return (
    <table className="rota-grid">
      <caption>{title}</caption>
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
            {days.map((day) => {
              const slot = `${day}-${part.id}`
              if (!slots.some((one) => one.slot === slot)) return <td key={day} />
              const at = `${DAYS[day]} ${part.id}`
              return (
                <td key={day}>
                  <label className="rota-grid__cell">
                    <input
                      type="checkbox"
                      aria-label={`${title}: ${at}${fixed[slot] === undefined ? '' : `, always ${wordOf(fixed[slot])}`}`}
                      checked={works.includes(slot)}
                      onChange={({ target: { checked } }) =>
                        change(
                          `${person.name} ${checked ? 'works' : 'no longer works'} on ${at}${letter === null ? '' : `, week ${letter}`}`,
                          (one) => withWorks(one, letter, slotsAfter(worksIn(one, letter) ?? works, slot, checked)),
                        )
                      }
                    />
                  </label>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function wordOf(fixed: NonNullable<ReturnType<typeof fixedIn>[string]>): string {
  return typeof fixed === 'string' ? fixed : fixed.work
}

function slotsAfter(works: readonly string[], slot: string, isWorked: boolean): readonly string[] {
  return isWorked ? [...works, slot] : works.filter((one) => one !== slot)
}
