/** One person's sessions in published weeks, without anybody else's. */
import { addDays, type Day } from '../../time.ts'
import type { PartDocument, SiteDocument } from '../rota-document.ts'
import { addWishes, NO_WISHES, type PublishedWeek, type WishCount, wishesOf } from './published-week.ts'

export interface OwnSession {
  readonly date: Day
  readonly part: string
  /** Local clock times. */
  readonly starts: string
  readonly ends: string
  readonly site: string
  readonly siteName: string
  readonly work: string
  readonly remote?: true
}

export interface OwnWeek {
  readonly from: Day
  readonly sessions: readonly OwnSession[]
  /** Days on which they are away. */
  readonly away: readonly { readonly from: Day; readonly to: Day; readonly parts?: readonly string[] }[]
  /** Their own wishes, and everybody's in total. */
  readonly wishes: { readonly own: WishCount; readonly everybody: WishCount }
}

export function ownWeekOf(week: PublishedWeek, person: string): OwnWeek {
  const { from, document, assignments } = week
  const to = addDays(from, 6)
  const counts = wishesOf(week)
  const away = document.people.find(({ id }) => id === person)?.away ?? []
  return {
    from,
    sessions: assignments
      .filter((row) => row.person === person)
      .map((row) => sessionOf(row, document))
      .sort((a, b) => `${a.date} ${a.starts}`.localeCompare(`${b.date} ${b.starts}`)),
    away: away.filter((one) => one.from <= to && one.to >= from),
    wishes: {
      own: counts.get(person) ?? NO_WISHES,
      everybody: [...counts.values()].reduce(addWishes, NO_WISHES),
    },
  }
}

type Row = PublishedWeek['assignments'][number]

/** If the document no longer has a part or site, its id is used as its name. */
export function sessionOf(
  { date, part, site, work, remote }: Row,
  { parts, sites }: { readonly parts: readonly PartDocument[]; readonly sites: readonly SiteDocument[] },
): OwnSession {
  const held = parts.find(({ id }) => id === part)
  return {
    date,
    part,
    starts: held?.starts ?? '00:00',
    ends: held?.ends ?? '00:00',
    site,
    siteName: sites.find(({ id }) => id === site)?.name ?? site,
    work,
    ...(remote === true ? { remote } : {}),
  }
}
