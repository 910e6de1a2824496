/**
 * A large network decomposed into blocks: sites whose people mostly work among themselves, with all that depends on these alone. A
 * rota is sought block by block (dive-and-crossover.ts), which takes time in proportion to the network; all at once it takes more
 * (docs/decisions/0024).
 */

import { type DraftColumn, indices, type ModelColumn } from '../../lp/spaces.ts'
import type { Draft } from '../../model/draft.ts'
import { columnIn, columnsIn, type Model } from '../../model/elastic.ts'

/** Of a column: it belongs to no block that is known yet; and to more than one. */
const NONE = -1
const SHARED = -2

/** Columns of the model, ascending. */
export interface Block {
  readonly own: readonly ModelColumn[]
  /** The same for every block. */
  readonly shared: readonly ModelColumn[]
  /**
   * Of other blocks, but for those of weeks before: who waits, and what is taken from pools. While those blocks are fractional these columns
   * move as well, since what one block cannot meet another may.
   */
  readonly flows: readonly ModelColumn[]
}

/**
 * All blocks; together they have every column. A block has at most so many of its own, unless a single site has more in a week. They come
 * week by week, the smallest first: it has the fewest ways to make up for what the others leave it.
 */
export function blocksOf(draft: Draft, model: Model, most: number): Block[] {
  const { lp } = model
  const all = indices<ModelColumn>(lp.columns)
  if (lp.columns <= most) return [{ own: all, shared: [], flows: [] }]
  const { weeks, sessions } = draft.problem.horizon
  const groupOfSite = groupedSites(draft, (most * weeks) / lp.columns)
  const groups = [...new Set(groupOfSite.values())]
  const weekOf = (group: number) => Math.floor(group / groups.length)
  const label = labelled(draft, model, (session, site) => {
    const week = sessions[session]?.week ?? 0
    return week * groups.length + groups.indexOf(groupOfSite.get(site) ?? '')
  })
  const shared = all.filter((j) => label[j] === NONE || label[j] === SHARED)
  const flows = flowsBetween(draft, model, label)
  return Array.from({ length: weeks * groups.length }, (_, group) => ({
    week: weekOf(group),
    own: all.filter((j) => label[j] === group),
    flows: flows.filter((j) => label[j] !== group && weekOf(label[j] ?? 0) >= weekOf(group)),
  }))
    .sort((a, b) => a.week - b.week || a.own.length - b.own.length)
    .map(({ own, flows }) => ({ own, shared, flows }))
}

/**
 * For each site the site that its group is called by; groups grow along their strongest ties up to such a share of all placements.
 * All sites are one group where that share is all.
 */
function groupedSites({ problem, placements }: Draft, share: number): Map<string, string> {
  const [first] = problem.sites
  if (share >= 1) return new Map(problem.sites.map(({ id }) => [id, first?.id ?? id]))
  const most = share * placements.length
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
 * By column: its group. A placement is of the group of its person's home and its week, and contacts are of the group where they are
 * met, and of that whose patients they are. Any other column is of the group whose columns it meets in rows of that group alone,
 * however many rows lie between. A sum over several groups is shared, and so is by how much a limit over
 * several bends.
 */
function labelled(
  draft: Draft,
  { lp, columnOf }: Model,
  groupOf: (session: number, site: string) => number,
): Int32Array {
  const { problem, placements } = draft
  const flow = draft.flow()
  const label = new Int32Array(lp.columns).fill(NONE)
  const isSeed = new Uint8Array(lp.columns)
  const plant = (column: DraftColumn, group: number) => {
    const j = columnIn({ columnOf }, column)
    if (j === undefined) return
    label[j] = group
    isSeed[j] = 1
  }
  for (const { column, person, session } of placements) {
    plant(column, groupOf(session, problem.personById.get(person)?.home ?? ''))
  }
  for (const { column, session, site } of flow.posts.flatMap(({ met }) => met)) plant(column, groupOf(session, site))
  for (const { column, session, patientsOf } of flow.taken) plant(column, groupOf(session, patientsOf))
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (let r = 0; r < lp.rows; r++) {
      const entries = lp.indices.subarray(lp.starts[r], lp.starts[r + 1])
      const isLimit = lp.rowLower[r] !== lp.rowUpper[r]
      const group = groupOfRow(entries, label, isLimit ? isSeed : undefined)
      if (group === NONE) continue
      // A sum over several groups would fix all others while one of them moves; a limit leaves them room if it has
      // slack.
      for (const j of entries) {
        const own = label[j] ?? NONE
        if (isSeed[j] === 1 || own === group || own === SHARED) continue
        if (group === SHARED && isLimit && lp.whole[j] === 1) continue
        label[j] = own === NONE ? group : SHARED
        isMoving = true
      }
    }
  }
  return label
}

/** Who waits, and what is taken from pools of several groups; not what is shared anyway. */
function flowsBetween(draft: Draft, model: Model, label: Int32Array): ModelColumn[] {
  const flow = draft.flow()
  const pooled = flow.pools.flatMap(({ met, taken }) => {
    const groups = new Set([...met, ...taken].map(({ column }) => label[columnIn(model, column) ?? -1] ?? NONE))
    return groups.size > 1 ? taken.map(({ column }) => column) : []
  })
  const columns = new Set(columnsIn(model, [...flow.states, ...pooled]))
  return [...columns].filter((j) => (label[j] ?? NONE) >= 0).sort((a, b) => a - b)
}

/**
 * The one group of a row; SHARED if there are several, or if a limit covers what several share; NONE if there is none.
 */
function groupOfRow(entries: Int32Array, label: Int32Array, isSeed?: Uint8Array): number {
  let group = NONE
  for (const j of entries) {
    const own = label[j] ?? NONE
    if (own === SHARED && isSeed?.[j] === 0) return SHARED
    if (own < 0) continue
    if (group >= 0 && own !== group) return SHARED
    group = own
  }
  return group
}
