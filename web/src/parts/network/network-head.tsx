import { Link } from '@tanstack/react-router'
import { useMayLook } from '../access/use-caller.ts'
import { usePageTitle } from '../page-title.ts'

type NetworkPage =
  | '/networks/$ods'
  | `/networks/$ods/${'team' | 'swaps' | 'rules' | 'demand' | 'mix' | 'fairness' | 'history' | 'evidence'}`

const PAGES: readonly { readonly to: NetworkPage; readonly name: string }[] = [
  { to: '/networks/$ods', name: 'Weeks' },
  { to: '/networks/$ods/team', name: 'Team' },
  { to: '/networks/$ods/swaps', name: 'Swaps' },
  { to: '/networks/$ods/rules', name: 'Rules' },
  { to: '/networks/$ods/demand', name: 'Demand' },
  { to: '/networks/$ods/mix', name: 'Staffing mix' },
  { to: '/networks/$ods/fairness', name: 'Fairness' },
  { to: '/networks/$ods/history', name: 'History' },
  { to: '/networks/$ods/evidence', name: 'Evidence' },
]

export interface NetworkHeadProps {
  readonly ods: string
  /** Undefined while loading. */
  readonly name: string | undefined
  readonly title: string
}

/** The page's network and title, with links to the network's other pages. */
export function NetworkHead({ ods, name, title }: NetworkHeadProps) {
  usePageTitle(name === undefined ? title : `${title}, ${name}`)
  return (
    <header className="rota-network">
      <NetworkPages ods={ods} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-m">{name ?? ods}</span> {title}
      </h1>
    </header>
  )
}

/** Links to the network's pages that the caller may see. */
export function NetworkPages({ ods }: { readonly ods: string }) {
  const mayLook = useMayLook(ods)
  if (!mayLook) return null
  return (
    <nav aria-label="This network" className="rota-network__pages">
      {PAGES.map(({ to, name }) => (
        <Link key={name} to={to} params={{ ods }} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
