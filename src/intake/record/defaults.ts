/** Defaults for records, so that a small practice can be described in a few lines. */
import { NEEDS } from '../network/needs.ts'
import { CORE_PARTS } from '../network/network-document.ts'
import { rolesOn } from '../network/roles.ts'
import { roomsFor } from '../network/sites.ts'
import type { NetworkRecord, RecordPerson, RecordSite } from '../record-document.ts'
import type { NeedDocument, PartDocument, RoleDocument, SiteDocument } from '../rota-document.ts'

/** Number of published weeks that fair shares are based on. */
export const HISTORY_WEEKS = 12

/** Default parts: mornings and afternoons of core hours. */
export function partsOf({ parts }: Pick<NetworkRecord, 'parts'>): PartDocument[] {
  return structuredClone(parts ?? [...CORE_PARTS])
}

/** Default needs: those of a network in England. */
export function needsOf({ needs }: Pick<NetworkRecord, 'needs'>): NeedDocument[] {
  return structuredClone(needs ?? NEEDS.map(({ need }) => need))
}

/**
 * Default roles: those of a network in England, at the prices of the day's contract year. Needs that aren't in the record are omitted
 * from them.
 */
export function rolesOf({ roles, needs }: Pick<NetworkRecord, 'roles' | 'needs'>, day: string): RoleDocument[] {
  if (roles !== undefined) return structuredClone(roles)
  const known = new Set(needsOf({ ...(needs === undefined ? {} : { needs }) }).map(({ id }) => id))
  return rolesOn(day).map(({ meets, ...role }) =>
    meets === undefined
      ? role
      : { ...role, meets: Object.fromEntries(Object.entries(meets).filter(([need]) => known.has(need))) },
  )
}

/** Default number of rooms: by patients. */
export function siteOf({ rooms, ...site }: RecordSite): SiteDocument {
  return { ...structuredClone(site), rooms: rooms ?? roomsFor(site.patients) }
}

/** Default home: the first site. */
export function homeOf({ home }: Pick<RecordPerson, 'home'>, sites: readonly { readonly id: string }[]): string {
  return home ?? sites[0]?.id ?? ''
}
