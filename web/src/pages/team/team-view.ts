/** The state of the team page kept in its URL, so that a shared link shows the same. */
import type { TeamFilter } from './team.ts'

export interface TeamView extends TeamFilter {
  readonly tab: 'people' | 'leave'
  /** `2026-12`; null for the current month. */
  readonly month: string | null
}

export interface TeamSearch {
  readonly tab?: 'leave'
  readonly site?: string
  readonly role?: string
  readonly person?: string
  readonly month?: string
}

const words = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const month = words(search.month)
  return searchOf({
    tab: search.tab === 'leave' ? 'leave' : 'people',
    site: words(search.site),
    role: words(search.role),
    person: words(search.person) ?? '',
    month: month !== null && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
  })
}

export function viewOf({ tab, site, role, person, month }: TeamSearch): TeamView {
  return {
    tab: tab ?? 'people',
    site: site ?? null,
    role: role ?? null,
    person: person ?? '',
    month: month ?? null,
  }
}

/** Omits defaults. */
export function searchOf({ tab, site, role, person, month }: TeamView): TeamSearch {
  return {
    ...(tab === 'leave' ? { tab } : {}),
    ...(site === null ? {} : { site }),
    ...(role === null ? {} : { role }),
    ...(person === '' ? {} : { person }),
    ...(month === null ? {} : { month }),
  }
}
