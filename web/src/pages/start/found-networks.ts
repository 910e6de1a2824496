import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { paths } from '../../../../client/openapi.ts'
import { answered, api } from '../../api.ts'

export type Found = paths['/v1/networks']['get']['responses'][200]['content']['application/json']['networks'][number]

/** Maximum number of suggestions: more don't fit on a screen. */
const SHOWN = 8

/** Networks whose name or code, or one of whose practices, matches what was typed; empty below two letters. */
export function useFoundNetworks(typed: string) {
  const name = useDeferredValue(typed.trim())
  const enabled = name.length >= 2
  const query = useQuery({
    queryKey: ['networks', name],
    queryFn: ({ signal }) => answered(api.GET('/v1/networks', { params: { query: { name } }, signal })),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return {
    found: enabled ? (query.data?.networks ?? []).slice(0, SHOWN) : [],
    total: query.data?.total ?? 0,
    error: enabled ? query.error : null,
    isLooking: enabled && query.isFetching,
    again: () => void query.refetch(),
  }
}
