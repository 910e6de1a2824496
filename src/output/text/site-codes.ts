/** A short code for each site, for the cells of a rota. */
import type { Site } from '../../places.ts'

/** By site id: the initials of its name ("AR" for Alder Road), numbered if several sites share them. */
export function siteCodes(sites: readonly Site[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    sites.map((site) => {
      const code = firstFree(initials(site.name), taken)
      taken.add(code)
      return [site.id, code]
    }),
  )
}

function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const letters = words.length === 1 ? (words[0] ?? '').slice(0, 2) : words.map((word) => word.charAt(0)).join('')
  return letters.slice(0, 3).toUpperCase() || 'X'
}

function firstFree(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code
  let n = 2
  while (taken.has(`${code}${n}`)) n++
  return `${code}${n}`
}
