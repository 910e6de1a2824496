/** Cost of sessions and who pays: exact, from the week and the sliders. */
import { claimedInAWeek } from '../../../../solver/mix/claims.ts'
import type { MixSketch } from '../../api.ts'

export interface Costs {
  /** Pounds over the sketch's weeks. */
  readonly total: number
  readonly byFunding: readonly { readonly funding: string; readonly pounds: number }[]
  /** Additional Roles Reimbursement Scheme, per week a 52nd of the year's amounts; null if the network has none of its roles. */
  readonly arrs: { readonly used: number; readonly of: number; readonly left: number } | null
  /** The part that isn't reimbursed. */
  readonly net: number
}

export function costsOf({ cost, roles, weeks }: MixSketch, more: Readonly<Record<string, number>>): Costs {
  const byFunding = new Map(Object.entries(cost.byFunding))
  for (const { id, funding, costPerSession } of roles)
    byFunding.set(funding, (byFunding.get(funding) ?? 0) + (more[id] ?? 0) * costPerSession * weeks)
  const total = [...byFunding.values()].reduce((sum, pounds) => sum + pounds, 0)
  const claimed = roles.filter(({ funding }) => funding === 'arrs')
  const further = claimed.map(({ id, costPerSession }) => claimedInAWeek(more[id] ?? 0, costPerSession))
  const used = further.reduce((sum, pounds) => sum + pounds * weeks, cost.arrs?.used ?? 0)
  const of = cost.arrs?.of ?? 0
  // Beyond the allowance, the network pays part of the cost of every session in these roles.
  const covered = used > of ? of / used : 1
  return {
    total,
    byFunding: [...byFunding].map(([funding, pounds]) => ({ funding, pounds })),
    arrs: cost.arrs === null ? null : { used, of, left: of - used },
    net: total - (byFunding.get('arrs') ?? 0) * covered - (byFunding.get('partner') ?? 0),
  }
}

/** Why sessions worked and claims differ. The weeks are those of src/pay-weeks.ts. */
export const CLAIM_NOTE =
  'Pay is for sessions worked: each costs a 44th of a year’s pay for it, since people are paid through leave and bank holidays too. ARRS is claimed in 52nds of a year’s pay, every week. So a session adds less to the week’s claim than to its pay; over a year both are the same.'

const PAYERS: Readonly<Record<string, string>> = {
  core: 'Practices',
  arrs: 'ARRS',
  'practice-gp': 'GP reimbursement of practices',
  partner: 'Partner organisations',
  training: 'The training programme',
  locum: 'Practices, for locums',
}

export function payerName(funding: string): string {
  return PAYERS[funding] ?? funding
}
