/** The week's cost and who pays, for a terminal. */
import type { AllowanceReport, CostReport } from '../../report.ts'
import { percent, pounds } from '../figures.ts'
import type { Print } from './print.ts'
import { wrap } from './wrap.ts'

/** Names of payers by funding; unknown funding is shown as it is. */
const PAYERS: Readonly<Record<string, string>> = {
  core: 'practices',
  arrs: 'ARRS',
  locum: 'locums',
  'practice-gp': 'practices’ GP reimbursement',
  partner: 'partner organisations',
}

export function costLines({ total, byFunding, allowance }: CostReport, weeks: number, print: Print): string[] {
  const pots = Object.entries(byFunding).filter(([, amount]) => amount > 0)
  const split = pots.map(([funding, amount]) => `${PAYERS[funding] ?? funding} ${pounds(amount)}`)
  const { arrs, practiceGp } = allowance
  const words = `${pounds(total)} for contracts, worked or not, and extra sessions${split.length > 1 ? `: ${split.join(', ')}` : ''}.`
  const money = [
    ...against(arrs, { roles: 'ARRS roles', who: 'the network', weeks }, print),
    ...against(
      practiceGp,
      { roles: 'GPs paid from practices’ own GP reimbursement', who: 'the practices', weeks },
      print,
    ),
  ]
  return [words, ...money].flatMap((line) => wrap(line, print.width))
}

/** Use of a scheme's funding; empty if it funds no role in the document. */
function against(
  scheme: AllowanceReport | undefined,
  { roles, who, weeks }: { readonly roles: string; readonly who: string; readonly weeks: number },
  { all }: Print,
): string[] {
  if (scheme === undefined || scheme.of === 0) return []
  const { used, of, source } = scheme
  const time = weeks === 1 ? 'the week' : 'these weeks'
  const part = weeks === 1 ? 'a 52nd' : `${weeks} 52nds`
  const over = used > of ? ` ${pounds(used - of)} is more than may be claimed: agree who pays it.` : ''
  return [
    `${roles} use ${pounds(used)} of the ${pounds(of)} that ${who} may claim for ${time}, ${part} of the year’s (${percent(used / of)}).${over}`,
    ...(all === true ? [`Allowance: ${source}.`] : []),
  ]
}
