import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { FROM_A_SPREADSHEET } from '../../parts/network/from-a-spreadsheet.ts'
import { NetworkPages } from '../../parts/network/network-head.tsx'
import { isSample } from '../../parts/network/sample-network.ts'
import { usePageTitle } from '../../parts/page-title.ts'
import { useKnownRecord } from '../../parts/record/known-record.ts'
import { NetworkWeeks, useStoredWeeks } from './network-weeks.tsx'

const route = getRouteApi('/networks/$ods')

/** `/networks/{ods}`: what is known about a network. */
export function NetworkPage() {
  const { ods } = route.useParams()
  const query = useQuery({
    queryKey: ['networks', ods],
    queryFn: ({ signal }) => answered(api.GET('/v1/networks', { params: { query: { name: ods } }, signal })),
  })
  const network = query.data?.networks.find((one) => one.ods === ods)
  usePageTitle(network?.name ?? ods)
  if (query.isPending) return <p aria-live="polite">Looking up {ods}…</p>
  if (query.isError)
    return <FaultNotice what={`${ods} could not be looked up`} error={query.error} again={() => void query.refetch()} />
  if (network === undefined) return <OutsideEngland ods={ods} />
  return (
    <>
      <NetworkPages ods={network.ods} />
      <h1>
        <span className="nhsuk-caption-l">{network.ods}</span> {network.name}
      </h1>
      <NetworkWeeks ods={network.ods} />
      <OwnSpreadsheet ods={network.ods} />
      <dl className="nhsuk-summary-list">
        <Fact name="Integrated care board" value={network.icbName} />
        <Fact name="Practices" value={String(network.practices)} />
        <Fact name="Registered patients" value={network.patients.toLocaleString('en-GB')} />
      </dl>
    </>
  )
}

/** A network that isn't in the register, only known from stored weeks or a stored record. */
function OutsideEngland({ ods }: { readonly ods: string }) {
  const { data, isPending } = useStoredWeeks(ods)
  const record = useKnownRecord(ods)
  if (isPending || record.isPending) return <p aria-live="polite">Looking up {ods}…</p>
  const isBegun = data !== undefined && data.weeks.length > 0
  if (!isBegun && record.data === undefined) return <Unknown ods={ods} />
  return (
    <>
      <NetworkPages ods={ods} />
      <h1>
        <span className="nhsuk-caption-l">
          {isSample(ods) ? 'The sample: invented practices and people' : 'Your own network'}
        </span>{' '}
        {record.data?.record.network.name ?? ods}
      </h1>
      <NetworkWeeks ods={ods} />
    </>
  )
}

/** The shortest way from open data to a network’s real people. */
function OwnSpreadsheet({ ods }: { readonly ods: string }) {
  return (
    <p>
      Have your team in a spreadsheet?{' '}
      <Link to="/networks/$ods/team" params={{ ods }} hash={FROM_A_SPREADSHEET}>
        Start with your own spreadsheet
      </Link>
    </p>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{name}</dt>
      <dd className="nhsuk-summary-list__value">{value}</dd>
    </div>
  )
}

function Unknown({ ods }: { readonly ods: string }) {
  return (
    <>
      <h1>No network has the code {ods}</h1>
      <p>
        Network codes look like U12345. <Link to="/">Find a network by name</Link>.
      </p>
    </>
  )
}
