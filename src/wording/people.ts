/** Describes a group of people in a few words. */
import { grouped } from '../grouped.ts'
import type { Problem } from '../problem.ts'
import { lowerFirst, peopleNames, roleTitle } from './names.ts'

/** Up to this many people are named individually. */
const NAMED = 3

/** Up to this many roles are listed; if there are more, only the three with the most people. */
const ROLES = 4

/**
 * "GP 1 and GP 2". For more than three people, numbers by role: "5 GPs and 2 practice nurses". For many roles, the largest: "5 GPs, 3
 * paramedics, 2 practice nurses and 6 others".
 */
export function crowd(ids: readonly string[], problem: Problem): string {
  if (ids.length <= NAMED) return peopleNames(ids, problem)
  const byRole = grouped(ids, (id) => problem.personById.get(id)?.role ?? '')
  if (byRole.length <= ROLES) return listed(byRole.map((people) => ofOneRole(people, problem)))
  const largest = [...byRole].sort((a, b) => b.length - a.length).slice(0, ROLES - 1)
  const others = ids.length - largest.reduce((sum, people) => sum + people.length, 0)
  return listed([...largest.map((people) => ofOneRole(people, problem)), `${others} others`])
}

function ofOneRole(people: readonly string[], problem: Problem): string {
  const title = lowerFirst(roleTitle(problem.personById.get(people[0] ?? '')?.role, problem))
  return people.length === 1 ? `1 ${title}` : `${people.length} ${plural(title)}`
}

/** "is" for one, "are" for several. */
export function are(ids: readonly string[]): string {
  return ids.length === 1 ? 'is' : 'are'
}

/** "does" for one, "do" for several. */
export function doDoes(ids: readonly string[]): string {
  return ids.length === 1 ? 'does' : 'do'
}

/** "one", "one and another", "one, another and a third". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Plural of a job title: "nurses", "coaches", "GPs", "GPs employed by the network". */
export function plural(title: string): string {
  const [head = title] = title.split(/ (?=employed |of |for |in |by |with )/)
  const rest = title.slice(head.length)
  if (/(s|x|ch|sh)$/.test(head)) return `${head}es${rest}`
  return /[^aeiou]y$/.test(head) ? `${head.slice(0, -1)}ies${rest}` : `${head}s${rest}`
}
