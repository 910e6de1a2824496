/** A person's own published weeks, by day. */
import type { paths } from '../../../../client/openapi.ts'

type Answer = paths['/v1/me/weeks']['get']['responses'][200]['content']['application/json']
export type OwnWeek = Answer['people'][number]['weeks'][number]
export type OwnSession = OwnWeek['sessions'][number]

export interface OwnDay {
  readonly sessions: readonly OwnSession[]
  readonly isAway: boolean
  /** False if the week isn't published. */
  readonly isKnown: boolean
}

export function dayIn(weeks: readonly OwnWeek[], day: string, monday: string): OwnDay {
  const week = weeks.find(({ from }) => from === monday)
  return {
    sessions: week?.sessions.filter(({ date }) => date === day) ?? [],
    isAway: week?.away.some(({ from, to }) => from <= day && day <= to) ?? false,
    isKnown: week !== undefined,
  }
}
