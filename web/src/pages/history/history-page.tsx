import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, unlessMissing } from '../../api.ts'
import { useCaller } from '../../parts/access/use-caller.ts'
import { momentWords } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { useKnownRecord } from '../../parts/record/known-record.ts'
import { plural } from '../../parts/week/figures.ts'
import { actionWords, whoWords } from './action-words.ts'
import { RecordChange } from './record-change.tsx'
import { WeekVersions } from './week-versions.tsx'

const route = getRouteApi('/networks/$ods/history')

/** `/networks/{ods}/history`: versions of each week and of the record, and who did what when. */
export function HistoryPage() {
  const { ods } = route.useParams()
  const record = useKnownRecord(ods)
  return (
    <>
      <NetworkHead ods={ods} name={record.data?.record.network.name} title="History" />
      <WeekVersions ods={ods} />
      <RecordVersions ods={ods} />
      <Log ods={ods} />
    </>
  )
}

function RecordVersions({ ods }: { readonly ods: string }) {
  const me = useCaller()?.actor
  const { data } = useQuery({
    queryKey: ['record versions', ods],
    queryFn: () =>
      unlessMissing(answered(api.GET('/v1/networks/{ods}/record/versions', { params: { path: { ods } } }))),
  })
  const versions = data?.versions ?? []
  if (versions.length === 0) return null
  return (
    <section>
      <h2 className="nhsuk-heading-m">Team, leave, demand and rules ({plural(versions.length, 'version')})</h2>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Show them</span>
        </summary>
        <ul className="nhsuk-details__text">
          {versions.map(({ version, keptAt, keptBy }, n) => (
            <li key={version}>
              Version {version}, {momentWords(keptAt)}, by {whoWords(keptBy, me)}:{' '}
              <RecordChange {...{ ods, version }} isOnRequest={n >= AT_ONCE} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const PAGE = 50

function Log({ ods }: { readonly ods: string }) {
  const log = useInfiniteQuery({
    queryKey: ['audit', ods],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/v1/networks/{ods}/audit', {
          params: {
            path: { ods },
            query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? null,
  })
  if (log.isPending) return <p role="status">Loading the history…</p>
  if (log.isError)
    return <FaultNotice what="The history could not be read" error={log.error} again={() => void log.refetch()} />
  const entries = log.data.pages.flatMap((page) => page.entries)
  return (
    <section>
      <h2 className="nhsuk-heading-m">Who did what</h2>
      {entries.length === 0 && (
        <p>Nothing has happened yet. Everything that is saved, published or changed will be listed here.</p>
      )}
      {entries.length > 0 && <Entries {...{ ods, entries }} />}
      {log.hasNextPage && (
        <button type="button" className="rota-button" onClick={() => void log.fetchNextPage()}>
          Show older
        </button>
      )}
    </section>
  )
}

/** The version number in the log's `record/10`: 10. */
function recordVersion(subject: string): number | null {
  const [, version] = /^record\/(\d+)$/.exec(subject) ?? []
  return version === undefined ? null : Number(version)
}

/** Number of most recent entries that are compared without a click. */
const AT_ONCE = 10

type Page = paths['/v1/networks/{ods}/audit']['get']['responses'][200]['content']['application/json']

function Entries({ ods, entries }: { readonly ods: string; readonly entries: Page['entries'] }) {
  const me = useCaller()?.actor
  return (
    <table className="rota-table">
      <caption className="nhsuk-u-visually-hidden">Newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, actor, action, subject }, n) => (
          <tr key={id}>
            <th scope="row">{momentWords(at)}</th>
            <td>{whoWords(actor, me)}</td>
            <td>
              <What {...{ ods, action, subject }} isOnRequest={n >= AT_ONCE} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface WhatProps {
  readonly ods: string
  readonly action: string
  readonly subject: string
  readonly isOnRequest: boolean
}

/** An entry of the log; for a saved version of the record, with what it changed. */
function What({ ods, action, subject, isOnRequest }: WhatProps) {
  const version = recordVersion(subject)
  if (version === null || (!action.startsWith('keep-') && !action.startsWith('change-')))
    return <>{actionWords(action, subject)}</>
  return (
    <>
      saved team and rules, version {version}: <RecordChange {...{ ods, version, isOnRequest }} />
    </>
  )
}
