import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, unlessMissing } from '../../api.ts'
import { addDays, isDay, longDay, mondayOf, plainDay, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { TextField } from '../../parts/fields.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { useKnownRecord } from '../../parts/record/known-record.ts'
import { percent } from '../../parts/week/figures.ts'

type Evidence = paths['/v1/networks/{ods}/evidence']['get']['responses'][200]['content']['application/json']

const route = getRouteApi('/networks/$ods/evidence')
/** Half a year. */
const DAYS = 182
/** Next week may already be published. */
const AHEAD = 13

/** The parts of this page's state kept in its URL. */
export interface EvidenceSearch {
  readonly from?: string
  readonly to?: string
}

/** `/networks/{ods}/evidence`: figures for a board, from published weeks, without names. */
export function EvidencePage() {
  const { ods } = route.useParams()
  const search: EvidenceSearch = route.useSearch()
  const to = search.to ?? addDays(mondayOf(today()), AHEAD)
  const from = search.from ?? addDays(to, 1 - DAYS)
  const record = useKnownRecord(ods)
  const navigate = useNavigate()
  const query = useQuery({
    queryKey: ['evidence', ods, from, to],
    queryFn: () =>
      unlessMissing(
        answered(api.GET('/v1/networks/{ods}/evidence', { params: { path: { ods }, query: { from, to } } })),
      ),
  })
  const change = (changed: EvidenceSearch) =>
    void navigate({ to: '/networks/$ods/evidence', params: { ods }, search: { from, to, ...changed }, replace: true })
  return (
    <div className="rota-evidence">
      <NetworkHead ods={ods} name={record.data?.record.network.name} title="Evidence" />
      <div className="rota-editor__fields rota-evidence__tools">
        <TextField label="Weeks from" type="date" value={from} commit={(day) => isDay(day) && change({ from: day })} />
        <TextField label="to" type="date" value={to} commit={(day) => isDay(day) && change({ to: day })} />
        <button type="button" className="rota-button" onClick={() => window.print()}>
          Print
        </button>
      </div>
      {query.isPending && <p role="status">Counting…</p>}
      {query.isError && (
        <FaultNotice what="The evidence could not be counted" error={query.error} again={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Told evidence={query.data} />}
    </div>
  )
}

function Told({ evidence }: { readonly evidence: Evidence | null }) {
  if (evidence === null || evidence.weeks.length === 0) {
    return (
      <p>
        No week of this time is published. Once some are, you can read here what a board asks for: safety, access, fair
        shares, time to learn, wishes, and changes after publication with their notice.
      </p>
    )
  }
  const { from, to, sentences, safety, service } = evidence
  return (
    <>
      <p className="nhsuk-lede-text">
        {longDay(from)} to {longDay(to)}, from published rotas. No names.
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <AccessTable service={service} />
      <SafetyTable safety={safety} />
    </>
  )
}

function AccessTable({ service }: Pick<Evidence, 'service'>) {
  const figures = [
    { name: 'Urgent need met on the day', ...service.urgent },
    { name: 'Routine need in time', ...service.routine },
    { name: 'Non-urgent, seen within one week', ...service.withinOneWeek },
    { name: 'Non-urgent, seen within two weeks', ...service.withinTwoWeeks },
  ]
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">Access, as planned</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col" className="rota-table__number">
            Met
          </th>
          <th scope="col" className="rota-table__number">
            Contacts
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ name, due, inTime }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="rota-table__number" data-label="Met">
              {Math.round(due) === 0 ? '–' : percent(inTime / due)}
            </td>
            <td className="rota-table__number" data-label="Contacts">
              {Math.round(inTime).toLocaleString('en-GB')} of {Math.round(due).toLocaleString('en-GB')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SafetyTable({ safety }: Pick<Evidence, 'safety'>) {
  return (
    <table className="rota-table">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">
        Breaches of hard and safety rules, by week
      </caption>
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <th scope="col" className="rota-table__number">
            First draft
          </th>
          <th scope="col" className="rota-table__number">
            Published
          </th>
        </tr>
      </thead>
      <tbody>
        {safety.map(({ week, draft, published }) => (
          <tr key={week}>
            <th scope="row">{plainDay(week)}</th>
            <td className="rota-table__number" data-label="First draft">
              {draft ?? '–'}
            </td>
            <td className="rota-table__number" data-label="Published">
              {published}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
