/** Explains the assumed safe day of a GP next to the daily figures. */
import { WORKLOADS, type WorkloadName } from '../../policy.ts'
import type { Problem } from '../../problem.ts'
import type { Report } from '../../report.ts'
import { whole } from '../figures.ts'
import type { Paper } from './ink.ts'
import { wrap } from './wrap.ts'

const { BMA_SAFE } = WORKLOADS
const BMA = `the BMA recommends ${BMA_SAFE.contacts}`

/** Where each preset comes from (sources are in src/policy.ts). */
const MEANING: Readonly<Record<WorkloadName, string>> = {
  BMA_SAFE: 'the setting BMA_SAFE, what the BMA recommends',
  AS_WORKED: `the setting AS_WORKED, near what GPs in England do; ${BMA}`,
  STRETCHED: `the setting STRETCHED; ${BMA}`,
}

/** A line on the roles that may hold the duty, because the national figures are about them. Empty if nothing limits their days. */
export function safeDayLines({ basis }: Report, { roleById }: Problem, paper: Paper): string[] {
  const days = (basis?.safeDays ?? []).filter(({ role }) => roleById.get(role)?.duty === true)
  const kinds = [...new Set(days.map(({ contacts, minutes, preset }) => wordsOf({ contacts, minutes, preset })))]
  return kinds.flatMap((words) => wrap(words, paper.width))
}

function wordsOf({
  contacts,
  minutes,
  preset,
}: {
  contacts: number
  minutes: number
  preset: WorkloadName | undefined
}) {
  const why = preset === undefined ? `set in this document; ${BMA}` : MEANING[preset]
  return `A GP’s day may hold ${whole(contacts)} appointments of ${whole(minutes)} minutes, or more of shorter ones (${why}).`
}
