/**
 * A large network in parts: sites whose people mostly work among themselves, with all that hangs on these alone. A rota is
 * sought part by part (aim-search.ts), which takes time in proportion to the network, and all at once it does not
 * (docs/decisions/0024).
 */
import type { Draft } from './draft.ts'
import type { Model } from './relax.ts'

/** Of a column: nothing has been found that it hangs on; and more than one part. */
const NONE = -1
const SHARED = -2

/** Columns of the model, ascending. */
export interface ColumnsOfPart {
  readonly own: readonly number[]
  /** The same for every part. */
  readonly shared: readonly number[]
}

/** All parts; together they have every column. A part has at most so many of its own, unless a single site has more. */
export function partsOf(draft: Draft, model: Model, most: number): ColumnsOfPart[] {
  const { lp } = model
  const all = [...Array(lp.columns).keys()]
  if (lp.columns <= most) return [{ own: all, shared: [] }]
  const groupOfSite = groupedSites(draft, (most / lp.columns) * draft.placements.length)
  const groups = [...new Set(groupOfSite.values())]
  const label = labelled(draft, model, (site) => groups.indexOf(groupOfSite.get(site) ?? ''))
  const shared = all.filter((j) => label[j] === NONE || label[j] === SHARED)
  return groups.map((_, group) => ({ own: all.filter((j) => label[j] === group), shared }))
}

/** For each site the site that its group is called by; groups grow along their strongest ties up to so many placements. */
function groupedSites({ problem, placements }: Draft, most: number): Map<string, string> {
  const groupOf = new Map(problem.sites.map(({ id }) => [id, id]))
  const sizes = new Map(problem.sites.map(({ id }) => [id, 0]))
  for (const { person } of placements) {
    const home = problem.personById.get(person)?.home ?? ''
    sizes.set(home, (sizes.get(home) ?? 0) + 1)
  }
  for (const [a, b] of tiesOf(problem.people.map(({ home, sites }) => ({ home, sites })))) {
    const [one, other] = [groupOf.get(a) ?? a, groupOf.get(b) ?? b]
    const together = (sizes.get(one) ?? 0) + (sizes.get(other) ?? 0)
    if (one === other || together > most) continue
    for (const [site, group] of groupOf) if (group === other) groupOf.set(site, one)
    sizes.set(one, together)
  }
  return groupOf
}

/** Pairs of sites between which people move, those of the most people first. */
function tiesOf(people: readonly { readonly home: string; readonly sites: readonly string[] }[]): [string, string][] {
  const ties = new Map<string, { readonly pair: [string, string]; count: number }>()
  for (const { home, sites } of people) {
    for (const site of sites) {
      if (site === home) continue
      const pair: [string, string] = home < site ? [home, site] : [site, home]
      const tie = ties.get(pair.join(' ')) ?? { pair, count: 0 }
      tie.count += 1
      ties.set(pair.join(' '), tie)
    }
  }
  return [...ties.values()]
    .sort((a, b) => b.count - a.count || (a.pair.join() < b.pair.join() ? -1 : 1))
    .map((t) => t.pair)
}

/**
 * By column: its group. A placement is of the group of its person's home, and contacts are of the group where they are met, and
 * of that whose patients they are. Any other column is of the group whose columns it meets in rows of that group alone, however
 * many rows lie between. A sum over several groups is shared.
 */
function labelled(draft: Draft, { lp, columnOf }: Model, groupOfSite: (site: string) => number): Int32Array {
  const label = new Int32Array(lp.columns).fill(NONE)
  const isSeed = new Uint8Array(lp.columns)
  const plant = (column: number, site: string) => {
    const j = columnOf[column] ?? -1
    if (j < 0) return
    label[j] = groupOfSite(site)
    isSeed[j] = 1
  }
  for (const { column, person } of draft.placements) plant(column, draft.problem.personById.get(person)?.home ?? '')
  for (const { column, site } of draft.flow.posts.flatMap(({ met }) => met)) plant(column, site)
  for (const { column, patientsOf } of draft.flow.taken) plant(column, patientsOf)
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (let r = 0; r < lp.rows; r++) {
      const entries = lp.indices.subarray(lp.starts[r], lp.starts[r + 1])
      const group = groupOfRow(entries, label)
      // A sum over several groups would hold all others fast while one of them moves; a limit leaves them room.
      const isSum = lp.rowLower[r] === lp.rowUpper[r]
      if (group === NONE || (group === SHARED && !isSum)) continue
      for (const j of entries) {
        const own = label[j] ?? NONE
        if (isSeed[j] === 1 || own === group || own === SHARED) continue
        label[j] = own === NONE ? group : SHARED
        isMoving = true
      }
    }
  }
  return label
}

/** The one group of a row; SHARED where there are several, NONE where there is none. */
function groupOfRow(entries: Int32Array, label: Int32Array): number {
  let group = NONE
  for (const j of entries) {
    const own = label[j] ?? NONE
    if (own < 0) continue
    if (group >= 0 && own !== group) return SHARED
    group = own
  }
  return group
}
