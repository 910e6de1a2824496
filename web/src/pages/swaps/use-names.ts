import { useQuery } from '@tanstack/react-query'
import { mondayOf } from '../../parts/dates.ts'
import type { StoredSwap } from '../../parts/swaps/swap-words.ts'
import { loadPublishedWeek, publishedKey } from '../../parts/week/published-week.ts'

/** Names of the people in a swap, from its published week. */
export function useNames(ods: string, { sides }: StoredSwap): (person: string) => string {
  const from = mondayOf(sides[0]?.date ?? '')
  const { data } = useQuery({
    queryKey: publishedKey(ods, from),
    queryFn: () => loadPublishedWeek(ods, from),
    staleTime: 60_000,
  })
  return (person) => data?.people.find(({ id }) => id === person)?.name ?? 'a colleague'
}
