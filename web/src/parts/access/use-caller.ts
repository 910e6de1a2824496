/** What the caller may do. The service decides at each call; this only decides what is offered. */
import { useQuery } from '@tanstack/react-query'
import { answered, api, type Caller, type Grant } from '../../api.ts'

type Role = Grant['role']

const READERS: readonly Role[] = ['manager', 'director', 'administrator']
const EDITORS: readonly Role[] = ['manager', 'administrator']

/** Who calls; undefined until it is known, or where nobody has signed in. */
export function useCaller(): Caller | undefined {
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () => answered(api.GET('/v1/me', {})),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data
}

/** True once it is known that the caller may change this network's weeks and record. */
export function useMayEdit(ods: string): boolean {
  return holds(useCaller(), EDITORS, ods)
}

/** True unless it is known that drafts and the record of this network are not for the caller. */
export function useMayLook(ods: string): boolean {
  const caller = useCaller()
  return caller === undefined || holds(caller, READERS, ods)
}

/** True of administrators: they say who may sign in, and make keys. */
export function isAdministrator(caller: Caller | undefined): boolean {
  return holds(caller, ['administrator'], '*')
}

/** Networks by whose code the caller has one of the roles that may look further than what is published. */
export function networksOf(caller: Caller | undefined): readonly string[] {
  const own = caller?.grants.filter(({ role, network }) => network !== '*' && READERS.includes(role)) ?? []
  return [...new Set(own.map(({ network }) => network))]
}

function holds(caller: Caller | undefined, roles: readonly Role[], ods: string): boolean {
  return (
    caller?.grants.some(({ role, network }) => roles.includes(role) && (network === '*' || network === ods)) ?? false
  )
}
