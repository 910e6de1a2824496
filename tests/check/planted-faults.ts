/** Typical mistakes, planted in the `add` of any rule; its `check` stays unchanged. */
import type { Draft } from '../../solver/model/draft.ts'
import type { Rule } from '../../solver/rules/rule.ts'

export type Fault = (rule: Rule) => Rule

/** The rule asks the model for nothing. */
export const asksForNothing: Fault = (rule) => ({ ...rule, add() {} })

/** The rule overlooks the last session of the horizon, its people and contacts: the commonest slip of all. */
export const missesTheLastSession: Fault = (rule) =>
  changed(rule, (draft, { upper }) => {
    const mine = draft.rows.filter((row) => row.rule === rule.id)
    const placed = columnsOfLast(draft, draft.placements)
    // Rules without rows only ban, and stand before the flow of contacts is laid out: it must not be asked for yet.
    const contacts = mine.length === 0 ? [] : [...draft.flow().posts.flatMap((post) => post.met), ...draft.flow().taken]
    const columns = new Set([...placed, ...columnsOfLast(draft, contacts)])
    const rows = draft.rows.flatMap((row) => {
      if (row.rule !== rule.id) return [row]
      const terms = row.terms.filter(([column]) => !columns.has(column))
      return terms.length > 0 ? [{ ...row, terms }] : []
    })
    draft.rows.splice(0, draft.rows.length, ...rows)
    const kept = draft.charges.filter((c) => c.rule !== rule.id || !columns.has(c.column))
    draft.charges.splice(0, draft.charges.length, ...kept)
    for (const column of placed) draft.upper[column] = upper[column] ?? 0
  })

function columnsOfLast(draft: Draft, all: readonly { readonly session: number; readonly column: number }[]): number[] {
  const last = draft.problem.horizon.sessions.length - 1
  return all.filter(({ session }) => session === last).map(({ column }) => column)
}

/** The rule leaves out the last row, charge and ban that it writes: most often those of the last session or person. */
export const forgetsTheLast: Fault = (rule) =>
  changed(rule, (draft, { upper }) => {
    const row = draft.rows.findLastIndex((r) => r.rule === rule.id && r.weight > 0)
    if (row >= 0) draft.rows.splice(row, 1)
    const charge = draft.charges.findLastIndex((c) => c.rule === rule.id)
    if (charge >= 0) draft.charges.splice(charge, 1)
    const ban = upper.findLastIndex((before, j) => before > 0 && draft.upper[j] === 0)
    if (ban >= 0) draft.upper[ban] = upper[ban] ?? 1
  })

/** Every row of the rule lets one more (or one less) through; charges count half. */
export const lenientByOne: Fault = (rule) =>
  changed(rule, (draft) => {
    draft.rows.forEach((row, r) => {
      if (row.rule === rule.id && row.weight > 0) draft.rows[r] = { ...row, lower: row.lower - 1, upper: row.upper + 1 }
    })
    halveCharges(draft, rule)
  })

/** Every row of the rule asks for one more (or one less) than the sentence says; charges count half. */
export const strictByOne: Fault = (rule) =>
  changed(rule, (draft) => {
    draft.rows.forEach((row, r) => {
      if (row.rule === rule.id && row.weight > 0) draft.rows[r] = { ...row, lower: row.lower + 1, upper: row.upper - 1 }
    })
    halveCharges(draft, rule)
  })

function changed(rule: Rule, change: (draft: Draft, before: { readonly upper: readonly number[] }) => void): Rule {
  return {
    ...rule,
    add(draft, problem) {
      const before = { upper: [...draft.upper] }
      rule.add(draft, problem)
      change(draft, before)
    },
  }
}

function halveCharges(draft: Draft, rule: Rule): void {
  draft.charges.forEach((charge, c) => {
    if (charge.rule === rule.id) draft.charges[c] = { ...charge, amount: charge.amount / 2 }
  })
}
