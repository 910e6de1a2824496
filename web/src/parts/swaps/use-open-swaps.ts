import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { isOpen } from './swap-words.ts'

/** How many of a network's swaps wait for a decision; 0 until it is known, and where they are not for the caller. */
export function useOpenSwaps(ods: string, mayDecide: boolean): number {
  const { data } = useQuery({
    queryKey: ['swaps', ods],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/swaps', { params: { path: { ods }, query: {} } })),
    enabled: mayDecide,
    retry: false,
  })
  return data?.swaps.filter(isOpen).length ?? 0
}
