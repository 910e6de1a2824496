/** Names of people, places and times for sentences. No rule's `add` or `check` uses this file. */
import type { Breach } from '../breach.ts'
import type { Problem } from '../problem.ts'
import { dayName, sessionName } from '../time.ts'

export function siteName(id: string | undefined, problem: Problem): string {
  return problem.siteById.get(id ?? '')?.name ?? 'the network'
}

export function personName(id: string | undefined, problem: Problem): string {
  return problem.personById.get(id ?? '')?.name ?? 'somebody'
}

/** "GP 1, GP 2 and Nurse 3". */
export function peopleNames(ids: readonly string[], problem: Problem): string {
  const names = ids.map((id) => personName(id, problem))
  return names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function roleTitle(id: string | undefined, problem: Problem): string {
  return problem.roleById.get(id ?? '')?.title ?? 'anybody'
}

export function needTitle(id: string | undefined, problem: Problem): string {
  return problem.needById.get(id ?? '')?.title ?? 'any need'
}

/** "Monday morning", "Monday", "the week" or "week 2", as precise as the breach. */
export function when(breach: Breach, problem: Problem): string {
  const { horizon } = problem
  const session = breach.session === undefined ? undefined : horizon.sessions[breach.session]
  if (session !== undefined) return sessionName(session, horizon)
  const date = breach.day === undefined ? undefined : horizon.days[breach.day]
  if (date !== undefined) return dayName(date, horizon)
  return breach.week === undefined || horizon.weeks === 1 ? 'the week' : `week ${breach.week + 1}`
}

/** "1 session", "2.5 sessions": at most one decimal, with the noun in the singular or plural. */
export function count(amount: number, word: string): string {
  const shown = figureWords(amount)
  return `${shown} ${word}${shown === '1' ? '' : 's'}`
}

/** "410 contacts" of 410.3, since nobody sees a third of a patient; "less than 1 contact". */
export function wholeCount(amount: number, word: string): string {
  const whole = Math.round(amount)
  return whole === 0 ? `less than 1 ${word}` : count(whole, word)
}

/** "2.5", "1,240": at most one decimal. */
export function figureWords(amount: number): string {
  return (Math.round(amount * 10) / 10).toLocaleString('en-GB')
}

/** Lower-cases the first letter of a title, unless it is an abbreviation: "Practice nurse" becomes "practice nurse", "GP" stays. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
