/** How a role of a generated network is written down; what it costs depends on the year (`costs.ts`). */
import type { RoleDocument } from '../../rota-document.ts'

/** What a role may meet: minutes, and the share that returns to a GP. */
export type Meets = Record<string, { minutes: number; returns: number }>

export interface Work {
  /** Minutes with patients in a session of 250; the rest is paperwork, calls and meetings. */
  readonly patientMinutes: number
  /** Safe number of contacts in a day of two sessions. */
  readonly contactsADay: number
}

/** `funding` is who pays: core, training, locum, arrs, partner. At most two sites a week. */
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

/** The same share of returns for all needs of a role. */
export function meets(returns: number, minutes: Readonly<Record<string, number>>): Meets {
  return Object.fromEntries(Object.entries(minutes).map(([need, m]) => [need, { minutes: m, returns }]))
}

/** GPs who supervise others: partners and employed ones, not locums. */
export const SUPERVISORS: readonly string[] = ['gp-partner', 'salaried-gp', 'arrs-gp']

/** A GP somewhere in the network, for this many minutes a session. */
export function overTheTelephone(minutes: number) {
  return { minutes, by: [...SUPERVISORS], where: 'network' as const }
}

/** A GP in the same building, for this many minutes a session. */
export function inTheBuilding(minutes: number) {
  return { minutes, by: [...SUPERVISORS], where: 'site' as const }
}
