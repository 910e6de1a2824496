/** A week's outlook in sentences, for people who plan a quarter. */
import type { Problem } from '../../../../src/problem.ts'
import { shortDay } from '../../../../src/time.ts'
import { count, lowerFirst, roleTitle, siteName } from '../../../../src/wording/names.ts'
import { listed, plural } from '../../../../src/wording/people.ts'
import type { WeekOutlook } from './week-outlook.ts'
import type { RoleOutlook } from './who-is-left.ts'

/** With a smaller share of a role away, the week is ordinary. */
const MANY_AWAY = 0.4

export function isManyAway({ away, people }: RoleOutlook): boolean {
  return away > 1 && away / Math.max(1, people) >= MANY_AWAY
}

/** "5 of 9 nurses away, about 120 contacts would wait"; null for an ordinary week. */
export function outlookInWords({ roles, contacts, duties }: WeekOutlook, problem: Problem): string | null {
  const away = roles
    .filter(isManyAway)
    .map(({ role, away, people }) => `${away} of ${people} ${plural(lowerFirst(roleTitle(role, problem)))} away`)
  const [first, ...others] = duties
  const duty =
    first === undefined
      ? []
      : [
          `nobody to hold the duty at ${listed(first.sites.map((id) => siteName(id, problem)))} on ${shortDay(first.date)}${others.length === 0 ? '' : ` and in ${count(others.length, 'more session')}`}`,
        ]
  const wait = contacts >= 1 ? [`about ${contacts} contacts would wait`] : []
  const all = [...away, ...duty, ...(away.length + duty.length > 0 || contacts >= NOTABLE ? wait : [])]
  return all.length === 0 ? null : all.join(', ')
}

/** At least this many contacts are worth mentioning. */
const NOTABLE = 20
