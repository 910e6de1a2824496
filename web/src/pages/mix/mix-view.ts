/** What of the staffing mix stands in its address, so that a link shows a colleague the same. */
import { isDay } from '../../parts/dates.ts'
import type { Scenario, WhatIf } from './what-ifs.ts'

/** Sessions that a slider moves at once: one, a half-time post, a whole one. */
export const STEPS = [1, 4.5, 9] as const
export type Step = (typeof STEPS)[number]

export interface MixSearch {
  /** A Monday; default: next week. */
  readonly week?: string
  readonly more?: Scenario['more']
  readonly also?: readonly WhatIf[]
  /** Side by side with the week as it is and the sliders. */
  readonly beside?: readonly Scenario[]
  readonly step?: Step
  /** Whose curve is drawn. */
  readonly curve?: string
  /** Pounds a year for further posts, and who pays for them. */
  readonly spend?: number
  readonly payer?: string
}

type Fields = Readonly<Record<string, unknown>>
const MOST_BESIDE = 8

/** Without what stands at its default, or cannot be read. */
export function readMixSearch(given: Fields | MixSearch): MixSearch {
  const { week, step, curve, spend, payer } = given
  const more = readMore(given.more)
  const also = readAlso(given.also)
  const beside = Array.isArray(given.beside) ? given.beside.flatMap(readScenario).slice(0, MOST_BESIDE) : []
  return {
    ...(typeof week === 'string' && isDay(week) ? { week } : {}),
    ...(Object.keys(more).length > 0 ? { more } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    ...(step === 4.5 || step === 9 ? { step } : {}),
    ...(typeof curve === 'string' && curve !== '' ? { curve } : {}),
    ...(isAmount(spend, 1e7) ? { spend } : {}),
    ...(typeof payer === 'string' && payer !== '' ? { payer } : {}),
  }
}

/** The view with some of it changed. What is not changed stays the same value, so that nothing is worked out again for it. */
export function changedView(view: MixSearch, changed: MixSearch): MixSearch {
  const kept = Object.entries(view).filter(([field]) => !(field in changed))
  return { ...Object.fromEntries(kept), ...readMixSearch(changed) }
}

export function readScenario(given: unknown): Scenario[] {
  const { name, more, also } = fieldsOf(given)
  if (typeof name !== 'string' || name.trim() === '') return []
  return [{ name: name.trim().slice(0, 80), more: readMore(more), also: readAlso(also) }]
}

function readMore(given: unknown): Scenario['more'] {
  const rows = Object.entries(fieldsOf(given)).filter(([, n]) => typeof n === 'number' && n !== 0 && Math.abs(n) <= 400)
  return Object.fromEntries(rows) as Scenario['more']
}

function readAlso(given: unknown): WhatIf[] {
  return Array.isArray(given) ? given.flatMap(readWhatIf).slice(0, 10) : []
}

function readWhatIf(given: unknown): WhatIf[] {
  const { kind, patients, share, role, site, factor } = fieldsOf(given)
  if (kind === 'joins' && isAmount(patients, 1e5) && patients >= 500) return [{ kind, patients }]
  if (kind === 'gps-lose' && isAmount(share, 1) && share > 0) return [{ kind, share }]
  if (kind === 'hub' && typeof role === 'string' && typeof site === 'string') return [{ kind, role, site }]
  if (kind === 'duty-desk') return [{ kind }]
  return kind === 'demand' && isAmount(factor, 10) ? [{ kind, factor }] : []
}

function isAmount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= most
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
