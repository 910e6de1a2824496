import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { NetworkRecord } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { addDays, mondayOf, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { type KnownRecord, useDrawnWeek, useKnownRecord } from '../../parts/record/known-record.ts'
import { RecordBasis } from '../../parts/record/record-basis.tsx'
import { StoredLine } from '../../parts/record/stored-line.tsx'
import { useRecordChanges } from '../../parts/record/use-record-changes.ts'
import { LeaveTab } from './leave/leave-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import type { Team } from './team.ts'
import { searchOf, type TeamView, viewOf } from './team-view.ts'
import { lettersOf } from './usual-week.ts'

const route = getRouteApi('/networks/$ods/team')

/** `/networks/{ods}/team`: who works here, when, and who is on leave. */
export function TeamPage() {
  const { ods } = route.useParams()
  const query = useKnownRecord(ods)
  return (
    <>
      <NetworkHead ods={ods} name={query.data?.record.network.name} title="Team" />
      {query.isPending && <p role="status">Loading the team…</p>}
      {query.isError && (
        <FaultNotice what="The team could not be read" error={query.error} again={() => void query.refetch()} />
      )}
      {query.data !== undefined && <KnownTeam ods={ods} known={query.data} />}
    </>
  )
}

function KnownTeam({ ods, known }: { readonly ods: string; readonly known: KnownRecord }) {
  const drawn = useDrawnWeek(ods, addDays(mondayOf(today()), 7))
  const changes = useRecordChanges(ods)
  const record = changes.shown(known.record)
  const mayEdit = useMayEdit(ods)
  const view = viewOf(route.useSearch())
  const navigate = useNavigate()
  const change = (changed: Partial<TeamView>) =>
    void navigate({
      to: '/networks/$ods/team',
      params: { ods },
      search: searchOf({ ...view, ...changed }),
      replace: true,
      resetScroll: false,
    })
  const team = teamOf(ods, record, drawn.data)
  return (
    <>
      <RecordBasis known={known} mayEdit={mayEdit} />
      <div className="rota-tabs rota-network__tabs">
        {TABS.map(({ tab, name }) => (
          <button key={tab} type="button" aria-current={view.tab === tab} onClick={() => change({ tab })}>
            {name}
          </button>
        ))}
      </div>
      <StoredLine changes={changes} />
      {team === null && !drawn.isError && <p role="status">Loading roles and half-days…</p>}
      {drawn.isError && team === null && (
        <FaultNotice what="The team’s roles could not be read" error={drawn.error} again={() => void drawn.refetch()} />
      )}
      {team !== null && view.tab === 'people' && <PeopleTab {...{ team, view, change, mayEdit, changes }} />}
      {team !== null && view.tab === 'leave' && (
        <LeaveTab {...{ team, view, change, mayEdit, changes }} isStored={known.etag !== null} />
      )}
    </>
  )
}

const TABS = [
  { tab: 'people', name: 'People' },
  { tab: 'leave', name: 'Leave calendar' },
] as const

type Drawn = ReturnType<typeof useDrawnWeek>['data']

/** Null until the record's defaults are loaded. */
function teamOf(ods: string, record: NetworkRecord, drawn: Drawn): Team | null {
  const [roles, parts] = [record.roles ?? drawn?.roles, record.parts ?? drawn?.parts]
  return roles === undefined || parts === undefined ? null : { ods, record, roles, parts, letters: lettersOf(record) }
}
