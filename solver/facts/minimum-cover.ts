/** How many people who see patients each site needs in each session. Read from the document. */
import type { Problem } from '../../src/problem.ts'

export interface Minimum {
  readonly site: string
  /** Session index. */
  readonly session: number
  /** Only people of this role count; null for anybody. */
  readonly role: string | null
  readonly people: number
  /** Weight of each person short or over; default 1. */
  readonly weight?: number
}

/** One line of a network's list; by default for core sessions of all sites. */
export interface CoverEntry {
  readonly role?: string
  readonly people: number
  readonly sites?: readonly string[]
  readonly parts?: readonly string[]
  /** Only on these dates. */
  readonly dates?: readonly string[]
  readonly weight?: number
}

/** If `listed` is null: in core sessions one person per this many registered patients, and at least one. */
export function minimaOf(
  problem: Problem,
  listed: readonly CoverEntry[] | null,
  patientsPerPerson: number,
): readonly Minimum[] {
  return problem.sites.flatMap((site) =>
    problem.horizon.sessions
      .filter((s) => site.open[s.index])
      .flatMap((s): Minimum[] => {
        const place = { site: site.id, session: s.index }
        if (listed === null) {
          const people = Math.max(1, Math.round(site.patients / patientsPerPerson))
          return s.enhancedAccess ? [] : [{ ...place, role: null, people }]
        }
        return listed
          .filter((e) => e.sites?.includes(site.id) ?? true)
          .filter((e) => (e.parts?.includes(s.part) ?? !s.enhancedAccess) && (e.dates?.includes(s.date) ?? true))
          .map((e) => ({
            ...place,
            role: e.role ?? null,
            people: e.people,
            ...(e.weight === undefined ? {} : { weight: e.weight }),
          }))
      }),
  )
}
