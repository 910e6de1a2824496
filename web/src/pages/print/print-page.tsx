import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { longDay, momentInFull } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { Downloads } from '../../parts/week/downloads.tsx'
import { assignmentsIn } from '../../parts/week/figures.ts'
import { weekPlan } from '../../parts/week/week-plan.ts'
import { type KnownWeek, useKnownWeek, type WeekKey } from '../../parts/week/week-queries.ts'
import { PrintPerson } from './print-person.tsx'
import { PrintSite } from './print-site.tsx'

const route = getRouteApi('/networks/$ods/weeks/$from/print')

/** The parts of this page's state kept in its URL. */
export interface PrintSearch {
  readonly by?: 'person'
}

/**
 * `/networks/{ods}/weeks/{from}/print`: a page for the wall of each practice. Shows the published rota, otherwise the draft, and says
 * which.
 */
export function PrintPage() {
  const { ods, from } = route.useParams()
  const week = useMemo(() => ({ ods, from }), [ods, from])
  const query = useKnownWeek(week)
  usePageTitle(`Print the week from ${longDay(from)}`)
  if (query.isPending) return <p role="status">Loading the week…</p>
  if (query.isError)
    return <FaultNotice what="This week could not be read" error={query.error} again={() => void query.refetch()} />
  return <Printed week={week} known={query.data} />
}

function Printed({ week, known }: { readonly week: WeekKey; readonly known: KnownWeek }) {
  const plan = useMemo(() => weekPlan(known.document, week.from), [known.document, week.from])
  const { published, rota } = known
  const search: PrintSearch = route.useSearch()
  const isByPerson = search.by === 'person'
  const assignments = published?.assignments ?? assignmentsIn(rota)
  // A published rota may begin in an earlier week; its files are found there.
  const version = published?.version ?? rota?.version
  const entry = known.rotas.find(
    (one) => one.version === version && (published === null || one.published !== undefined),
  )
  const state =
    published === null
      ? 'DRAFT, not published'
      : `Published ${momentInFull(published.at)}, version ${published.version}`
  return (
    <div className="rota-print">
      <div className="rota-print__tools">
        <h1 className="nhsuk-heading-l">Print the week from {longDay(week.from)}</h1>
        <p>
          One page of A4 for each {isByPerson ? 'person' : 'practice'}.{' '}
          {published === null && 'This week is not published yet. '}
          <Link to="/networks/$ods/weeks/$from/print" params={week} search={isByPerson ? {} : { by: 'person' }}>
            {isByPerson ? 'A page for each practice' : 'A page for each person'}
          </Link>
          {' · '}
          <Link to="/networks/$ods/weeks/$from" params={week}>
            Back to the board
          </Link>
        </p>
        <button type="button" className="rota-button rota-button--main" onClick={() => window.print()}>
          Print
        </button>
        {entry !== undefined && <Downloads week={week} version={entry.version} isPublished={published !== null} />}
      </div>
      {assignments.length === 0 && <p>Nothing is planned for this week, so there is nothing to print.</p>}
      {assignments.length > 0 &&
        isByPerson &&
        plan.document.people
          .filter(({ id }) => assignments.some((one) => one.person === id))
          .map((person) => <PrintPerson key={person.id} {...{ plan, person, assignments, state }} from={week.from} />)}
      {assignments.length > 0 &&
        !isByPerson &&
        plan.document.sites.map((site) => (
          <PrintSite key={site.id} {...{ plan, site, assignments, state }} from={week.from} />
        ))}
    </div>
  )
}
