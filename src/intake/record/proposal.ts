/**
 * Generates a record for a network in England from open data: practices, list sizes and demand are real or estimated, people are
 * synthetic.
 */
import { LIMITS } from '../../policy.ts'
import type { Day } from '../../time.ts'
import { type Atlas, networkOf } from '../atlas.ts'
import { demandLevels, round, weeklyOf } from '../network/demand.ts'
import type { Evenings } from '../network/evenings.ts'
import { NEEDS } from '../network/needs.ts'
import { networkDocument } from '../network/network-document.ts'
import type { NetworkRecord } from '../record-document.ts'
import { recordWith } from './from-document.ts'

export interface ProposalRequest {
  /** Any day of the first week for which synthetic leave is generated, over a quarter. */
  readonly week: Day
  readonly seed: number
  readonly evenings?: Evenings
}

/** Deterministic: the same network, week and seed give the same record. Throws a BadInput for an unknown network or week. */
export function proposedRecord(atlas: Atlas, ods: string, request: ProposalRequest): NetworkRecord {
  const document = networkDocument(atlas, ods, { ...request, weeks: LIMITS.weeks })
  const { practices } = networkOf(atlas, ods)
  const levels = demandLevels(atlas, practices)
  const weekly = practices.flatMap((practice) =>
    NEEDS.map((model) => ({
      site: practice.ods,
      need: model.need.id,
      contacts: round(weeklyOf(practice, model, levels)),
    })),
  )
  const { plan } = document
  return recordWith(document, { source: 'atlas', weekly, ...(plan === undefined ? {} : { plan }) }, atlas)
}
