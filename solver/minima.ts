/** How many people who see patients each site needs in each session: facts of the document. */
import type { Problem } from '../src/problem.ts'

export interface Minimum {
  readonly site: string
  /** Session index. */
  readonly session: number
  /** Only people of this role count; null: anybody. */
  readonly role: string | null
  readonly people: number
}

/** One line of what a network lists; core sessions of all sites where it names neither. */
export interface CoverEntry {
  readonly role?: string
  readonly people: number
  readonly sites?: readonly string[]
  readonly parts?: readonly string[]
}

/** `listed` null: in core sessions one person for every so many registered patients, and one at least. */
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
          .filter((e) => (e.sites?.includes(site.id) ?? true) && (e.parts?.includes(s.part) ?? !s.enhancedAccess))
          .map((e) => ({ ...place, role: e.role ?? null, people: e.people }))
      }),
  )
}
