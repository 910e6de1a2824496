/** Decides which practices share a duty doctor: small ones, whose few GPs can't always be there. */
import type { PersonDocument, SiteDocument } from '../rota-document.ts'
import { WORKDAYS } from './arrival-shape.ts'
import { ROLES } from './roles.ts'

/** Minimum number of possible duty doctors usually present in each half day, so that one remains if another is away. */
const ENOUGH = 2
/** Practices up to this size look for a partner; above this total, one doctor can't hold the duty for all. */
const SMALL = 8_000
const MOST_PATIENTS = 20_000

const HOLDERS = new Set(ROLES.filter(({ duty }) => duty === true).map(({ id }) => id))
const HALVES = WORKDAYS.flatMap((day) => [`${day}-am`, `${day}-pm`])

type Group = readonly SiteDocument[]

/** Groups of two or more sites, by code; other sites have their own duty doctor. Based on usual weeks, so identical in every week. */
export function dutyGroups(sites: readonly SiteDocument[], people: readonly PersonDocument[]): string[][] {
  const holders = people.filter(({ role }) => HOLDERS.has(role))
  let groups: Group[] = sites.map((site) => [site])
  for (;;) {
    const thin = groups
      .filter((group) => patientsOf(group) <= SMALL && fewest(group, holders) < ENOUGH)
      .sort((a, b) => patientsOf(a) - patientsOf(b) || (a[0]?.id ?? '').localeCompare(b[0]?.id ?? ''))
    const [one, other] = firstPair(thin, groups)
    if (one === undefined || other === undefined) break
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]]
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ id }) => id).sort())
    .sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
}

/** The smallest understaffed group that has a neighbour to share with, and the nearest such neighbour. */
function firstPair(thin: readonly Group[], groups: readonly Group[]): [Group?, Group?] {
  for (const one of thin) {
    const [nearest] = groups
      .filter((other) => other !== one && patientsOf(one) + patientsOf(other) <= MOST_PATIENTS)
      .sort((a, b) => between(one, a) - between(one, b) || patientsOf(a) - patientsOf(b))
    if (nearest !== undefined) return [one, nearest]
  }
  return []
}

/** The minimum over all half-days of people who may hold the duty and usually work then. */
function fewest(group: Group, holders: readonly PersonDocument[]): number {
  const near = holders.filter(({ home, sites = [home] }) => group.some(({ id }) => sites.includes(id)))
  return Math.min(...HALVES.map((half) => near.filter(({ works = [] }) => works.includes(half)).length))
}

function patientsOf(group: Group): number {
  return group.reduce((sum, site) => sum + site.patients, 0)
}

function between(one: Group, other: Group): number {
  return Math.min(...one.flatMap((a) => other.map((b) => a.travel?.[b.id] ?? Number.POSITIVE_INFINITY)))
}
