/** Checks a valid document for probable mistakes. */
import type { Remark } from '../remark.ts'
import type { Horizon } from '../time.ts'
import { openBankHolidays } from './remarks/bank-holidays.ts'
import { unknownContractYear } from './remarks/contract-year.ts'
import { contractsWithoutPlace } from './remarks/contracts.ts'
import { datesOutside } from './remarks/dates-outside.ts'
import { formerSites } from './remarks/former-sites.ts'
import { leavers } from './remarks/leavers.ts'
import type { Look } from './remarks/look.ts'
import { sameNames } from './remarks/same-names.ts'
import type { RotaDocument } from './rota-document.ts'

const LOOKS: readonly Look[] = [
  openBankHolidays,
  datesOutside,
  contractsWithoutPlace,
  leavers,
  formerSites,
  sameNames,
  unknownContractYear,
]

/** Nobody reads more remarks than this; the rest are only counted. */
const LISTED = 100

/** `noticed` are earlier remarks on the document's text. */
export function remarksOn(document: RotaDocument, horizon: Horizon, noticed: readonly Remark[]): readonly Remark[] {
  const all = [...noticed, ...LOOKS.flatMap((look) => look(document, horizon))]
  const rest = all.length - LISTED
  if (rest <= 0) return all
  const more = rest === 1 ? 'There is 1 more remark' : `There are ${rest} more remarks`
  return [...all.slice(0, LISTED), { pointer: '', detail: `${more}, not listed here.` }]
}
