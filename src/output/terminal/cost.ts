/** What the week costs and who pays, for a terminal. */
import type { CostReport } from '../../report.ts'
import { percent, pounds } from '../figures.ts'
import type { Print } from './print.ts'
import { wrap } from './wrap.ts'

/** Who pays, by funding; any other funding keeps its own name. */
const PAYERS: Readonly<Record<string, string>> = {
  core: 'practices',
  arrs: 'ARRS',
  locum: 'locums',
  partner: 'partner organisations',
}

export function costLines({ total, byFunding, allowance }: CostReport, print: Print): string[] {
  const pots = Object.entries(byFunding).filter(([, amount]) => amount > 0)
  const split = pots.map(([funding, amount]) => `${PAYERS[funding] ?? funding} ${pounds(amount)}`)
  const { arrs } = allowance
  const words = `${pounds(total)} for the sessions of this rota${split.length > 1 ? `: ${split.join(', ')}` : ''}.`
  const money =
    arrs === undefined || arrs.of === 0
      ? []
      : [
          `ARRS roles use ${pounds(arrs.used)} of the ${pounds(arrs.of)} that the network may claim for these weeks (${percent(arrs.used / arrs.of)}).`,
          ...(print.all === true ? [`Allowance: ${arrs.source}.`] : []),
        ]
  return [words, ...money].flatMap((line) => wrap(line, print.width))
}
