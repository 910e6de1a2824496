import type { RecordPerson } from '../../api.ts'
import type { Team } from './team.ts'
import { fixedIn, isAlternating, slotsOf, WEEKDAYS, type Weekday, worksIn } from './usual-week.ts'

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

export interface WeekGlanceProps {
  readonly team: Team
  readonly person: RecordPerson
}

/** "Mon Tue Wed am Thu pm", by letter of the cycle if they differ. */
export function WeekGlance({ team, person }: WeekGlanceProps) {
  const letters = isAlternating(person, team.letters) ? team.letters : [null]
  return (
    <>
      {letters.map((letter) => (
        <span key={letter ?? 'every'} className="rota-people__week">
          {letter !== null && <strong>{letter}: </strong>}
          {glanceOf(team, person, letter)}
        </span>
      ))}
    </>
  )
}

function glanceOf(team: Team, person: RecordPerson, letter: string | null): string {
  const works = worksIn(person, letter)
  if (works === undefined) return 'Any open half-day'
  const slots = slotsOf(team.parts).filter(({ part }) => part.enhancedAccess !== true)
  const days = WEEKDAYS.flatMap((day) => {
    const ofDay = slots.filter((one) => one.day === day)
    const worked = ofDay.filter(({ slot }) => works.includes(slot))
    if (worked.length === 0) return []
    return [worked.length === ofDay.length ? DAYS[day] : `${DAYS[day]} ${worked.map(({ part }) => part.id).join('+')}`]
  })
  const evenings = works.filter((slot) => !slots.some((one) => one.slot === slot)).length
  const outside = Object.keys(fixedIn(person, letter)).length
  return [
    days.join(', ') || 'No half-days',
    ...(evenings > 0 ? ['evenings or Saturdays too'] : []),
    ...(outside > 0 ? [`${outside} fixed`] : []),
  ].join('; ')
}
