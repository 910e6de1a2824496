/** A person's own sessions, in the words of a telephone. */
import type { paths } from '../../../../client/openapi.ts'

type Answer = paths['/v1/me/weeks']['get']['responses'][200]['content']['application/json']
export type OwnWeek = Answer['people'][number]['weeks'][number]
export type OwnSession = OwnWeek['sessions'][number]

const WORDS: Readonly<Record<string, string>> = {
  clinic: 'Clinic',
  duty: 'Duty',
  visits: 'Home visits',
  supervision: 'Supervision',
  admin: 'Admin',
  training: 'Time to learn',
  outside: 'Partner organisation',
}

export function workOf({ work, remote }: Pick<OwnSession, 'work' | 'remote'>): string {
  return work === 'clinic' && remote === true ? 'Phone clinic' : (WORDS[work] ?? work)
}

/** "8:30am" */
export function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const half = hours < 12 ? 'am' : 'pm'
  const twelve = hours % 12 === 0 ? 12 : hours % 12
  return minutes === 0 ? `${twelve}${half}` : `${twelve}:${String(minutes).padStart(2, '0')}${half}`
}

export interface OwnDay {
  readonly sessions: readonly OwnSession[]
  readonly isAway: boolean
  /** False where the week is not published, and nobody knows yet. */
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
