/** Helpers for defining a role of a generated network. Its cost depends on the year (`costs.ts`). */
import type { RoleDocument } from '../../rota-document.ts'

/** Needs a role can meet, with minutes and the share that returns to a GP. */
export type Meets = Record<string, { minutes: number; returns: number }>

export interface Work {
  /** Patient-facing minutes in a session of 250; the rest is paperwork, calls and meetings. */
  readonly patientMinutes: number
  /** Safe number of contacts in a day of two sessions. */
  readonly contactsADay: number
}

/** `funding` is who pays: core, training, locum, arrs, partner. Limited to two sites a week. */
export function role(id: string, title: string, funding: string, { patientMinutes, contactsADay }: Work) {
  return {
    id,
    title,
    sessionMinutes: 250,
    patientMinutes,
    maxContactsPerDay: contactsADay,
    maxSites: 2,
    funding,
  } satisfies RoleDocument
}

/** Applies the same share of returns to all needs of a role. */
export function meets(returns: number, minutes: Readonly<Record<string, number>>): Meets {
  return Object.fromEntries(Object.entries(minutes).map(([need, m]) => [need, { minutes: m, returns }]))
}

/** GPs who supervise: partners and salaried GPs, not locums. */
export const SUPERVISORS: readonly string[] = ['gp-partner', 'salaried-gp', 'arrs-gp']

/** Supervision by a GP anywhere in the network, in minutes per session. */
export function overTheTelephone(minutes: number) {
  return { minutes, by: [...SUPERVISORS], where: 'network' as const }
}

/** Supervision by a GP in the same building, in minutes per session. */
export function inTheBuilding(minutes: number) {
  return { minutes, by: [...SUPERVISORS], where: 'site' as const }
}
