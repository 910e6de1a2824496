/** What the caller may do in a network. The service decides at each call; this only decides what is offered. */
import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../../api.ts'

const EDITORS: readonly string[] = ['manager', 'administrator']

/** True once it is known that the caller may change this network's weeks. */
export function useMayEdit(ods: string): boolean {
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () => answered(api.GET('/v1/me', {})),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    data?.grants.some(({ role, network }) => EDITORS.includes(role) && (network === '*' || network === ods)) ?? false
  )
}
