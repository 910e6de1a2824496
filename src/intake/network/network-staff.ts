/**
 * Generates the people a network employs under the Additional Roles Reimbursement Scheme. What 1,105 networks published for September
 * 2022 gives each network's choice of roles; England's current numbers give the total of each role.
 */

import { CAPS_2025 } from '../../reimbursement-caps.ts'
import type { Atlas, NetworkEntry } from '../atlas.ts'
import { draw } from './draw.ts'
import { NETWORK_RATES } from './england-staff.ts'
import { FULL_TIME, type Post } from './post.ts'
import { ROLE_COSTS } from './roles/costs.ts'
import { atLeastOne, headsFor, sharedOut } from './sharing.ts'

/** Titles in the published workforce → our roles. Other titles (directors, managers, unnamed ones) aren't part of a rota. */
const PUBLISHED_ROLES: Readonly<Record<string, string>> = {
  'Advanced Pharmacist Practitioner': 'pharmacist',
  Pharmacist: 'pharmacist',
  'Pharmacy Technician': 'pharmacy-technician',
  'Advanced Physiotherapist Practitioner': 'physio',
  Physiotherapist: 'physio',
  'Advanced Paramedic Practitioner': 'paramedic',
  Paramedic: 'paramedic',
  'Physician Associate': 'physician-assistant',
  'Social Prescribing Link Worker': 'social-prescriber',
  'Care Coordinator': 'care-coordinator',
  'Health and Wellbeing Coach': 'wellbeing-coach',
  'Nursing Associate': 'nursing-associate',
  'Trainee Nursing Associate': 'support-worker',
  'Health Support Worker': 'support-worker',
  'Advanced Occupational Therapist Practitioner': 'occupational-therapist',
  'Therapist- Occupational Therapist': 'occupational-therapist',
  'Advanced Dietician Practitioner': 'dietitian',
  Dietician: 'dietitian',
  'Advanced Podiatrist Practitioner': 'podiatrist',
  Podiatrist: 'podiatrist',
}

/** Roles in the publication of 2022. The others were introduced, or first counted, later, and are distributed evenly. */
const CHOSEN = [...new Set(Object.values(PUBLISHED_ROLES))]
const LATER = Object.keys(NETWORK_RATES).filter((role) => !CHOSEN.includes(role))

/** Full-time equivalents per 10,000 patients below which a published team is assumed to be incomplete. */
const PLAUSIBLE_FROM = 1
/** Teams have doubled since: this share follows the network's own choice of roles, the rest England's mix. */
const OWN_CHOICE = 0.7
/** Iterations of fitting roles and networks alternately to their totals. */
const ROUNDS = 30
/** Usual sessions of a person employed by a network, and the minimum for creating a post. */
const USUAL_SESSIONS = 8.8
const LEAST_SESSIONS = 6

/** Posts of the network's own people, by role. */
export function networkPosts(atlas: Atlas, network: NetworkEntry, seed: number): Post[] {
  const chosen = teams(atlas).get(network.ods) ?? typicalTeam(network)
  const all = new Map([...chosen, ...LATER.map((role): [string, number] => [role, typical(role, network)])])
  return Object.keys(NETWORK_RATES).flatMap((role) => {
    const lot = draw(seed, network.ods, role, 'post').next()
    const sessions = atLeastOne((all.get(role) ?? 0) * FULL_TIME, lot, LEAST_SESSIONS)
    const heads = headsFor(sessions, USUAL_SESSIONS)
    const each = sharedOut(
      sessions,
      Array.from({ length: heads }, () => 1),
    )
    return each.map((n, ordinal) => ({ role, sessions: n, practice: null, ordinal }))
  })
}

/** True if the network's own staff are published and plausible as a complete team. */
export function hasPublishedStaff(atlas: Atlas, network: NetworkEntry): boolean {
  const all = [...published(atlas, network).values()].reduce((sum, fte) => sum + fte, 0)
  return network.patients > 0 && (all * 10_000) / network.patients >= PLAUSIBLE_FROM
}

