/** Organisations, places, people and services of a network as FHIR R4 resources. */

import type { Site } from '../../places.ts'
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import type { Person } from '../../staff.ts'
import { writableText } from '../writable-text.ts'
import { concept, isOds, type Json, type Resource, reference, resourceIds, SYSTEMS } from './identity.ts'

/** Resource ids by document id. */
export interface Ids {
  readonly network: string
  readonly site: ReadonlyMap<string, string>
  readonly person: ReadonlyMap<string, string>
  readonly need: ReadonlyMap<string, string>
}

export function idsOf({ sites, people, needs }: Problem): Ids {
  const idsIn = (prefix: string, all: readonly { readonly id: string }[]) =>
    resourceIds(
      prefix,
      all.map(({ id }) => id),
    )
  return { network: 'network', site: idsIn('site', sites), person: idsIn('person', people), need: idsIn('need', needs) }
}

/**
 * Spine Directory Service job roles for those of our roles that have one, based on the groupings in a published data set of London
 * practices. Other roles are given as text only.
 */
const JOB_ROLES: readonly (readonly [RegExp, string])[] = [
  [/^(gp|arrs-gp|gp-partner|salaried-gp|locum-gp|network-gp)$/, 'R0260'],
  [/pharmacist$/, 'R1290'],
  [/^(hca|healthcare-assistant)$/, 'R1480'],
  [/^physician-(associate|assistant)$/, 'R1547'],
  [/paramedic$/, 'R1070'],
  [/^(physio|fcp|physiotherapist)$/, 'R1110'],
]

export function organisations({ network, sites }: Problem, ids: Ids): Resource[] {
  const whole: Resource = {
    resourceType: 'Organization',
    id: ids.network,
    ...identified(network.ods, [SYSTEMS.organisation]),
    active: true,
    name: writableText(network.name),
  }
  const practices = sites.map((site): Resource => {
    const part = { partOf: reference('Organization', ids.network) }
    return { ...named('Organization', site, ids), active: true, ...part, name: writableText(site.name) }
  })
  return [whole, ...practices]
}

export function locations({ sites, network }: Problem, ids: Ids): Resource[] {
  return sites.map((site) => ({
    ...named('Location', site, ids),
    status: 'active',
    name: writableText(site.name),
    mode: 'instance',
    managingOrganization: reference('Organization', idIn(ids.site, site.id)),
    description: `A site of ${writableText(network.name)}`,
  }))
}

function named(resourceType: 'Organization' | 'Location', { id }: Site, ids: Ids): Resource {
  const national = resourceType === 'Organization' ? SYSTEMS.organisation : SYSTEMS.site
  return { resourceType, id: idIn(ids.site, id), ...identified(id, [national, SYSTEMS.place]) }
}

/** Uses the national system only for values in its format. */
function identified(value: string, systems: readonly string[]): { readonly identifier?: readonly Json[] } {
  const fitting = systems.filter((system) => !system.includes('/ods-') || isOds(value))
  return fitting.length === 0 ? {} : { identifier: fitting.map((system) => ({ system, value })) }
}

/** Everybody in the rota. */
export function practitioners(report: RotaReport, problem: Problem, ids: Ids): Resource[] {
  const test = problem.synthetic ? { meta: { security: [TEST] } } : {}
  return peopleIn(report, problem).flatMap((person): Resource[] => {
    const { id, name, role, home, sites } = person
    const title = problem.roleById.get(role)?.title ?? role
    const mine = idIn(ids.person, id)
    return [
      {
        resourceType: 'Practitioner',
        id: mine,
        ...test,
        identifier: [{ system: SYSTEMS.person, value: id }],
        active: true,
        name: [{ text: writableText(name) }],
      },
      {
        resourceType: 'PractitionerRole',
        id: mine,
        ...test,
        active: true,
        practitioner: reference('Practitioner', mine, writableText(name)),
        organization: reference('Organization', idIn(ids.site, home)),
        code: [roleConcept(role, writableText(title))],
        location: sites.map((site) => reference('Location', idIn(ids.site, site))),
      },
    ]
  })
}

/** Marks synthetic people as test data, so that nobody is called or paid on the strength of it. */
const TEST = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
}

function roleConcept(role: string, text: string): Json {
  const national = JOB_ROLES.find(([pattern]) => pattern.test(role))?.[1]
  const own = { system: SYSTEMS.role, code: role }
  return { coding: national === undefined ? [own] : [{ system: SYSTEMS.jobRole, code: national }, own], text }
}

function peopleIn({ assignments }: RotaReport, { people }: Problem): readonly Person[] {
  const placed = new Set(assignments.map(({ person }) => person))
  return people.filter(({ id }) => placed.has(id))
}

/** What patients are seen for, and where this rota provides it. */
export function services({ clinics }: RotaReport, { needs, sites }: Problem, ids: Ids): Resource[] {
  return needs.flatMap(({ id, title, gpadCategory }): Resource[] => {
    const at = new Set(clinics.filter(({ need }) => need === id).map(({ site }) => site))
    if (at.size === 0) return []
    const offered = sites.filter((site) => at.has(site.id))
    return [
      {
        resourceType: 'HealthcareService',
        id: idIn(ids.need, id),
        active: true,
        providedBy: reference('Organization', ids.network),
        ...(gpadCategory === null ? {} : { category: [{ text: writableText(gpadCategory) }] }),
        type: [concept(SYSTEMS.need, id, writableText(title))],
        location: offered.map((site) => reference('Location', idIn(ids.site, site.id))),
        name: writableText(title),
      },
    ]
  })
}

/** A stored rota may name people who are no longer in its document. */
export function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  return ids.get(name) ?? 'unknown'
}
