/** How many people of each role work in a network, and how much each: published where it is, national ratios elsewhere. */
import type { Atlas, NetworkEntry } from '../atlas.ts'
import { type Draw, draw } from './draw.ts'

/** One person to be: a role and contracted sessions a week; and the practice, where it is the employer. */
export interface Post {
  readonly role: string
  readonly sessions: number
  /** Practice that employs the person; null for people of the network. */
  readonly practice: string | null
  /** Position among the posts of this role and employer, from 0. */
  readonly ordinal: number
}

/** Sessions of a full-time week of 37.5 hours. */
const FULL_TIME = 9
/** A full-time equivalent above this is several people reported as one. */
const ONE_PERSON = 1.25
/** A week's sessions below which a role is left out. */
const LEAST_SESSIONS = 2

/** Our roles by the titles of the published workforce. Others (directors, managers, dieticians …) have no part in the rota. */
const PUBLISHED_ROLES: Readonly<Record<string, string>> = {
  'Advanced Pharmacist Practitioner': 'pharmacist',
  Pharmacist: 'pharmacist',
  'Pharmacy Technician': 'pharmacy-technician',
  'Advanced Physiotherapist Practitioner': 'physio',
  Physiotherapist: 'physio',
  'Advanced Paramedic Practitioner': 'paramedic',
  Paramedic: 'paramedic',
  'Physician Associate': 'physician-associate',
  'Social Prescribing Link Worker': 'social-prescriber',
  'Care Coordinator': 'care-coordinator',
  'Health and Wellbeing Coach': 'wellbeing-coach',
  'Nursing Associate': 'nursing-associate',
  // Both work as healthcare assistants do, as long as the one is in training.
  'Trainee Nursing Associate': 'hca',
  'Health Support Worker': 'hca',
}

interface Ratio {
  readonly role: string
  /** People in a network of 50,000 patients. */
  readonly heads: number
  /** Contracted sessions, and how often: they average to what the role's full-time equivalents give. */
  readonly sessions: readonly (readonly [number, number])[]
}

/**
 * Employed by practices: national full-time equivalents and heads over the population (NHS England, General Practice
 * Workforce, May 2025). */
const PRACTICE_RATIOS: readonly Ratio[] = [
  {
    role: 'gp',
    heads: 29,
    sessions: [
      [4, 8],
      [5, 8],
      [6, 20],
      [7, 18],
      [8, 46],
    ],
  },
  {
    role: 'gp-registrar',
    heads: 6,
    sessions: [
      [4, 20],
      [5, 10],
      [6, 25],
      [7, 45],
    ],
  },
  {
    role: 'anp',
    heads: 4,
    sessions: [
      [6, 25],
      [8, 30],
      [9, 45],
    ],
  },
  {
    role: 'practice-nurse',
    heads: 13,
    sessions: [
      [4, 15],
      [5, 15],
      [6, 20],
      [7, 15],
      [8, 20],
      [9, 15],
    ],
  },
  {
    role: 'hca',
    heads: 10,
    sessions: [
      [4, 20],
      [5, 15],
      [6, 20],
      [7, 10],
      [8, 20],
      [9, 15],
    ],
  },
]

/** People of networks that the published workforce of 2022 cannot show: these roles came, or were counted, later. */
const LATER_RATIOS: readonly Ratio[] = [
  {
    role: 'arrs-gp',
    heads: 2,
    sessions: [
      [6, 50],
      [8, 50],
    ],
  },
  {
    role: 'mental-health',
    heads: 1,
    sessions: [
      [8, 50],
      [9, 50],
    ],
  },
]

const PER_PATIENTS = 50_000
/** Patients from which a practice has a GP of its own, however the ratio rounds. */
const OWN_GP_FROM = 500

/** Posts of practices, practice by practice, then those of the network. */
export function postsOf(atlas: Atlas, network: NetworkEntry, seed: number): Post[] {
  return [
    ...PRACTICE_RATIOS.flatMap((ratio) => practicePosts(ratio, network, seed)),
    ...LATER_RATIOS.flatMap((ratio) => laterPosts(ratio, network, seed)),
    ...networkPosts(atlas, network),
  ]
}

/** True where the network's own people were published. */
export function hasPublishedStaff(atlas: Atlas, network: NetworkEntry): boolean {
  return (atlas.workforce.get(network.ods) ?? []).some(({ title }) => PUBLISHED_ROLES[title] !== undefined)
}

