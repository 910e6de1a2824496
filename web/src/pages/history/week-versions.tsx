import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { answered, api, type RotaEntry } from '../../api.ts'
import { useCaller } from '../../parts/access/use-caller.ts'
import { longDay, momentWords } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { whoWords } from './action-words.ts'
import { type HistorySearch, readHistorySearch } from './history-view.ts'
import { PutOnBoard } from './put-on-board.tsx'
import { VersionComparison } from './version-comparison.tsx'

const route = getRouteApi('/networks/$ods/history')

/** Every version of a week's rota, with one compared to the published one. */
export function WeekVersions({ ods }: { readonly ods: string }) {
  const search: HistorySearch = readHistorySearch({ ...route.useSearch() })
  const navigate = useNavigate()
  const weeks = useQuery({
    queryKey: ['weeks', ods],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/weeks', { params: { path: { ods } } })),
  })
  if (weeks.isPending) return <p role="status">Loading the weeks…</p>
  if (weeks.isError)
    return <FaultNotice what="The weeks could not be read" error={weeks.error} again={() => void weeks.refetch()} />
  const planned = weeks.data.weeks.filter(({ rota }) => rota !== undefined)
  const week = search.week ?? planned[0]?.from
  if (week === undefined) return <p>No rota has been made yet. Its versions will appear here.</p>
  const show = (next: HistorySearch) =>
    void navigate({ to: '/networks/$ods/history', params: { ods }, search: next, resetScroll: false })
  return (
    <section>
      <h2 className="nhsuk-heading-m">Versions of a week</h2>
      <div className="rota-toolbar rota-network__tools">
        <label>
          <span>Week from</span>
          <select className="nhsuk-select" value={week} onChange={({ target }) => show({ week: target.value })}>
            {planned.map(({ from }) => (
              <option key={from} value={from}>
                {longDay(from)}
              </option>
            ))}
          </select>
        </label>
        <Link to="/networks/$ods/weeks/$from" params={{ ods, from: week }}>
          Open the week
        </Link>
      </div>
      <Versions {...{ ods, week }} chosen={search.version ?? null} choose={(version) => show({ week, version })} />
      {search.version !== undefined && (
        <VersionComparison key={`${week} ${search.version}`} {...{ ods, week }} version={search.version} />
      )}
    </section>
  )
}

interface VersionsProps {
  readonly ods: string
  readonly week: string
  readonly chosen: number | null
  readonly choose: (version: number) => void
}

function Versions({ ods, week, chosen, choose }: VersionsProps) {
  const me = useCaller()?.actor
  const { data } = useQuery({
    queryKey: ['rotas', ods, week],
    queryFn: () =>
      answered(api.GET('/v1/networks/{ods}/weeks/{from}/rotas', { params: { path: { ods, from: week } } })),
  })
  return (
    <table className="rota-table">
      <caption className="nhsuk-u-visually-hidden">Versions, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Made</th>
          <th scope="col">By</th>
          <th scope="col">State</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {data?.rotas.map((rota) => (
          <tr key={rota.version}>
            <th scope="row">Version {rota.version}</th>
            <td data-label="Made">{momentWords(rota.madeAt)}</td>
            <td data-label="By">
              {whoWords(rota.madeBy, me)}, {rota.source === 'solve' ? 'made by the optimiser' : 'by hand'}
            </td>
            <td data-label="State">{stateOf(rota)}</td>
            <td>
              <button
                type="button"
                className="rota-link"
                aria-current={chosen === rota.version}
                onClick={() => choose(rota.version)}
              >
                Compare<span className="nhsuk-u-visually-hidden"> version {rota.version}</span> with published
              </button>{' '}
              <PutOnBoard {...{ ods, week }} rota={rota} newest={data.rotas[0]?.version ?? rota.version} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateOf({ published, superseded, status }: RotaEntry): string {
  if (published !== undefined) return `Published ${momentWords(published.at)}`
  if (superseded !== undefined) return `Superseded: published until ${momentWords(superseded)}`
  return status === 'impossible' || status === 'no-rota' ? 'No rota' : 'Draft'
}
