/** All data for "My week", loaded together and cached in this browser, so that it is available offline. */
import { useQuery } from '@tanstack/react-query'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api, Refused } from '../../api.ts'
import { addDays, mondayOf, today } from '../../parts/dates.ts'
import { forgetOwn, type Remembered, rememberedOwn, rememberOwn } from '../../parts/own/own-memory.ts'
import { storePageShell } from '../../parts/own/page-shell.ts'
import { loadPublishedWeek, type PublishedWeek } from '../../parts/week/published-week.ts'

/** Number of weeks ahead that are shown. */
const WEEKS = 4

type Answers<P extends '/v1/me/weeks' | '/v1/me/wishes' | '/v1/me/swaps'> =
  paths[P]['get']['responses'][200]['content']['application/json']

export interface OwnData {
  readonly people: Answers<'/v1/me/weeks'>['people']
  readonly wishes: Answers<'/v1/me/wishes'>['people']
  readonly swaps: Answers<'/v1/me/swaps'>['swaps']
  /** Published weeks, this week and later, by network; unpublished ones are omitted. */
  readonly published: readonly PublishedWeek[]
}

export interface ReadOwnData extends Remembered<OwnData> {
  /** True if the service didn't answer and this is cached data. */
  readonly isOld: boolean
}

export const OWN_KEY = ['me', 'all'] as const

export function useOwnData() {
  return useQuery({
    queryKey: OWN_KEY,
    queryFn: readOwnData,
    // Also run the query offline, which reads the cache.
    networkMode: 'always',
    refetchOnWindowFocus: true,
    refetchOnReconnect: 'always',
    retry: false,
  })
}

async function readOwnData(): Promise<ReadOwnData> {
  try {
    const data = await loadOwnData()
    if (data.people.length === 0) return { data, at: new Date().toISOString(), isOld: false }
    void storePageShell()
    return { ...rememberOwn(data), isOld: false }
  } catch (error) {
    const status = error instanceof Refused ? error.status : -1
    // Clear the cache after sign-out, so that the next user of the browser doesn't see it.
    if (status === 401) forgetOwn()
    const known = status === 0 || status >= 500 ? rememberedOwn(isOwnData) : null
    if (known === null) throw error
    return { ...known, isOld: true }
  }
}

async function loadOwnData(): Promise<OwnData> {
  const [weeks, wishes, swaps] = await Promise.all([
    answered(api.GET('/v1/me/weeks', { params: { query: { from: today(), weeks: WEEKS } } })),
    answered(api.GET('/v1/me/wishes', {})),
    answered(api.GET('/v1/me/swaps', { params: { query: {} } })),
  ])
  const from = mondayOf(today())
  const mondays = Array.from({ length: WEEKS }, (_, n) => addDays(from, 7 * n))
  const published = await Promise.all(
    weeks.people.flatMap(({ network, weeks: own }) =>
      mondays
        .filter((monday) => own.some((week) => week.from === monday))
        .map((monday) => loadPublishedWeek(network, monday)),
    ),
  )
  return {
    people: weeks.people,
    wishes: wishes.people,
    swaps: swaps.swaps,
    published: published.filter((week) => week !== null),
  }
}

function isOwnData(data: unknown): data is OwnData {
  return (
    typeof data === 'object' &&
    data !== null &&
    ['people', 'wishes', 'swaps', 'published'].every((name) => name in data)
  )
}
