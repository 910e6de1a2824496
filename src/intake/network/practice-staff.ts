/**
 * Generates the people a practice employs, trains and books, from its reported figures; from England's mean if it reported none or
 * implausible ones.
 */
import type { StaffGroup } from '../atlas/practice-staff.ts'
import type { Atlas, PracticeEntry } from '../atlas.ts'
import { type Draw, draw } from './draw.ts'
import { englandRates, reportedRate } from './england-staff.ts'
import { FULL_TIME, type Post } from './post.ts'
import { atLeastOne, headsFor, sharedOut } from './sharing.ts'

/**
 * How far a practice's deviation from England is kept. Appointments vary much less between networks than reported staff do (some staff
 * are employed by a neighbour, a federation or an agency, some are reported late), so part of the deviation isn't real. GPs are reported
 * best. Fitted on half of the networks: docs/credible.md.
 */
const KEPT: Readonly<Record<StaffGroup, number>> = { gp: 0.5, 'trainee-locum': 0.15, nurse: 0.15, care: 0.15 }

/** Reports outside these multiples of England's rate are treated as errors. */
const PLAUSIBLE = { least: 0.15, most: 4 } as const

/** Default sessions per person: England's full-time equivalents divided by headcount. */
const USUAL_SESSIONS: Readonly<Record<StaffGroup, number>> = { gp: 6.4, 'trainee-locum': 8.1, nurse: 6.3, care: 6.6 }

/** Practices with at least this many patients have a GP of their own, whatever the rounding. */
const OWN_GP_FROM = 500
/** Three in five full-time equivalents of GPs are partners (40% salaried, September 2024), and partners work more. */
const PARTNERS = { heads: 0.52, weight: 1.15, others: 0.9 } as const
/** Below this, in full-time equivalents, the person is a locum: a registrar works in one practice for most of the week. */
const SMALLEST_REGISTRAR = 0.75
/**
 * Probability that a practice with registrars also has a locum, and for how much, so that one in nine of the group are locums, as in
 * England.
 */
const LOCUM_BESIDE = { chance: 0.4, fte: 0.5 } as const
/** One nurse in four is an advanced practitioner (3,300 of 16,040 in 2018, growing by 8% a year). */
const ADVANCED = 0.27
/** Other patient-facing staff, by headcount. The split is an assumption, because the publication gives practices a single figure. */
const CARE_ROLES = [
  ['hca', 66],
  ['phlebotomist', 8],
  ['practice-pharmacist', 15],
  ['practice-paramedic', 11],
] as const

/** Posts of one practice, GPs first. */
export function practicePosts(atlas: Atlas, practice: PracticeEntry, seed: number): Post[] {
  const made = [
    ...gpPosts(atlas, practice, seed),
    ...traineeAndLocumPosts(atlas, practice, seed),
    ...teamPosts(atlas, { practice, group: 'nurse', seed }, nurseRole),
    ...teamPosts(atlas, { practice, group: 'care', seed }, careRole),
  ]
  return numbered(made.map(([role, sessions]) => ({ role, sessions, practice: practice.ods })))
}

type Made = readonly [role: string, sessions: number]

/** A group's contracted sessions per week, before rounding. */
function sessionsOf(atlas: Atlas, practice: PracticeEntry, group: StaffGroup): number {
  const england = englandRates(atlas)[group]
  const own = plausibleRate(practice, group, england)
  const kept = own === null ? england : england + KEPT[group] * (own - england)
  return (kept * practice.patients * FULL_TIME) / 10_000
}

/** For trainees and locums, zero is plausible: most small practices have neither. */
function plausibleRate(practice: PracticeEntry, group: StaffGroup, england: number): number | null {
  const rate = reportedRate(practice, group)
  if (rate === null || rate > PLAUSIBLE.most * england) return null
  return group !== 'trainee-locum' && rate < PLAUSIBLE.least * england ? null : rate
}

