import type { Assignment } from '../../api.ts'
import { plainDay } from '../../parts/dates.ts'
import { workWords } from '../../parts/week/cells.ts'
import type { Session } from '../../parts/week/sessions.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface TodayProps {
  readonly plan: WeekPlan
  readonly day: string
  readonly site: string | null
  readonly sessions: readonly Session[]
  readonly assignments: readonly Assignment[]
}

/** One day by practice: the duty doctor, then everybody working, by session. */
export function Today({ plan, day, site, sessions, assignments }: TodayProps) {
  const ofDay = sessions.filter(({ date }) => date === day)
  const sites = plan.document.sites.filter(({ id }) => site === null || id === site)
  const away = plan.document.people.filter((person) => ofDay.some((session) => plan.isAway(person, session)))
  return (
    <>
      <h2 className="nhsuk-heading-m">{plainDay(day)}</h2>
      <div className="rota-today">
        {sites.map(({ id, name }) => (
          <section key={id} className="rota-today__site">
            <h3>{name}</h3>
            {ofDay.map((session) => (
              <InSession key={session.key} plan={plan} session={session} there={thereIn(assignments, id, session)} />
            ))}
          </section>
        ))}
      </div>
      {away.length > 0 && (
        <p>
          <strong>Away:</strong> {away.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </>
  )
}

function thereIn(assignments: readonly Assignment[], site: string, { date, part }: Session): readonly Assignment[] {
  return assignments.filter((one) => one.site === site && one.date === date && one.part === part)
}

interface InSessionProps {
  readonly plan: WeekPlan
  readonly session: Session
  readonly there: readonly Assignment[]
}

function InSession({ plan, session, there }: InSessionProps) {
  const name = (one: Assignment) => plan.person.get(one.person)?.name ?? one.person
  const duty = there.filter(({ work }) => work === 'duty')
  const others = there.filter(({ work }) => work !== 'duty')
  return (
    <div className="rota-today__session">
      <h4>{session.long.split(', ')[1]}</h4>
      {there.length === 0 && <p>Nobody.</p>}
      {duty.length > 0 && (
        <p>
          <span className="rota-tag rota-cell--duty">Duty</span> {duty.map(name).join(', ')}
        </p>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.person}>
              {name(one)}
              <span> {workWords(plan, one).split(' at ')[0]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
