/** What the last unit of a priority costs later ones; verified by solving without it. */
import type { Level } from '../../src/breach.ts'
import type { PriorityPrice } from '../../src/mix-answer.ts'
import { gainOf, totalsOf } from './open-posts.ts'
import type { Base } from './values.ts'

interface Step {
  readonly level: Level
  readonly given: number
  readonly of: string
}

const STEPS: readonly Step[] = [
  { level: 'urgent', given: 3, of: 'urgent contacts' },
  { level: 'safety', given: 1, of: 'half days of duty cover' },
]

export async function priorityPrices(base: Base): Promise<PriorityPrice[]> {
  const { mix, open, answer, totals } = base
  const prices: PriorityPrice[] = []
  for (const { level, given, of } of STEPS) {
    const own = answer.levels.find((one) => one.level === level)
    const costs = mix.model.levels.find((one) => one.level === level)
    if (own === undefined || costs === undefined) continue
    // Contacts have different weights, so give up one of mean weight.
    const each =
      level === 'urgent' ? costs.costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.costs.length) : 1
    const without = await open.solve(new Map(), new Map([[level, own.value + given * each]]))
    if (without === null) continue
    const gain = gainOf(totalsOf(mix, open, without), totals)
    prices.push({
      level,
      given,
      of,
      gain,
      sentence: sentenceOf({ level, given, of }, -gain.urgent, gain.met - gain.urgent),
    })
  }
  return prices
}

function sentenceOf({ level, given, of }: Step, urgentLost: number, othersMet: number): string {
  const more = Math.max(0, Math.round(othersMet))
  if (level === 'urgent') {
    const lost = Math.max(0, Math.round(urgentLost * 10) / 10)
    return lost < 0.05
      ? 'The last urgent contacts cost nothing: leaving some would not let anybody else be seen.'
      : `Dealing with the last ${lost} ${of} costs ${more} other ${contacts(more)} in the week.`
  }
  return more === 0
    ? 'The last half day of duty cover costs no other contact.'
    : `The last ${given === 1 ? 'half day of duty cover' : `${given} ${of}`} costs ${more} ${contacts(more)} in the week.`
}

function contacts(count: number): string {
  return count === 1 ? 'contact' : 'contacts'
}
