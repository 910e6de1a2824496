/** Likely prices of filling gaps from outside, in words. */
import type { Problem } from '../../../src/problem.ts'
import type { GapReport } from '../../../src/week-book.ts'
import { lowerFirst, roleTitle } from '../../../src/wording/names.ts'

/** "A locum GP costs about £385 a session."; empty if no price is known. */
export function priceWords(gaps: readonly GapReport[], problem: Problem): string {
  const [first] = gaps
  const prices = gaps.flatMap(({ price }) => (price === null ? [] : [price]))
  if (first === undefined || prices.length === 0) return ''
  const [least, most] = [Math.min(...prices), Math.max(...prices)]
  const role = lowerFirst(roleTitle(first.role, problem))
  const who = /locum/i.test(role) ? `A ${role}` : `A locum ${role}`
  return `${who} costs about £${least}${most > least ? ` to £${most}` : ''} a session.`
}
