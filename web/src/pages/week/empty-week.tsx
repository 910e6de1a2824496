import type { ReactNode } from 'react'
import { plural } from '../../parts/week/figures.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'

export interface EmptyWeekProps {
  readonly plan: WeekPlan
  readonly mayEdit: boolean
  readonly make: () => void
  /** True if no rota was possible, which the page already says. */
  readonly isAgain: boolean
  /** Another way to start. */
  readonly children: ReactNode
}

/** Shown before the first rota: what will be here, and how to start. */
export function EmptyWeek({ plan, mayEdit, make, isAgain, children }: EmptyWeekProps) {
  if (isAgain) return mayEdit ? <MakeAgain make={make} /> : null
  const { people, sites, demand } = plan.document
  const contacts = Math.round(demand.reduce((sum, row) => sum + row.contacts, 0))
  const away = people.filter((person) => plan.sessions.some((session) => plan.isAway(person, session)))
  return (
    <div className="rota-notice rota-notice--begin">
      <h2>Nothing is planned yet</h2>
      <p>
        {plural(people.length, 'person', 'people')} in {plural(sites.length, 'practice')},{' '}
        {away.length === 0 ? 'nobody away' : `${away.length} away for some of it`}, about{' '}
        {contacts.toLocaleString('en-GB')} patients to see.
      </p>
      <p>
        {mayEdit
          ? 'You’ll have a first rota within seconds, and it improves while you watch. You can change anything by hand afterwards, and nobody else sees it until you publish.'
          : 'Only a manager of this network can make the rota.'}
      </p>
      {mayEdit && (
        <div className="rota-week__actions">
          <button type="button" className="rota-button rota-button--main" onClick={make}>
            Make the rota
          </button>
          {children}
        </div>
      )}
    </div>
  )
}

function MakeAgain({ make }: Pick<EmptyWeekProps, 'make'>) {
  return (
    <p>
      <button type="button" className="rota-button rota-button--main" onClick={make}>
        Make the rota again
      </button>
    </p>
  )
}
