/** How a report came about, in one paragraph. */
import type { Report } from '../../report.ts'
import { counted, whole } from '../figures.ts'

export function stampLine({ stamp, audit }: Report): string {
  const check = stamp.checked
    ? `checked: our own account of the rota and the optimiser's ${audit.agrees ? 'agree' : 'differ'}`
    : 'no rota to check'
  return [
    `${stamp.engine} ${stamp.engineVersion}`,
    `seed ${stamp.seed}`,
    `document ${stamp.documentHash.slice(0, 19)}`,
    `rules ${stamp.rulesVersion}`,
    `${stamp.seconds} s`,
    `${counted(stamp.columns, 'column')} (${whole(stamp.wholeColumns)} whole), ${counted(stamp.rows, 'row')}`,
    check,
  ].join(' · ')
}
