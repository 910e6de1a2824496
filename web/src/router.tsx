/** Maps URLs to pages, which are loaded on first visit. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Outlet,
  ScrollRestoration,
  useMatches,
} from '@tanstack/react-router'
import { readDemandSearch } from './pages/demand/demand-view.ts'
import { readHistorySearch } from './pages/history/history-view.ts'
import { type MixSearch, readMixSearch } from './pages/mix/mix-view.ts'
import { readSettingsSearch } from './pages/settings/settings-view.ts'
import { StartPage } from './pages/start/start-page.tsx'
import { readTeamSearch } from './pages/team/team-view.ts'
import { readSearch } from './pages/week/view.ts'
import { isDay } from './parts/dates.ts'
import { PageFrame, type PageLayout } from './parts/page-frame.tsx'

const rootRoute = createRootRoute({
  component: () => {
    const layout = useMatches({ select: (matches) => matches.at(-1)?.staticData.layout })
    return (
      <PageFrame layout={layout ?? 'text'}>
        <ScrollRestoration />
        <Outlet />
      </PageFrame>
    )
  },
  notFoundComponent: () => (
    <>
      <h1>There is no such page</h1>
      <p>
        Check the address, or <Link to="/">find your network</Link>.
      </p>
    </>
  ),
})

const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: StartPage })

const networkRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'network' },
  path: '/networks/$ods',
  component: lazyRouteComponent(() => import('./pages/network/network-page.tsx'), 'NetworkPage'),
})

const weekRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'whole' },
  path: '/networks/$ods/weeks/$from',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./pages/week/week-page.tsx'), 'WeekPage'),
})

const printRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'print' },
  path: '/networks/$ods/weeks/$from/print',
  validateSearch: ({ by }: Record<string, unknown>) => (by === 'person' ? { by: 'person' as const } : {}),
  component: lazyRouteComponent(() => import('./pages/print/print-page.tsx'), 'PrintPage'),
})

const myWeekRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my-week',
  component: lazyRouteComponent(() => import('./pages/my-week/my-week-page.tsx'), 'MyWeekPage'),
})

const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/networks/$ods/team',
  validateSearch: readTeamSearch,
  component: lazyRouteComponent(() => import('./pages/team/team-page.tsx'), 'TeamPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'network' },
  path: '/networks/$ods/rules',
  component: lazyRouteComponent(() => import('./pages/rules/rules-page.tsx'), 'RulesPage'),
})

const fairnessRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/networks/$ods/fairness',
  validateSearch: ({ kind }: Record<string, unknown>) => (typeof kind === 'string' ? { kind } : {}),
  component: lazyRouteComponent(() => import('./pages/fairness/fairness-page.tsx'), 'FairnessPage'),
})

const swapsRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'network' },
  path: '/networks/$ods/swaps',
  component: lazyRouteComponent(() => import('./pages/swaps/swaps-page.tsx'), 'SwapsPage'),
})

const demandRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/networks/$ods/demand',
  validateSearch: (search: Record<string, unknown>) => readDemandSearch(search),
  component: lazyRouteComponent(() => import('./pages/demand/demand-page.tsx'), 'DemandPage'),
})

const mixRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/networks/$ods/mix',
  validateSearch: (search: Record<string, unknown>): MixSearch => readMixSearch(search),
  component: lazyRouteComponent(() => import('./pages/mix/mix-page.tsx'), 'MixPage'),
})

const mixBoardRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'sheet' },
  path: '/networks/$ods/mix/board',
  validateSearch: (search: Record<string, unknown>): MixSearch => readMixSearch(search),
  component: lazyRouteComponent(() => import('./pages/mix/board-page.tsx'), 'BoardPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/networks/$ods/history',
  validateSearch: (search: Record<string, unknown>) => readHistorySearch(search),
  component: lazyRouteComponent(() => import('./pages/history/history-page.tsx'), 'HistoryPage'),
})

const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'network' },
  path: '/networks/$ods/evidence',
  validateSearch: ({ from, to }: Record<string, unknown>) => ({
    ...(typeof from === 'string' && isDay(from) ? { from } : {}),
    ...(typeof to === 'string' && isDay(to) ? { to } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/evidence/evidence-page.tsx'), 'EvidencePage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  staticData: { layout: 'wide' },
  path: '/settings',
  validateSearch: (search: Record<string, unknown>) => readSettingsSearch(search),
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    swapsRoute,
    demandRoute,
    mixRoute,
    mixBoardRoute,
    historyRoute,
    evidenceRoute,
    settingsRoute,
    rulesRoute,
    fairnessRoute,
    startRoute,
    networkRoute,
    weekRoute,
    printRoute,
    myWeekRoute,
    teamRoute,
  ]),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Page width; default: `text`. */
    readonly layout?: PageLayout
  }
}
