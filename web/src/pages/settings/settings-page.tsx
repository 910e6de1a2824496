import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { isAdministrator, useCaller } from '../../parts/access/use-caller.ts'
import { usePageTitle } from '../../parts/page-title.ts'
import { KeysTab } from './keys-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { type SettingsSearch, TABS } from './settings-view.ts'
import { StorageTab } from './storage-tab.tsx'
import { WebhooksTab } from './webhooks-tab.tsx'

const route = getRouteApi('/settings')

/** `/settings`: who may sign in, keys for other systems, webhooks, retention. Shows what the caller's role allows. */
export function SettingsPage() {
  usePageTitle('Settings')
  const caller = useCaller()
  const search: SettingsSearch = route.useSearch()
  const networks = useOwnNetworks()
  const navigate = useNavigate()
  if (caller === undefined) return <p role="status">Checking your access…</p>
  const isForAll = isAdministrator(caller)
  const mayLook = isForAll || caller.grants.some(({ role }) => role === 'manager' || role === 'director')
  const tabs = TABS.filter(({ isAdministrators }) => isForAll || (mayLook && !isAdministrators))
  const tab = tabs.find(({ id }) => id === search.tab) ?? tabs[0]
  const network = search.network ?? networks[0]?.ods ?? null
  const change = (changed: SettingsSearch) =>
    void navigate({ to: '/settings', search: { ...search, ...changed }, replace: true, resetScroll: false })
  return (
    <>
      <h1 className="nhsuk-heading-l">Settings</h1>
      {tab === undefined && (
        <p>
          There is nothing here for your role. <Link to="/my-week">See your own week</Link>.
        </p>
      )}
      <div className="rota-tabs rota-network__tabs">
        {tabs.map(({ id, name }) => (
          <button key={id} type="button" aria-current={id === tab?.id} onClick={() => change({ tab: id })}>
            {name}
          </button>
        ))}
      </div>
      {tab?.isOfNetwork === true && (
        <NetworkChoice {...{ networks, network }} choose={(ods) => change({ network: ods })} />
      )}
      {tab?.id === 'people' && <PeopleTab networks={networks} />}
      {tab?.id === 'keys' && <KeysTab networks={networks} />}
      {tab?.id === 'webhooks' && network !== null && <WebhooksTab key={network} ods={network} />}
      {tab?.id === 'storage' && network !== null && <StorageTab key={network} ods={network} mayEdit={isForAll} />}
    </>
  )
}

export interface OwnNetwork {
  readonly ods: string
  readonly name: string
}

/** The caller's networks that have stored data. */
function useOwnNetworks(): readonly OwnNetwork[] {
  const { data } = useQuery({
    queryKey: ['networks', 'mine'],
    queryFn: () => answered(api.GET('/v1/networks', { params: { query: { mine: 'true' } } })),
  })
  return data?.networks ?? []
}

interface NetworkChoiceProps {
  readonly networks: readonly OwnNetwork[]
  readonly network: string | null
  readonly choose: (ods: string) => void
}

function NetworkChoice({ networks, network, choose }: NetworkChoiceProps) {
  if (networks.length === 0) return <p>Nothing is stored for a network yet. Plan a week or change a team first.</p>
  return (
    <div className="rota-toolbar rota-network__tools">
      <label>
        <span>Network</span>
        <select className="nhsuk-select" value={network ?? ''} onChange={({ target }) => choose(target.value)}>
          {networks.map(({ ods, name }) => (
            <option key={ods} value={ods}>
              {name === '' ? ods : name}
            </option>
          ))}
        </select>
      </label>
      {network !== null && (
        <>
          <Link to="/networks/$ods/rules" params={{ ods: network }}>
            Its rules
          </Link>
          <Link to="/networks/$ods/history" params={{ ods: network }}>
            Who did what
          </Link>
        </>
      )}
    </div>
  )
}
