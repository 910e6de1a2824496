/** The caller's permissions. They only decide what is offered; the service checks every call. */
import { useQuery } from '@tanstack/react-query'
import { answered, api, type Caller, type Grant } from '../../api.ts'

type Role = Grant['role']

const READERS: readonly Role[] = ['manager', 'director', 'administrator']
const EDITORS: readonly Role[] = ['manager', 'administrator']

/** The caller; undefined while loading, or if nobody is signed in. */
export function useCaller(): Caller | undefined {
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () => answered(api.GET('/v1/me', {})),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data
}

/** False for a service without sign-in, where only the local user has pages of their own. */
export function useHasSignIn(): boolean {
  return useCaller()?.via !== 'machine'
}

/** True once it is known that the caller may edit this network's weeks and record. */
export function useMayEdit(ods: string): boolean {
  return holds(useCaller(), EDITORS, ods)
}

/** True unless it is known that the caller may not see this network's drafts and record. */
export function useMayLook(ods: string): boolean {
  const caller = useCaller()
  return caller === undefined || holds(caller, READERS, ods)
}

/** True for administrators, who manage access and keys. */
export function isAdministrator(caller: Caller | undefined): boolean {
  return holds(caller, ['administrator'], '*')
}

/** Codes of networks in which the caller has a role that may see more than what is published. */
export function networksOf(caller: Caller | undefined): readonly string[] {
  const own = caller?.grants.filter(({ role, network }) => network !== '*' && READERS.includes(role)) ?? []
  return [...new Set(own.map(({ network }) => network))]
}

function holds(caller: Caller | undefined, roles: readonly Role[], ods: string): boolean {
  return (
    caller?.grants.some(({ role, network }) => roles.includes(role) && (network === '*' || network === ods)) ?? false
  )
}
