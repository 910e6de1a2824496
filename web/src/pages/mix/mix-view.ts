/** The state of the mix page kept in its URL, so that a shared link shows the same. */
import { isDay } from '../../parts/dates.ts'
import type { Scenario, WhatIf } from './what-ifs.ts'

/** Slider steps in sessions: one session, a half-time post, a full-time post. */
export const STEPS = [1, 4.5, 9] as const
export type Step = (typeof STEPS)[number]

export interface MixSearch {
  /** A Monday; default: next week. */
  readonly week?: string
  readonly more?: Scenario['more']
  readonly also?: readonly WhatIf[]
  /** Scenarios compared with the current week and the sliders. */
  readonly beside?: readonly Scenario[]
  readonly step?: Step
  /** The role whose curve is shown. */
  readonly curve?: string
  /** Pounds a year for further posts, and who pays for them. */
  readonly spend?: number
  readonly payer?: string
}

type Fields = Readonly<Record<string, unknown>>
const MOST_BESIDE = 8

/** Drops defaults and invalid values. */
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

/** The view with some fields changed. Unchanged fields keep their identity, so that nothing is recomputed for them. */
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
  const { kind, patients, share, role, site, factor, sessions } = fieldsOf(given)
  if (kind === 'joins' && isAmount(patients, 1e5) && patients >= 500) return [{ kind, patients }]
  if (kind === 'gps-lose' && isAmount(share, 1) && share > 0) return [{ kind, share }]
  if (kind === 'hub' && typeof role === 'string' && typeof site === 'string') return [{ kind, role, site }]
  if (kind === 'duty-desk') return [{ kind }]
  if (kind === 'training' && typeof role === 'string' && isAmount(sessions, 400) && sessions > 0)
    return [{ kind, role, sessions }]
  return kind === 'demand' && isAmount(factor, 10) ? [{ kind, factor }] : []
}

function isAmount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= most
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
