import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, unlessMissing } from '../../api.ts'
import { addDays, plainDay, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { useKnownRecord } from '../../parts/record/known-record.ts'
import { plural } from '../../parts/week/figures.ts'
import { FairnessChart } from './fairness-chart.tsx'
import { FairnessTable } from './fairness-table.tsx'
import { KINDS, type Kind, readKind } from './kinds.ts'

export type Fairness = paths['/v1/networks/{ods}/fairness']['get']['responses'][200]['content']['application/json']

const route = getRouteApi('/networks/$ods/fairness')
const WEEKS = 12

/** `/networks/{ods}/fairness`: twelve weeks of unpopular sessions, compared with fair shares. */
export function FairnessPage() {
  const { ods } = route.useParams()
  const record = useKnownRecord(ods)
  const query = useQuery({
    queryKey: ['fairness', ods],
    queryFn: () =>
      unlessMissing(
        answered(api.GET('/v1/networks/{ods}/fairness', { params: { path: { ods }, query: { weeks: WEEKS } } })),
      ),
  })
  return (
    <>
      <NetworkHead ods={ods} name={record.data?.record.network.name} title="Fairness" />
      {query.isPending && <p role="status">Counting twelve weeks…</p>}
      {query.isError && (
        <FaultNotice what="Fair shares could not be read" error={query.error} again={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Known ods={ods} fairness={query.data} />}
    </>
  )
}

function Known({ ods, fairness }: { readonly ods: string; readonly fairness: Fairness | null }) {
  const search: { readonly kind?: string } = route.useSearch()
  const kind = readKind(search.kind)
  const navigate = useNavigate()
  if (fairness === null || fairness.published.length === 0) {
    return (
      <p>
        Here you will see who had how many Mondays, Fridays, duties, evenings and Saturdays, against a fair share. It is
        counted from published weeks, and none is published yet.
      </p>
    )
  }
  const { wishes, people } = fairness
  const choose = (next: Kind) =>
    void navigate({
      to: '/networks/$ods/fairness',
      params: { ods },
      search: { kind: next },
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <p>
        {spanWords(fairness)}{' '}
        {wishes.asked > 0 && `${wishes.granted} of ${plural(wishes.asked, 'wish', 'wishes')} met. `}A fair share is in
        proportion to the sessions that each person works, among those who could have worked them.
      </p>
      <div className="rota-tabs rota-network__tabs">
        {KINDS.map(({ id, name }) => (
          <button key={id} type="button" aria-current={id === kind} onClick={() => choose(id)}>
            {name}
          </button>
        ))}
      </div>
      {(kind === 'mondays' || kind === 'fridays') && (
        <p>Somebody whose usual week is mostly {kind === 'mondays' ? 'Mondays' : 'Fridays'} comes out high here.</p>
      )}
      <FairnessChart people={people} kind={kind} />
      <FairnessTable people={people} />
    </>
  )
}

/** "The 12 weeks from Monday 21 September to Sunday 13 December: 2 are published and counted, 1 of them still to come." */
function spanWords({ from, to, published }: Fairness): string {
  const now = today()
  const weeks = Math.round((Date.parse(to) - Date.parse(from)) / WEEK)
  const ahead = published.filter((monday) => addDays(monday, 6) >= now).length
  const counted =
    published.length === 1 ? '1 is published and counted' : `${published.length} are published and counted`
  const coming = ahead === 0 ? '' : `, ${ahead} of them as planned, because not over yet`
  return `The ${weeks} weeks from ${plainDay(from)} to ${plainDay(to)}: ${counted}${coming}.`
}

const WEEK = 7 * 24 * 3600 * 1000
