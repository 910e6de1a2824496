/**
 * Decomposes a large network into blocks: groups of sites whose people mostly work among themselves, with all columns
 * that depend on these alone. Searching block by block (dive-and-crossover.ts) takes time in proportion to the
 * network; searching all at once takes more (docs/decisions/0024).
 */

import { type DraftColumn, indices, type ModelColumn } from '../../lp/spaces.ts'
import type { Draft } from '../../model/draft.ts'
import { columnIn, columnsIn, type Model } from '../../model/elastic.ts'

/** Labels of a column: in no known block; in more than one. */
const NONE = -1
const SHARED = -2

/** Columns of the model, in ascending order. */
export interface Block {
  readonly own: readonly ModelColumn[]
  /** Columns shared between blocks; the same list for every block. */
  readonly shared: readonly ModelColumn[]
  /**
   * Flow columns of other blocks, except in earlier weeks: waiting contacts, and contacts taken from pools. They stay free while those
   * blocks are fractional, since one block may meet what another cannot.
   */
  readonly flows: readonly ModelColumn[]
}

/**
 * Partitions all columns into blocks of at most `most` columns, unless a single site has more in one week. Ordered by week, smallest block
 * first: it has the least room to make up for what the others leave.
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
 * Maps each site to the site that names its group. Groups merge along their strongest ties, up to this share of all placements; a share of
 * 1 puts all sites into one group.
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

/** Pairs of sites that share people, most people first. */
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
 * Labels each column with its group. A placement belongs to its person's home and its week; contacts belong to the site where they are met,
 * or to that of their patients. Any other column takes the group of the columns that it shares rows with, propagated until nothing changes.
 * A sum over several groups is shared, and so is the slack of a limit over several.
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
      // An equality over several groups would fix all others while one of them moves; a limit leaves them room through its slack.
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

/** Waiting contacts, and contacts taken from pools of several groups, unless shared anyway. */
function flowsBetween(draft: Draft, model: Model, label: Int32Array): ModelColumn[] {
  const flow = draft.flow()
  const pooled = flow.pools.flatMap(({ met, taken }) => {
    const groups = new Set([...met, ...taken].map(({ column }) => label[columnIn(model, column) ?? -1] ?? NONE))
    return groups.size > 1 ? taken.map(({ column }) => column) : []
  })
  const columns = new Set(columnsIn(model, [...flow.states, ...pooled]))
  return [...columns].filter((j) => (label[j] ?? NONE) >= 0).sort((a, b) => a - b)
}

/** The group of a row: SHARED if it has several, or is a limit over shared columns; NONE if it has none. */
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
