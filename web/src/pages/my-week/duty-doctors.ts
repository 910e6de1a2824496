/** Duty doctors on a day, from published rotas. */
import type { PublishedWeek } from '../../parts/week/published-week.ts'

export interface DutyDoctor {
  readonly key: string
  readonly name: string
  readonly siteName: string
  readonly starts: string
}

/** At the given sites, or all if none are given; sorted by time, then site. */
export function dutyDoctorsOn(
  published: readonly PublishedWeek[],
  day: string,
  sites: readonly string[],
): readonly DutyDoctor[] {
  return published
    .flatMap((week) =>
      week.assignments
        .filter(
          ({ date, work, site }) => date === day && work === 'duty' && (sites.length === 0 || sites.includes(site)),
        )
        .map(({ person, part, site }) => ({
          key: `${week.network} ${person} ${part}`,
          name: week.people.find(({ id }) => id === person)?.name ?? '',
          siteName: week.sites.find(({ id }) => id === site)?.name ?? '',
          starts: week.parts.find(({ id }) => id === part)?.starts ?? '',
        })),
    )
    .sort((a, b) => a.starts.localeCompare(b.starts) || a.siteName.localeCompare(b.siteName))
}
