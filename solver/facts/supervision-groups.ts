/** Which roles need supervision, which may give it, and how near supervisors must be. */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'

/**
 * Roles supervised by the same people, at one site or, if `site` is null, anywhere. A
 * network-wide circle also includes roles supervised at sites.
 */
export interface Circle {
  /** Ids of the roles that may supervise. */
  readonly by: ReadonlySet<string>
  /** Ids of the roles that need supervision. */
  readonly supervised: ReadonlySet<string>
  readonly site: string | null
}

export function circlesOf(problem: Problem): Circle[] {
  const groups = grouped(
    problem.roles.filter((r) => r.supervision !== null),
    (r) => [...(r.supervision?.by ?? [])].sort().join(' '),
  )
  return groups.flatMap((roles) => {
    const by = new Set(roles[0]?.supervision?.by ?? [])
    const near = roles.filter((r) => r.supervision?.where === 'site').map((r) => r.id)
    const sites =
      near.length === 0 ? [] : problem.sites.map((s): Circle => ({ by, supervised: new Set(near), site: s.id }))
    return near.length === roles.length
      ? sites
      : [...sites, { by, supervised: new Set(roles.map((r) => r.id)), site: null }]
  })
}
