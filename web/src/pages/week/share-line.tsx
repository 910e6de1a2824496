import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useHasSignIn, useMayEdit } from '../../parts/access/use-caller.ts'
import type { WeekPlan } from '../../parts/week/week-plan.ts'
import type { KnownWeek, WeekKey } from '../../parts/week/week-queries.ts'

const CalendarLinks = lazy(() => import('./calendar-links.tsx').then((module) => ({ default: module.CalendarLinks })))

export interface ShareLineProps {
  readonly week: WeekKey
  readonly known: KnownWeek
  readonly plan: WeekPlan
}

/** Shown under a rota that is published unchanged: how people can see it, because no messages are sent. */
export function ShareLine({ week, known: { rota, published }, plan }: ShareLineProps) {
  const [isOpen, setOpen] = useState(false)
  const hasSignIn = useHasSignIn()
  const mayEdit = useMayEdit(week.ods)
  if (!mayEdit || rota === null || published?.version !== rota.version) return null
  const pdf = `/v1/networks/${encodeURIComponent(week.ods)}/weeks/${rota.weekFrom}/rotas/${rota.version}/files/rota.pdf`
  return (
    <p className="rota-notice">
      <strong>Published.</strong> {hasSignIn ? WITH_SIGN_IN : WITHOUT_SIGN_IN}{' '}
      <Link to="/networks/$ods/weeks/$from/print" params={week}>
        Print it
      </Link>
      {' · '}
      <a href={pdf} download>
        Download the PDF
      </a>
      {' · '}
      <button type="button" className="rota-link" onClick={() => setOpen(true)}>
        Calendar links…
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <CalendarLinks ods={week.ods} plan={plan} close={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  )
}

const WITH_SIGN_IN = 'Everyone who signs in sees their sessions under “My week”. Nobody is sent a message.'
const WITHOUT_SIGN_IN = 'Nobody is told by this program. Print it, send the PDF or give people their calendars:'
