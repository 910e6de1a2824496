import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { addDays, longDay, mondayOf, plainDay, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { type KnownRecord, useKnownRecord } from '../../parts/record/known-record.ts'
import { StoredLine } from '../../parts/record/stored-line.tsx'
import { useRecordChanges } from '../../parts/record/use-record-changes.ts'
import { type KnownWeek, useKnownWeek } from '../../parts/week/week-queries.ts'
import { DemandChart } from './demand-chart.tsx'
import { DemandTable } from './demand-table.tsx'
import { type DemandSearch, readDemandSearch } from './demand-view.ts'
import { ForecastSection } from './forecast/forecast-section.tsx'
import { forecastedOf } from './forecast/forecast-words.ts'
import { useForecast } from './forecast/use-forecast.ts'
import { ImportDemand } from './import-demand.tsx'
import { demandOf } from './need-days.ts'
import { OrdinaryWeek } from './ordinary-week.tsx'

const route = getRouteApi('/networks/$ods/demand')

/** `/networks/{ods}/demand`: a week's arrivals by need and day, compared with what the rota sees. */
export function DemandPage() {
  const { ods } = route.useParams()
  const search: DemandSearch = readDemandSearch(route.useSearch())
  const from = search.week ?? addDays(mondayOf(today()), 7)
  const record = useKnownRecord(ods)
  const week = useKnownWeek(useMemo(() => ({ ods, from }), [ods, from]))
  const navigate = useNavigate()
  const change = (changed: DemandSearch) =>
    void navigate({
      to: '/networks/$ods/demand',
      params: { ods },
      search: readDemandSearch({ ...search, ...changed }),
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <NetworkHead
        ods={ods}
        name={record.data?.record.network.name ?? week.data?.document.network.name}
        title="Demand"
      />
      <WeekSteps from={from} change={change} />
      {week.isPending && <p role="status">Loading the week…</p>}
      {week.isError && (
        <FaultNotice what="Demand could not be read" error={week.error} again={() => void week.refetch()} />
      )}
      {week.data !== undefined && <WeekDemand {...{ ods, from, search, change }} known={week.data} />}
      {record.data !== undefined && week.data !== undefined && (
        <RecordDemand ods={ods} known={record.data} document={week.data.document} site={search.site ?? null} />
      )}
    </>
  )
}

interface ChangeProps {
  readonly change: (change: DemandSearch) => void
}

function WeekSteps({ from, change }: ChangeProps & { readonly from: string }) {
  return (
    <div className="rota-months rota-network__tools">
      <button type="button" className="rota-button" onClick={() => change({ week: addDays(from, -7) })}>
        ‹ {plainDay(addDays(from, -7))}
      </button>
      <h2 className="nhsuk-heading-s" aria-live="polite">
        Week from {longDay(from)}
      </h2>
      <button type="button" className="rota-button" onClick={() => change({ week: addDays(from, 7) })}>
        {plainDay(addDays(from, 7))} ›
      </button>
    </div>
  )
}

interface WeekDemandProps extends ChangeProps {
  readonly ods: string
  readonly from: string
  readonly search: DemandSearch
  readonly known: KnownWeek
}

function WeekDemand({ ods, from, search, change, known }: WeekDemandProps) {
  const { document, rota } = known
  const site = document.sites.find(({ id }) => id === search.site)?.id ?? null
  const demand = useMemo(() => demandOf(known, from, site), [known, from, site])
  const isTable = search.as === 'table'
  const forecast = useForecast(ods, site)
  const expected = useMemo(() => forecastedOf(forecast.known?.forecasts ?? []), [forecast.known])
  return (
    <>
      <p>
        {known.published !== null
          ? 'Compared with what the published rota sees. '
          : rota !== null
            ? 'Compared with what the draft rota sees. '
            : 'There is no rota for this week yet, so only demand is shown. '}
        <Link to="/networks/$ods/weeks/$from" params={{ ods, from }}>
          Open the week
        </Link>
      </p>
      <DemandTools sites={document.sites} {...{ site, isTable, change }} />
      {isTable ? <DemandTable demand={demand} /> : <DemandChart {...{ demand, expected }} />}
      <p className="rota-basis__when">{SOURCES[demand.plan]}</p>
      <ForecastSection key={site ?? ''} {...{ ods, from, site, demand, forecast }} week={known} />
      {document.note !== undefined && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Where these figures come from</span>
          </summary>
          <div className="nhsuk-details__text">{document.note}</div>
        </details>
      )}
    </>
  )
}

interface DemandToolsProps extends ChangeProps {
  readonly sites: KnownWeek['document']['sites']
  readonly site: string | null
  readonly isTable: boolean
}

function DemandTools({ sites, site, isTable, change }: DemandToolsProps) {
  return (
    <div className="rota-toolbar rota-network__tools">
      <div className="rota-tabs">
        {(['chart', 'table'] as const).map((as) => (
          <button key={as} type="button" aria-current={isTable === (as === 'table')} onClick={() => change({ as })}>
            {as === 'chart' ? 'Chart' : 'Table'}
          </button>
        ))}
      </div>
      {sites.length > 1 && (
        <label>
          <span>Practice</span>
          <select className="nhsuk-select" value={site ?? ''} onChange={({ target }) => change({ site: target.value })}>
            <option value="">All</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

const SOURCES = {
  p80: 'Same-day need is planned for a busy day, so the rota has room for more of it than arrives on an average day.',
  mean: 'Same-day need is planned for an average day: about half of all days bring more.',
} as const

interface RecordDemandProps {
  readonly ods: string
  readonly known: KnownRecord
  readonly document: KnownWeek['document']
  readonly site: string | null
}

function RecordDemand({ ods, known, document: { needs, roles }, site }: RecordDemandProps) {
  const changes = useRecordChanges(ods)
  const mayEdit = useMayEdit(ods)
  const record = changes.shown(known.record)
  return (
    <>
      <StoredLine changes={changes} />
      {mayEdit && <ImportDemand {...{ ods, record, roles, needs, changes }} />}
      <OrdinaryWeek key={changes.round} {...{ record, needs, site, changes, mayEdit }} />
    </>
  )
}
