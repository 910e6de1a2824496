/** The programme with a rota held fast in it: what its rows then say of that rota. */

import type { Engine } from '../../solver/engines/engine.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import type { Draft } from '../../solver/model/draft.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Rule } from '../../solver/rules/rule.ts'
import type { Problem } from '../../src/problem.ts'
import { isCounted, type Rota } from '../../src/rota.ts'

/** Value of every column of the draft that stands for a decision; what only follows from decisions is left out. */
export function columnsOf(rota: Rota, draft: Draft): Map<number, number> {
  const columns = new Map(decisions(draft).map((column) => [column, 0]))
  const add = (column: number | undefined, amount: number, what: string) => {
    if (column === undefined || !columns.has(column)) throw new Error(`the draft has no column for ${what}`)
    columns.set(column, (columns.get(column) ?? 0) + amount)
  }
  const { problem } = draft
  for (const a of rota.assignments) {
    const person = problem.personById.get(a.person)
    const week = problem.horizon.sessions[a.session]?.week
    const placement = draft.find(a.person, a.session, a.site, a.work)
    const counted = isCounted(a.work) && person !== undefined && week !== undefined
    const column = placement?.column ?? (counted ? draft.counted(person.id, week, a.work) : undefined)
    add(column, 1, JSON.stringify(a))
    if (a.remote) add(draft.remote(person?.cadre ?? '', a.site, a.session), 1, `remote work of ${a.person}`)
  }
  const mets = draft.flow().posts.flatMap((post) => post.met)
  for (const c of rota.clinics) {
    const same = (one: { cadre: string; need: string; session: number }) =>
      one.cadre === c.cadre && one.need === c.need && one.session === c.session
    const met = mets.find((m) => same(m) && m.work === c.work && m.site === c.site)
    const taken = draft
      .flow()
      .takenFrom(c.need, c.patientsOf, c.session)
      .filter((t) => t.cadre === c.cadre)
    add(met?.column, c.contacts, JSON.stringify(c))
    if (problem.needById.get(c.need)?.shared) add(taken[0]?.column, c.contacts, `patients of ${c.patientsOf}`)
  }
  return columns
}

function decisions(draft: Draft): number[] {
  const { cadres, sites, horizon } = draft.problem
  const remote = cadres.flatMap((cadre) =>
    sites.flatMap((site) => horizon.sessions.map((session) => draft.remote(cadre.id, site.id, session.index))),
  )
  return [
    ...draft.placements.map((p) => p.column),
    ...draft.counts.map(({ column }) => column),
    ...remote.filter((column) => column !== undefined),
    ...draft.flow().posts.flatMap((post) => post.met.map((m) => m.column)),
    ...draft.flow().pools.flatMap(({ taken }) => taken.map((t) => t.column)),
  ]
}

/** The rules that a rule takes for granted, and those that these take for granted, in the order of THE LIST. */
export function assumedBy(rule: Rule): Rule[] {
  const ids = new Set(rule.assumes)
  for (const id of ids) for (const further of RULES.find((r) => r.id === id)?.assumes ?? []) ids.add(further)
  return RULES.filter((r) => ids.has(r.id))
}

export interface Asked {
  readonly problem: Problem
  /** Written by `rule`, by those that it assumes, and perhaps by others, whose rows are taken out. */
  readonly draft: Draft
  readonly rule: Rule
  readonly assumed: readonly Rule[]
  readonly rota: Rota
}

/**
 * The least that the rule's rows, charges and bans can be missed by with the rota held, in the unit of its accounts; a rule
 * that never bends is bent for this. None where rows that cannot bend refuse the rota.
 */
export async function leastSlack(
  { problem, draft, rule, assumed, rota }: Asked,
  engine: Engine,
): Promise<number | undefined> {
  const held = columnsOf(rota, draft)
  keepRowsOf(draft, [rule, ...assumed], new Set(held.keys()))
  const model = elasticModel(draft, [{ ...rule, level: 'wish' }, ...assumed], problem)
  const [lower, upper] = [model.lp.lower.slice(), model.lp.upper.slice()]
  let banned = 0
  for (const [column, value] of held) {
    const j = model.columnOf[column] ?? -1
    if (j < 0) banned += value
    else lower[j] = upper[j] = value
  }
  const cost = new Float64Array(model.lp.columns)
  for (const [j, amount] of model.accounts.find((account) => account.rule === rule.id)?.terms ?? []) cost[j] = amount
  const lp: Lp = { ...model.lp, lower, upper, cost }
  const answer = await engine.solve(lp, { seconds: 60, relativeGap: 0, absoluteGap: 0, seed: 1 })
  return 'objective' in answer ? answer.objective + banned : undefined
}

/**
 * A ban (upper bound 0) stays, whichever rule set it; so do definitions of columns that the rules look at (days worked, say),
 * which stand under the first rule that asked for them.
 */
function keepRowsOf(draft: Draft, rules: readonly Rule[], decided: ReadonlySet<number>): void {
  const ids = new Set(rules.map((rule) => rule.id))
  const charges = draft.charges.filter((charge) => ids.has(charge.rule))
  const rows = new Set(draft.rows.filter((row) => ids.has(row.rule)))
  // Bounds that are no rule's own (sessions promised to people) hold what the programme may choose, not what rules say of a rota.
  const definitions = draft.rows.filter((row) => row.weight === 0 && row.rule !== '')
  const columns = new Set(charges.map((charge) => charge.column))
  for (const row of rows) {
    for (const [column] of row.terms) if (!decided.has(column)) columns.add(column)
    // A set that grows while it is walked: what is added here is walked too.
    for (const other of definitions) if (other.terms.some(([column]) => columns.has(column))) rows.add(other)
  }
  draft.rows.splice(0, draft.rows.length, ...rows)
  draft.charges.splice(0, draft.charges.length, ...charges)
}
