/** The time from which a week may still change. */
import type { WeekPlan } from '../../../parts/week/week-plan.ts'

/** Sessions that have begun aren't changed; a week that hasn't begun is planned from its first day. */
export function nowIn({ document, days }: WeekPlan): string {
  const timeZone = document.network.timezone ?? 'Europe/London'
  const now = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date())
  const first = `${days[0] ?? document.week.from}T00:00`
  const local = now.replace(' ', 'T')
  return local > first ? local : first
}