/** Full-time equivalents by role, as published. */
function published(atlas: Atlas, network: NetworkEntry): Map<string, number> {
  const roles = new Map<string, number>()
  for (const { title, ftes } of atlas.workforce.get(network.ods) ?? []) {
    const role = PUBLISHED_ROLES[title]
    if (role === undefined) continue
    roles.set(role, (roles.get(role) ?? 0) + ftes.reduce((sum, fte) => sum + fte, 0))
  }
  return roles
}

/** England's mean for this number of patients. */
function typical(role: string, { patients }: NetworkEntry): number {
  return ((NETWORK_RATES[role]?.rate ?? 0) * patients) / 10_000
}

function typicalTeam(network: NetworkEntry): Map<string, number> {
  return new Map(CHOSEN.map((role) => [role, typical(role, network)]))
}

const fitted = new WeakMap<Atlas, ReadonlyMap<string, ReadonlyMap<string, number>>>()

/**
 * Full-time equivalents by network and role, for networks with plausible published figures. Fitted to two sets of totals by iterative
 * proportional fitting: each network's funding per weighted patient, and England's number of each role.
 */
function teams(atlas: Atlas): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const known = fitted.get(atlas)
  if (known !== undefined) return known
  const networks = [...atlas.networks.values()].filter((network) => hasPublishedStaff(atlas, network))
  const made = new Map(networks.map((network) => [network.ods, firstTeam(atlas, network)]))
  const patients = networks.reduce((sum, network) => sum + network.patients, 0)
  const weighted = networks.reduce((sum, network) => sum + weightedPatients(network), 0)
  const money = CHOSEN.reduce((sum, role) => sum + costOf(role) * wanted(role, patients), 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const role of CHOSEN) {
      const total = networks.reduce((sum, { ods }) => sum + (made.get(ods)?.get(role) ?? 0), 0)
      for (const team of made.values()) scale(team, [role], total > 0 ? wanted(role, patients) / total : 0)
    }
    for (const network of networks) {
      const team = made.get(network.ods) ?? new Map()
      const spent = [...team].reduce((sum, [role, fte]) => sum + costOf(role) * fte, 0)
      scale(team, CHOSEN, (money * weightedPatients(network)) / weighted / spent)
    }
  }
  fitted.set(atlas, made)
  return made
}

function wanted(role: string, patients: number): number {
  return ((NETWORK_RATES[role]?.rate ?? 0) * patients) / 10_000
}

/** Pounds a year. Independent of the week planned, so that people don't come and go with the contract year. */
function costOf(role: string): number {
  const cost = ROLE_COSTS[role]
  return cost !== undefined && 'as' in cost ? (CAPS_2025.get(cost.as)?.value ?? 0) : 0
}

function weightedPatients({ practices }: NetworkEntry): number {
  return practices.reduce((sum, practice) => sum + practice.patients * (practice.weight ?? 1), 0)
}

/** Starting point: the network's own mix of roles, blended with England's. */
function firstTeam(atlas: Atlas, network: NetworkEntry): Map<string, number> {
  const own = published(atlas, network)
  const ownTotal = [...own.values()].reduce((sum, fte) => sum + fte, 0)
  const mean = typicalTeam(network)
  const meanTotal = [...mean.values()].reduce((sum, fte) => sum + fte, 0)
  return new Map(
    CHOSEN.map((role) => [
      role,
      (OWN_CHOICE * (own.get(role) ?? 0)) / ownTotal + ((1 - OWN_CHOICE) * (mean.get(role) ?? 0)) / meanTotal,
    ]),
  )
}

function scale(team: Map<string, number>, roles: readonly string[], factor: number): void {
  for (const role of roles) team.set(role, (team.get(role) ?? 0) * factor)
}
