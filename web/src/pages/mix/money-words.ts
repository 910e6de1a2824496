/** What money buys and who pays it, in sentences. */
import type { MixAnswer } from '../../api.ts'
import { plural, pounds, whole } from '../../parts/week/figures.ts'

/** "The ARRS allowance is used up already: today’s contracts claim £618 a year more than its £1,235,312." */
export function potWords({ pot, of, used, estimate }: MixAnswer['pots'][number], spend: number): string {
  const name = pot === 'arrs' ? 'ARRS allowance' : 'practices’ GP reimbursement scheme'
  const size = `${pounds(of)}${estimate ? ' (an estimate)' : ''}`
  if (used >= of) {
    const over = `today’s contracts claim ${pounds(used - of)} a year more than its ${size}`
    return `The ${name} is used up already: ${over}. The choice below supposes that ${pounds(spend)} more can be claimed.`
  }
  const left = `Of the ${name}’s ${size}, ${pounds(of - used)} is left this year.`
  return spend > of - used ? `${left} The choice below supposes that all of ${pounds(spend)} can be claimed.` : left
}

/** "104 more contacts met in the week. Nobody was late before, so all of these shorten lists." */
export function gainWords({ met, inTime }: { readonly met: number; readonly inTime: number }, isNobodyLate: boolean) {
  const contacts = `${plural(Math.round(met), 'more contact')} met in the week`
  if (isNobodyLate) return `${contacts}. Nobody was late before, so all of these shorten lists.`
  const change = Math.round(inTime)
  if (change === 0) return `${contacts}, and as many met in time as before.`
  return `${contacts}, and ${whole(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} met in time.`
}

/** "nothing: ARRS pays", "£274: ARRS is used up". */
export function leftWords({
  pot,
  cost,
  netCost,
}: Pick<MixAnswer['values'][number], 'pot' | 'cost' | 'netCost'>): string {
  if (netCost < 0.5)
    return cost < 0.5 ? 'nothing' : `nothing: ${pot === null ? 'a partner organisation pays' : CLAIMS[pot].pays}`
  return pot !== null && netCost > cost - 0.5 ? `${pounds(netCost)}: ${CLAIMS[pot].spent}` : pounds(netCost)
}

const CLAIMS = {
  arrs: { pays: 'ARRS pays', spent: 'ARRS is used up' },
  'practice-gp': { pays: 'practices’ GP reimbursement pays', spent: 'GP reimbursement is used up' },
} as const
