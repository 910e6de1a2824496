/** Every tenth network in England, split into a half for fitting the generator and a half for validating it. */
import { type Atlas, type NetworkEntry, NO_NETWORK } from '../../src/intake/atlas.ts'
import { EXPECTED_RETURNS, NEEDS, NEEDS_PER_PATIENTS } from '../../src/intake/network/needs.ts'
import { networkDocument } from '../../src/intake/network/network-document.ts'
import { PATIENT_SHARE } from '../../src/policy.ts'
import { figuresOf, type NetworkFigures } from './figures.ts'
import type { HoldRequest } from './hold.ts'

/** An ordinary week, without bank holidays or flu clinics. */
export const WEEK = '2026-11-30'
export const SEED = 1

export type Half = 'fitted' | 'held out'

/** The Monday to plan, and the seed for generating people. */
export interface Drawing {
  readonly week: string
  readonly seed: number
}

export function networksOf(atlas: Atlas, half: Half): NetworkEntry[] {
  const tenth = [...atlas.networks.values()].filter(({ ods }) => ods !== NO_NETWORK).filter((_, i) => i % 10 === 0)
  return tenth.filter((_, i) => i % 2 === (half === 'fitted' ? 0 : 1))
}

/** The half a network belongs to; null if it isn't in the sample. */
export function halfOf(atlas: Atlas, network: NetworkEntry): Half | null {
  return (['fitted', 'held out'] as const).find((half) => networksOf(atlas, half).includes(network)) ?? null
}

/** Expected returns per 1,000 patients. */
export const RETURNS_PER_THOUSAND = (EXPECTED_RETURNS * 1000) / NEEDS_PER_PATIENTS

export const HOLD: HoldRequest = {
  perThousand: new Map(
    NEEDS.map(({ need, weekly }) => [
      need.id,
      ((weekly + (need.followUp === true ? EXPECTED_RETURNS : 0)) * 1000) / NEEDS_PER_PATIENTS,
    ]),
  ),
  dutyShare: PATIENT_SHARE.duty,
  duty: (role) => role.duty === true,
}

export async function figuresOfHalf(
  atlas: Atlas,
  half: Half,
  drawing: Drawing = { week: WEEK, seed: SEED },
): Promise<NetworkFigures[]> {
  const figures: NetworkFigures[] = []
  for (const { ods } of networksOf(atlas, half))
    figures.push(await figuresOf(networkDocument(atlas, ods, drawing), HOLD))
  return figures
}
