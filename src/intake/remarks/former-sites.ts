/** Remarks on sites in the days before that the network doesn't have. */
import type { Look } from './look.ts'

/** Past work at an unknown site still counts as work. Each site is reported once. */
export const formerSites: Look = (document) => {
  const known = new Set(document.sites.map((site) => site.id))
  const first = new Map<string, number>()
  for (const [at, { site }] of (document.before ?? []).entries()) {
    if (!known.has(site) && !first.has(site)) first.set(site, at)
  }
  return [...first].map(([site, at]) => ({
    pointer: `/before/${at}/site`,
    detail: `${JSON.stringify(site.slice(0, 64))}, where somebody worked in the days before, is not one of the sites: work there still counts, but travel from there does not.`,
    maybe: 'right for a site that has been given up; otherwise correct the id',
  }))
}
