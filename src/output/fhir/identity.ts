/** Names of resources in a bundle: ids, URLs, and external identifiers. */

export type Json = Readonly<Record<string, unknown>>

export interface Resource extends Json {
  readonly resourceType: string
  readonly id: string
}

/** Base of URLs inside a bundle; a domain reserved for examples (RFC 2606), so that they never resolve. */
const BASE = 'https://rota.example/fhir'

/** Identifier systems: the national one for organisations and sites, and our own for ids that only this network uses. */
export const SYSTEMS = {
  organisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  site: 'https://fhir.nhs.uk/Id/ods-site-code',
  jobRole: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-SDSJobRoleName',
  person: 'https://rota.example/id/person',
  place: 'https://rota.example/id/site',
  role: 'https://rota.example/id/role',
  need: 'https://rota.example/id/need',
  session: 'https://rota.example/id/session',
  work: 'https://rota.example/id/work',
  mode: 'https://rota.example/id/mode',
} as const

/** The format of Organisation Data Service codes: E81050, U49574, A81001001. */
const ODS = /^[A-Z][A-Z0-9]{2,8}$/

export function isOds(code: string): boolean {
  return ODS.test(code)
}

/**
 * Ids for one kind of resource: at most 64 letters, digits, `-` and `.`. Uses the thing's own name if it is valid, otherwise a number.
 */
export function resourceIds(prefix: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.map((name, n) => {
      const plain = /^[A-Za-z0-9.-]{1,48}$/.test(name) ? name : String(n + 1)
      return [name, `${prefix}-${plain === name ? '' : 'n'}${plain}`]
    }),
  )
}

export function addressOf({ resourceType, id }: Pick<Resource, 'resourceType' | 'id'>): string {
  return `${BASE}/${resourceType}/${id}`
}

export function reference(resourceType: string, id: string, display?: string): Json {
  return { reference: `${resourceType}/${id}`, ...(display === undefined ? {} : { display }) }
}

/** A coded concept, with its usual name as text. */
export function concept(system: string, code: string, text?: string): Json {
  return { coding: [{ system, code }], ...(text === undefined ? {} : { text }) }
}