/** Sessions per person, as the practice reported them. */
function perHead(practice: PracticeEntry, group: StaffGroup): number {
  const count = practice.staff?.groups[group]
  if (count === null || count === undefined || count.heads <= 0 || count.fte <= 0) return USUAL_SESSIONS[group]
  return Math.min(FULL_TIME, Math.max(3.5, (count.fte * FULL_TIME) / count.heads))
}

function gpPosts(atlas: Atlas, practice: PracticeEntry, seed: number): Made[] {
  const own = draw(seed, practice.ods, 'gps')
  const sessions = sessionsOf(atlas, practice, 'gp')
  if (sessions < 4 && practice.patients < OWN_GP_FROM) return []
  // If there are only one or two GPs, they work most of the week.
  const heads = Math.max(1, sessions <= 18 ? Math.ceil(sessions / 8) : headsFor(sessions, perHead(practice, 'gp')))
  const partners = Math.min(heads, Math.max(1, Math.round(heads * PARTNERS.heads + own.next() - 0.5)))
  const isPartner = Array.from({ length: heads }, (_, i) => i < partners)
  const shared = sharedOut(
    Math.max(heads === 1 ? 6 : 4, sessions),
    isPartner.map((yes) => (yes ? PARTNERS.weight : PARTNERS.others) * varied(own)),
  )
  return shared.map((n, i) => [isPartner[i] ? 'gp-partner' : 'salaried-gp', n])
}

function traineeAndLocumPosts(atlas: Atlas, practice: PracticeEntry, seed: number): Made[] {
  const own = draw(seed, practice.ods, 'trainees and locums')
  const all = sessionsOf(atlas, practice, 'trainee-locum')
  const reported = practice.staff?.groups['trainee-locum']?.fte
  const isLocum = reported === undefined ? own.chance(0.4) : reported < SMALLEST_REGISTRAR
  const beside = own.chance(LOCUM_BESIDE.chance) ? LOCUM_BESIDE.fte * FULL_TIME : 0
  const locum = isLocum ? all : Math.min(beside, all / 2)
  const locums = atLeastOne(locum, own.next())
  const registrars = atLeastOne(all - locum, own.next(), 6)
  return [
    ...sharedOut(
      registrars,
      Array.from({ length: headsFor(registrars, FULL_TIME) }, () => 1),
    ).map((n): Made => ['gp-registrar', n]),
    ...sharedOut(
      locums,
      Array.from({ length: headsFor(locums, 6) }, () => 1),
    ).map((n): Made => ['locum-gp', n]),
  ]
}

interface Team {
  readonly practice: PracticeEntry
  readonly group: StaffGroup
  readonly seed: number
}

function teamPosts(atlas: Atlas, { practice, group, seed }: Team, roleOf: (head: number, own: Draw) => string): Made[] {
  const own = draw(seed, practice.ods, group)
  const sessions = atLeastOne(sessionsOf(atlas, practice, group), own.next(), 3)
  const heads = headsFor(sessions, Math.min(FULL_TIME, 1.05 * perHead(practice, group)))
  const weights = Array.from({ length: heads }, () => varied(own))
  return sharedOut(sessions, weights).map((n, head) => [roleOf(head, own), n])
}

/** A practice's first nurse is a practice nurse, so that smears and vaccinations never depend on a neighbour. */
function nurseRole(head: number, own: Draw): string {
  return own.chance(ADVANCED * 1.25) && head > 0 ? 'anp' : 'practice-nurse'
}

function careRole(_: number, own: Draw): string {
  return own.pick(CARE_ROLES, ([, weight]) => weight)[0]
}

/** A random factor between 0.8 and 1.2. */
function varied(own: Draw): number {
  return 0.8 + 0.4 * own.next()
}

function numbered(made: readonly Omit<Post, 'ordinal'>[]): Post[] {
  const counts = new Map<string, number>()
  return made.map((post) => {
    const ordinal = counts.get(post.role) ?? 0
    counts.set(post.role, ordinal + 1)
    return { ...post, ordinal }
  })
}