/** Heads are rounded for the network as a whole and shared out by list size, largest remainders first. */
function practicePosts(ratio: Ratio, network: NetworkEntry, seed: number): Post[] {
  const shares = network.practices.map((practice) => (practice.patients * ratio.heads) / PER_PATIENTS)
  const heads = shares.map(Math.floor)
  const left = Math.round(shares.reduce((a, b) => a + b, 0)) - heads.reduce((a, b) => a + b, 0)
  const byRemainder = shares
    .map((share, i) => [share - Math.floor(share), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
  for (const [, i] of byRemainder.slice(0, Math.max(0, left))) heads[i] = (heads[i] ?? 0) + 1
  return network.practices.flatMap((practice, i) => {
    const least = ratio.role === 'gp' && practice.patients >= OWN_GP_FROM ? 1 : 0
    const count = Math.max(least, heads[i] ?? 0)
    return Array.from({ length: count }, (_, ordinal) => {
      const own = draw(seed, practice.ods, ratio.role, ordinal, 'contract')
      // Where one or two GPs are all there is, they work most of the week.
      const sessions = ratio.role === 'gp' && count <= 2 ? 8 : drawnSessions(ratio, own)
      return { role: ratio.role, sessions, practice: practice.ods, ordinal }
    })
  })
}

function laterPosts(ratio: Ratio, network: NetworkEntry, seed: number): Post[] {
  const count = Math.round((network.patients * ratio.heads) / PER_PATIENTS)
  return Array.from({ length: count }, (_, ordinal) => {
    const own = draw(seed, network.ods, ratio.role, ordinal, 'contract')
    return { role: ratio.role, sessions: drawnSessions(ratio, own), practice: null, ordinal }
  })
}

function drawnSessions(ratio: Ratio, own: Draw): number {
  return own.pick(ratio.sessions, ([, weight]) => weight)[0]
}

function networkPosts(atlas: Atlas, network: NetworkEntry): Post[] {
  const published = hasPublishedStaff(atlas, network)
  const byRole = published ? publishedSessions(atlas, network) : typicalSessions(atlas, network)
  return [...byRole].flatMap(([role, all]) =>
    all.map((sessions, ordinal) => ({ role, sessions, practice: null, ordinal })),
  )
}

/** Sessions of each published person; a figure above one person's is split into whole people and a rest. */
function publishedSessions(atlas: Atlas, network: NetworkEntry): Map<string, number[]> {
  const roles = new Map<string, number[]>()
  for (const { title, ftes } of atlas.workforce.get(network.ods) ?? []) {
    const role = PUBLISHED_ROLES[title]
    if (role === undefined) continue
    const sessions = ftes.flatMap(people).map((fte) => Math.min(FULL_TIME, Math.round(fte * FULL_TIME)))
    roles.set(role, [...(roles.get(role) ?? []), ...sessions.filter((n) => n > 0)])
  }
  return roles
}

function people(fte: number): number[] {
  if (fte <= ONE_PERSON) return [fte]
  const whole = Math.floor(fte)
  return [...Array.from({ length: whole }, () => 1), fte - whole]
}

/** The mean of the networks that published, by patient: as few people as come to it, each with an equal share. */
function typicalSessions(atlas: Atlas, network: NetworkEntry): Map<string, number[]> {
  const { patients, ftes } = publishedTotals(atlas)
  const roles = new Map<string, number[]>()
  for (const [role, total] of ftes) {
    const sessions = (total / patients) * network.patients * FULL_TIME
    if (sessions < LEAST_SESSIONS) continue
    const heads = Math.max(1, Math.round(sessions / (FULL_TIME * 0.9)))
    roles.set(
      role,
      Array.from({ length: heads }, () => Math.min(FULL_TIME, Math.round(sessions / heads))),
    )
  }
  return roles
}

const totals = new WeakMap<Atlas, { patients: number; ftes: Map<string, number> }>()

/** Patients of the networks that published, and their full-time equivalents by role. */
function publishedTotals(atlas: Atlas): { patients: number; ftes: Map<string, number> } {
  const known = totals.get(atlas)
  if (known !== undefined) return known
  const ftes = new Map(Object.values(PUBLISHED_ROLES).map((role) => [role, 0]))
  let patients = 0
  for (const network of atlas.networks.values()) {
    if (!hasPublishedStaff(atlas, network)) continue
    patients += network.patients
    for (const staff of atlas.workforce.get(network.ods) ?? []) {
      const role = PUBLISHED_ROLES[staff.title]
      if (role !== undefined) ftes.set(role, (ftes.get(role) ?? 0) + staff.ftes.reduce((a, b) => a + b, 0))
    }
  }
  const result = { patients, ftes }
  totals.set(atlas, result)
  return result
}
