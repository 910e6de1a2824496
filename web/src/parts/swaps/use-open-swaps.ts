import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { isOpen } from './swap-words.ts'

/** Number of a network's swaps awaiting a decision; 0 while loading, or if the caller can't decide them. */
export function useOpenSwaps(ods: string, mayDecide: boolean): number {
  const { data } = useQuery({
    queryKey: ['swaps', ods],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/swaps', { params: { path: { ods }, query: {} } })),
    enabled: mayDecide,
    retry: false,
  })
  return data?.swaps.filter(isOpen).length ?? 0
}
