/** Who pays for a role, in words, by its funding. */
const PAYERS: Readonly<Record<string, string>> = {
  core: 'practices',
  arrs: 'ARRS',
  locum: 'locums',
  training: 'the training programme',
  'practice-gp': 'practices’ GP reimbursement',
  partner: 'partner organisations',
}

/** For the middle of a sentence; an unknown funding is shown as it is. */
export function payerWords(funding: string): string {
  return PAYERS[funding] ?? funding
}
